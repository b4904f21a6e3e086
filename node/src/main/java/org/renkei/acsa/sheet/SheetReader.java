package org.renkei.acsa.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.renkei.acsa.sheet.Sheet.Line;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;

/// Reads a table out of a file that anybody may have made: CSV in UTF-8, UTF-16 or Shift_JIS, or XLSX. What is too
/// large, hidden or not a table is refused with its reason.
public final class SheetReader {
    public static final int MOST_LINES = 20_000;
    public static final int MOST_COLUMNS = 100;

    private static final int MOST_CELL = 4_000;
    /// What Japanese spreadsheets call Shift_JIS.
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private SheetReader() {}

    /// @throws Problem when it is no table that can be read
    public static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw refused("the file is empty", "ファイルが空です");
        }
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
            ZipGuard.check(file);
            return table("xlsx", workbook(file));
        }
        if (file.length > 3 && (file[0] & 0xff) == 0xd0 && (file[1] & 0xff) == 0xcf) {
            throw refused(
                    "this is an old or an encrypted workbook: save it as XLSX without a password",
                    "旧形式（.xls）またはパスワード付きのブックです。パスワードなしの XLSX で保存し直してください");
        }
        var charset = charset(file);
        return table(charset.equals(SHIFT_JIS) ? "Shift_JIS" : charset.name(), csv(file, charset));
    }

    private static Sheet table(String form, List<Line> all) {
        var lines = new ArrayList<>(all);
        lines.removeIf(Line::isBlank);
        var marking = "";
        while (!lines.isEmpty() && lines.getFirst().isNote()) {
            var text = lines.removeFirst().cell(0).substring(1).strip();
            marking = marking.isEmpty() ? text : marking;
        }
        if (lines.isEmpty()) {
            throw refused("there is no line with headings", "見出しの行がありません");
        }
        var headings = lines.removeFirst();
        lines.removeIf(Line::isNote);
        return new Sheet(
                form, marking, headings.cells().stream().map(String::strip).toList(), lines);
    }

    private static Charset charset(byte[] file) {
        if (file.length > 1
                && ((file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff
                        || (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe)) {
            return StandardCharsets.UTF_16;
        }
        for (var charset : List.of(StandardCharsets.UTF_8, SHIFT_JIS)) {
            if (decoded(file, charset).isPresent()) {
                return charset;
            }
        }
        throw refused(
                "the text is neither UTF-8 nor Shift_JIS: save the CSV as UTF-8",
                "文字コードが UTF-8 でも Shift_JIS でもありません。UTF-8 の CSV で保存し直してください");
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static List<Line> csv(byte[] file, Charset charset) {
        var text = decoded(file, charset).orElseThrow(() -> refused("the text is broken UTF-16", "UTF-16 の文字列が壊れています"));
        var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (plain.indexOf('\0') >= 0) {
            throw refused("this is no text: it holds zero bytes", "テキストではありません（ゼロバイトを含みます）");
        }
        var lines = new ArrayList<Line>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(plain))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(plain)) {
            for (var record : reader) {
                var cells =
                        record.getFields().stream().map(SheetReader::unquoted).toList();
                lines.add(line((int) record.getStartingLineNumber(), cells, List.of(), lines.size()));
            }
        } catch (CsvParseException e) {
            throw refused("the CSV cannot be read: " + e.getMessage(), "CSV を読み取れません: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    /// The separator that the first lines know most of.
    private static char separator(String text) {
        var head = text.substring(0, Math.min(text.length(), MOST_CELL));
        var best = ',';
        for (var one : new char[] {'\t', ';'}) {
            if (count(head, one) > count(head, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(each -> each == one).count();
    }

    /// An apostrophe before what a spreadsheet would take for a formula is not part of the text.
    private static String unquoted(String cell) {
        return cell.startsWith("'") && SheetWriter.needsApostrophe(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static List<Line> workbook(byte[] file) {
        var lines = new ArrayList<Line>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                var rows = book.getFirstSheet().openStream()) {
            for (var row : (Iterable<Row>) rows::iterator) {
                lines.add(line(row, lines.size()));
            }
        } catch (Problem e) {
            throw e;
        } catch (IOException | ExcelReaderException e) {
            throw unreadable();
        } catch (RuntimeException e) {
            // The library says of a broken workbook whatever its parsers say.
            throw unreadable();
        }
        return lines;
    }

    private static Problem unreadable() {
        return refused("this is no XLSX workbook that can be read", "読み取れる XLSX ブックではありません");
    }

    private static Line line(Row row, int before) {
        var cells = new ArrayList<String>();
        var formulas = new ArrayList<Integer>();
        for (var cell : row) {
            if (cell == null) {
                cells.add("");
                continue;
            }
            if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
                formulas.add(cells.size());
                cells.add("");
            } else {
                cells.add(text(cell));
            }
        }
        return line(row.getRowNum(), cells, formulas, before);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY, FORMULA -> "";
            case STRING, BOOLEAN, ERROR -> cell.getText();
            case NUMBER -> isDay(cell) ? day(cell) : cell.asNumber().toPlainString();
        };
    }

    private static String day(Cell cell) {
        var time = cell.asDate();
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }

    /// By the format of the cell, quoted parts and colours aside.
    private static boolean isDay(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        var plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return plain.contains("y") && plain.contains("d") || plain.contains("m") && plain.contains("d");
    }

    private static Line line(int number, List<String> cells, List<Integer> formulas, int before) {
        if (before >= MOST_LINES) {
            throw refused(
                    "more than " + MOST_LINES + " lines: bring it in by parts", MOST_LINES + " 行を超えています。分けて取り込んでください");
        }
        if (cells.size() > MOST_COLUMNS) {
            throw refused(
                    "line " + number + " has more than " + MOST_COLUMNS + " columns",
                    number + " 行目の列数が " + MOST_COLUMNS + " を超えています");
        }
        if (cells.stream().anyMatch(cell -> cell.length() > MOST_CELL)) {
            throw refused(
                    "line " + number + " has a cell of more than " + MOST_CELL + " characters",
                    number + " 行目に " + MOST_CELL + " 文字を超えるセルがあります");
        }
        return new Line(number, cells, formulas);
    }

    static Problem refused(String english, String japanese) {
        return Problem.refused(List.of(new FieldError("/file", english, japanese)));
    }
}
