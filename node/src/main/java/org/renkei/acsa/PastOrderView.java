package org.renkei.acsa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.past.PastField;
import org.renkei.kernel.acsa.past.PastOrder;

/// Past orders and their spreadsheets as the API shows them.
public final class PastOrderView {
    private PastOrderView() {}

    /// @param field what the column is taken for; null when nothing is guessed
    /// @param samples of its first lines
    public record Column(
            int column, String heading, @Nullable String field, List<String> samples) {}

    public record FieldView(String field, String en, String ja, boolean required) {}

    /// A file, and what its columns seem to be.
    ///
    /// @param form `xlsx`, or the encoding of a CSV
    /// @param marking the label in the file's first line; empty without one
    public record Look(String form, String marking, int lines, List<Column> columns, List<FieldView> fields) {}

    public record Remark(String field, String text) {}

    /// One line of a report.
    ///
    /// @param status `new`, `changed`, `known` or `wrong`
    public record LineView(int line, String status, List<Remark> wrong, List<Remark> findings) {}

    /// What bringing in a file would do, or has done.
    ///
    /// @param digest of file and mapping: what is confirmed is what was looked at
    /// @param shown lines with something to say, the wrong ones first
    /// @param stored whether it was done
    public record Report(
            String digest,
            int fresh,
            int changed,
            int known,
            int wrong,
            int withFindings,
            List<LineView> shown,
            boolean stored) {}

    public record Row(UUID record, String label, Map<String, String> values, List<Remark> findings) {}

    public record PastOrders(String label, List<Row> orders) {}

    static List<FieldView> fields() {
        return List.of(PastField.values()).stream()
                .map(one -> new FieldView(one.code(), one.english(), one.japanese(), one.isRequired()))
                .toList();
    }

    static List<Remark> remarks(List<Objection> objections, Locale language) {
        var japanese = language.getLanguage().equals("ja");
        return objections.stream()
                .map(one -> new Remark(one.at().substring(1), japanese ? one.japanese() : one.english()))
                .toList();
    }

    static Map<String, String> values(PastOrder order) {
        var values = new LinkedHashMap<String, String>();
        order.values().forEach((field, value) -> values.put(field.code(), value));
        return values;
    }
}
