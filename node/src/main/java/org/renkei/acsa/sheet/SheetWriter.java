package org.renkei.acsa.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;

/// Writes a table as CSV or XLSX, its label in the first line.
public final class SheetWriter {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SheetWriter() {}

    /// In what form a table leaves.
    public enum Form {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }

        /// @throws Problem for any other word
        public static Form of(String word) {
            for (var form : values()) {
                if (form.name().equalsIgnoreCase(word)) {
                    return form;
                }
            }
            throw Problem.refused(List.of(new FieldError("/form", "csv or xlsx", "csv か xlsx です")));
        }
    }

    /// A table as it leaves.
    ///
    /// @param last what stands below it, as the marking above; empty for nothing
    public record Table(String name, String marking, List<String> headings, List<List<Object>> lines, String last) {
        public Table {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    public static byte[] write(Table table, Form form) {
        return switch (form) {
            case CSV -> csv(table);
            case XLSX -> workbook(table);
        };
    }

    /// With a byte order mark: spreadsheets take a CSV without one for that of their own country.
    private static byte[] csv(Table table) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (var writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("# " + table.marking());
            writer.writeRecord(table.headings());
            table.lines()
                    .forEach(line -> writer.writeRecord(
                            line.stream().map(SheetWriter::cell).toList()));
            if (!table.last().isEmpty()) {
                writer.writeRecord("# " + table.last());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A text that a spreadsheet would take for a formula bears an apostrophe.
    private static String cell(Object value) {
        return value instanceof String text && needsApostrophe(text) ? "'" + text : value.toString();
    }

    static boolean needsApostrophe(String text) {
        return !text.isEmpty() && "=+-@\t\r'".indexOf(text.charAt(0)) >= 0;
    }

    private static byte[] workbook(Table table) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Renkei", "1.0");
                var sheet = book.newWorksheet(table.name())) {
            sheet.value(0, 0, "# " + table.marking());
            sheet.header(table.marking(), Position.CENTER);
            sheet.footer(table.marking(), Position.CENTER);
            for (var column = 0; column < table.headings().size(); column++) {
                sheet.value(1, column, table.headings().get(column));
                sheet.style(1, column).bold().set();
            }
            sheet.freezePane(0, 2);
            var row = 2;
            for (var line : table.lines()) {
                for (var column = 0; column < line.size(); column++) {
                    if (line.get(column) instanceof Number number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(row, column, line.get(column).toString());
                    }
                }
                row++;
            }
            if (!table.last().isEmpty()) {
                sheet.value(row, 0, "# " + table.last());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
