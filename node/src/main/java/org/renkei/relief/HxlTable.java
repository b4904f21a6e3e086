package org.renkei.relief;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A table with a row of hashtags (Humanitarian Exchange Language 1.1): what a column is follows from its tag
/// and attributes, whatever its heading and place.
///
/// @param tags in one form: `#geo+lat`, the attributes in the order of the alphabet
/// @param rows cells by tag, without those that are empty; of two columns of one tag the first that has a value
record HxlTable(List<String> tags, List<Row> rows) {
    /// The row of tags is among the first so many.
    private static final int TAGS_WITHIN = 25;

    private static final int MOST_ROWS = 500;
    private static final Pattern TAG = Pattern.compile("#[a-z][a-z0-9_]*+(?:\\s*+\\+[a-z][a-z0-9_]*+)*+");

    HxlTable {
        tags = List.copyOf(tags);
        rows = List.copyOf(rows);
    }

    /// @param number of the line in the file, from 1
    record Row(int number, Map<String, String> cells) {
        Optional<String> cell(String tag) {
            return Optional.ofNullable(cells.get(tag));
        }
    }

    /// One column as it is written.
    record Column(String heading, String tag) {}

    /// Empty where there is no row of tags, or too many rows below it.
    static Optional<HxlTable> read(String text) {
        var lines = new ArrayList<List<String>>();
        var numbers = new ArrayList<Integer>();
        try (var reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            for (var line : reader) {
                lines.add(line.getFields().stream().map(String::strip).toList());
                numbers.add((int) line.getStartingLineNumber());
            }
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var at = 0; at < Math.min(TAGS_WITHIN, lines.size()); at++) {
            if (areTags(lines.get(at)) && lines.size() - at - 1 <= MOST_ROWS) {
                return Optional.of(below(lines, numbers, at));
            }
        }
        return Optional.empty();
    }

    private static boolean areTags(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        return !filled.isEmpty()
                && filled.stream()
                        .allMatch(cell ->
                                TAG.matcher(cell.toLowerCase(Locale.ROOT)).matches());
    }

    private static HxlTable below(List<List<String>> lines, List<Integer> numbers, int at) {
        var tags = lines.get(at).stream().map(HxlTable::oneForm).toList();
        var rows = new ArrayList<Row>();
        for (var number = at + 1; number < lines.size(); number++) {
            var cells = new LinkedHashMap<String, String>();
            for (var column = 0;
                    column < Math.min(tags.size(), lines.get(number).size());
                    column++) {
                var cell = lines.get(number).get(column);
                if (!cell.isEmpty() && !tags.get(column).isEmpty()) {
                    cells.putIfAbsent(tags.get(column), cell);
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Row(numbers.get(number), cells));
            }
        }
        return new HxlTable(tags, rows);
    }

    private static String oneForm(String tag) {
        var parts = tag.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split("\\+");
        var attributes = new TreeSet<>(List.of(parts).subList(1, parts.length));
        return String.join(
                "+", Stream.concat(Stream.of(parts[0]), attributes.stream()).toList());
    }

    /// CSV (RFC 4180) with the marking in the first line, headings in the second and tags in the third.
    static String write(String marking, List<Column> columns, List<List<String>> rows) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(marking);
            writer.writeRecord(columns.stream().map(Column::heading).toList());
            writer.writeRecord(columns.stream().map(Column::tag).toList());
            rows.forEach(row ->
                    writer.writeRecord(row.stream().map(HxlTable::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// A text that a spreadsheet would take for a formula bears an apostrophe; a number stays one.
    private static String harmless(String cell) {
        var formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("-?\\d+(\\.\\d+)?");
        return formula ? "'" + cell : cell;
    }
}
