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
import java.util.regex.Pattern;

/// A table with a row of hashtags (Humanitarian Exchange Language 1.1): what a column is follows from its
/// tag and attributes, whatever its heading and place.
///
/// @param rows cells by the tag for which a column is taken, without those that are empty; of two columns
/// for one the better known that has a value
/// @param left columns that are taken for nothing
/// @param missing tags that are needed and of which there is no column, one list for each of which one is
/// enough
record HxlTable(List<Row> rows, List<Left> left, List<List<String>> missing) {
    /// The row of tags is among the first so many.
    private static final int TAGS_WITHIN = 25;

    private static final int MOST_ROWS = 500;
    private static final Pattern TAG = Pattern.compile("#[a-z][a-z0-9_]*+(?:\\s*+\\+[a-z][a-z0-9_]*+)*+");

    HxlTable {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
        missing = List.copyOf(missing);
    }

    /// @param number of the line in the file, from 1
    record Row(int number, Map<String, String> cells) {
        Optional<String> cell(String tag) {
            return Optional.ofNullable(cells.get(tag));
        }
    }

    /// A column that is not taken.
    ///
    /// @param number of the column, from 1
    /// @param name its tag, or what stands instead of one; its heading where it has neither
    record Left(int number, String name) {}

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

    /// More tags than anything else: a column that somebody left without one does not hide the others.
    private static boolean areTags(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        var tags = filled.stream().filter(HxlTable::isTag).count();
        return tags > 0 && tags * 2 > filled.size();
    }

    private static boolean isTag(String cell) {
        return TAG.matcher(cell.toLowerCase(Locale.ROOT)).matches();
    }

    private static HxlTable below(List<List<String>> lines, List<Integer> numbers, int at) {
        var cells = lines.get(at);
        var columns = HxlColumns.of(
                cells.stream().map(one -> isTag(one) ? small(one) : "").toList());
        var rows = new ArrayList<Row>();
        for (var number = at + 1; number < lines.size(); number++) {
            var line = lines.get(number);
            var known = new LinkedHashMap<String, String>();
            columns.taken()
                    .forEach((tag, places) -> places.stream()
                            .filter(place ->
                                    place < line.size() && !line.get(place).isEmpty())
                            .findFirst()
                            .ifPresent(place -> known.put(tag, line.get(place))));
            if (line.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(numbers.get(number), known));
            }
        }
        var headings = at == 0 ? List.<String>of() : lines.get(at - 1);
        return new HxlTable(
                rows,
                columns.left().stream()
                        .map(place -> new Left(place + 1, name(place, cells, headings)))
                        .filter(one -> !one.name().isEmpty())
                        .toList(),
                columns.missing());
    }

    private static String name(int place, List<String> cells, List<String> headings) {
        return !cells.get(place).isEmpty() ? cells.get(place) : place < headings.size() ? headings.get(place) : "";
    }

    private static String small(String tag) {
        return tag.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
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
