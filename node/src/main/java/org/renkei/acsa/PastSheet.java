package org.renkei.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.sheet.Sheet;
import org.renkei.acsa.sheet.Sheet.Line;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.past.PastField;
import org.renkei.kernel.acsa.past.PastOrder;
import org.renkei.kernel.acsa.past.PastReader;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;

/// A spreadsheet read as past orders by one mapping of its columns.
///
/// @param mapping the column of each field
record PastSheet(Sheet sheet, Map<PastField, Integer> mapping, List<Row> rows) {

    /// @param order null where something is wrong
    record Row(int line, @Nullable PastOrder order, List<Objection> wrong, List<Objection> findings) {}

    /// @param text `field:column` pairs with commas between, columns from 0
    /// @throws Problem when it names what is not there, or lacks a required field
    static Map<PastField, Integer> mapping(String text, Sheet sheet) {
        var mapping = new EnumMap<PastField, Integer>(PastField.class);
        var errors = new ArrayList<FieldError>();
        for (var pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            var parts = pair.split(":", -1);
            var field = PastField.find(parts[0]);
            var column = parts.length == 2 && parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
            if (field.isEmpty() || column < 0 || column >= sheet.headings().size()) {
                errors.add(new FieldError("/mapping", "not a field and a column: " + pair, "項目と列の組ではありません: " + pair));
            } else if (mapping.put(field.get(), column) != null) {
                errors.add(new FieldError(
                        "/mapping/" + field.get().code(), "two columns are this field", "二つの列が同じ項目に割り当てられています"));
            }
        }
        for (var field : PastField.values()) {
            if (field.isRequired() && !mapping.containsKey(field)) {
                errors.add(new FieldError(
                        "/mapping/" + field.code(),
                        "say which column is '" + field.english() + "'",
                        "「" + field.japanese() + "」の列を指定してください"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.refused(errors);
        }
        return mapping;
    }

    static PastSheet read(Sheet sheet, Map<PastField, Integer> mapping, LocalDate today) {
        var rows = new ArrayList<Row>();
        var first = new HashMap<String, Integer>();
        for (var line : sheet.lines()) {
            rows.add(row(line, mapping, today, first));
        }
        return new PastSheet(sheet, mapping, List.copyOf(rows));
    }

    private static Row row(Line line, Map<PastField, Integer> mapping, LocalDate today, Map<String, Integer> first) {
        var cells = new EnumMap<PastField, String>(PastField.class);
        var wrong = new ArrayList<Objection>();
        mapping.forEach((field, column) -> {
            if (line.formulas().contains(column)) {
                wrong.add(new Objection(
                        "/" + field.code(), "the cell is a formula: put its value there", "数式のセルです。値に置き換えてください"));
            } else if (!line.cell(column).isBlank()) {
                cells.put(field, line.cell(column));
            }
        });
        SheetCells.amounts(cells, wrong);
        var stated = SheetCells.quantity(cells, PastField.QUANTITY, PastField.UNIT, PastField.CATEGORY, wrong);
        stated.ifPresent(one -> cells.merge(
                PastField.REMARKS, one.english() + " / " + one.japanese(), (said, more) -> said + "\n" + more));
        var reading = PastReader.read(cells, today);
        var findings =
                Stream.concat(stated.stream(), reading.findings().stream()).toList();
        var found = wrong.stream().map(Objection::at).toList();
        reading.objections().stream().filter(one -> !found.contains(one.at())).forEach(wrong::add);
        var order = wrong.isEmpty() ? reading.order() : null;
        if (order != null) {
            var before = first.putIfAbsent(order.identity(), line.number());
            if (before != null) {
                wrong.add(new Objection(
                        "/reference",
                        "the same order, item, unit and day of delivery as line " + before,
                        before + " 行目とオーダー番号・品名・単位・引渡日が同じです"));
                order = null;
            }
        }
        return new Row(line.number(), order, List.copyOf(wrong), findings);
    }

    /// What its headings were taken for.
    Map<String, PastField> headings() {
        var headings = new LinkedHashMap<String, PastField>();
        mapping.forEach((field, column) -> {
            var plain = PastField.plain(sheet.headings().get(column));
            if (!plain.isEmpty()) {
                headings.put(plain, field);
            }
        });
        return headings;
    }

    List<PastOrder> orders() {
        var orders = new ArrayList<PastOrder>();
        for (var row : rows) {
            var order = row.order();
            if (order != null) {
                orders.add(order);
            }
        }
        return orders;
    }
}
