package org.renkei.kernel.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the file of reference rates as the European Central Bank publishes it (`eurofxref-hist.csv`): a row for each
/// day, a column for each currency, units for one euro, `N/A` or nothing where there is none. A file with a mistake is
/// not read in part.
public final class EcbFile {
    private static final int MOST_MISTAKES = 20;
    private static final Pattern RATE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    private EcbFile() {}

    /// What came of reading a file.
    public sealed interface Outcome {}

    public record Read(ReferenceRates rates) implements Outcome {}

    /// @param mistakes the first twenty
    public record Refused(List<Mistake> mistakes) implements Outcome {}

    /// @param row counted from 1, the head is the first
    public record Mistake(int row, String english, String japanese) {}

    /// @param today rates of a day to come are a mistake
    public static Outcome read(String text, LocalDate today) {
        var file = new EcbFile();
        var rows = text.replace("\uFEFF", "").lines().toList();
        var currencies = rows.isEmpty() ? List.<String>of() : file.head(rows.getFirst());
        if (file.mistakes.isEmpty()) {
            for (var i = 1; i < rows.size(); i++) {
                if (!rows.get(i).isBlank()) {
                    file.row(i + 1, cells(rows.get(i)), currencies, today);
                }
            }
            if (file.days.isEmpty()) {
                file.mistake(2, "there is no day in it", "日付の行がありません");
            }
        }
        return file.mistakes.isEmpty()
                ? new Read(new ReferenceRates(file.days))
                : new Refused(file.mistakes.stream().limit(MOST_MISTAKES).toList());
    }

    private List<String> head(String row) {
        var cells = cells(row);
        if (cells.size() < 2 || !cells.getFirst().equals("Date")) {
            mistake(
                    1,
                    "it begins with 'Date' and a currency for each column: this is no file of reference rates",
                    "1 行目は Date と通貨コードの列です。参照レートのファイルではありません");
            return List.of();
        }
        var currencies = cells.subList(1, cells.size());
        for (var code : currencies) {
            if (!isCurrency(code)) {
                mistake(1, "'" + code + "' is no currency of ISO 4217", "「" + code + "」は ISO 4217 の通貨ではありません");
            }
        }
        if (currencies.stream().distinct().count() < currencies.size()) {
            mistake(1, "a currency has two columns", "同じ通貨の列が二つあります");
        }
        return currencies;
    }

    private void row(int row, List<String> cells, List<String> currencies, LocalDate today) {
        if (cells.size() != currencies.size() + 1) {
            mistake(
                    row,
                    "it has " + cells.size() + " cells, the head " + (currencies.size() + 1),
                    "列数が " + cells.size() + " です（見出しは " + (currencies.size() + 1) + " 列）");
            return;
        }
        var rates = new HashMap<String, BigDecimal>();
        for (var i = 0; i < currencies.size(); i++) {
            rate(row, currencies.get(i), cells.get(i + 1), rates);
        }
        try {
            var day = LocalDate.parse(cells.getFirst());
            if (day.isBefore(FIRST) || day.isAfter(today)) {
                mistake(row, day + " is a day without reference rates", day + " に参照レートはありません");
            } else if (days.put(day, rates) != null) {
                mistake(row, day + " stands there twice", day + " の行が二つあります");
            }
        } catch (DateTimeException e) {
            mistake(
                    row,
                    "'" + cells.getFirst() + "' is no day that there is (YYYY-MM-DD)",
                    "「" + cells.getFirst() + "」は実在する日付（YYYY-MM-DD）ではありません");
        }
    }

    private void rate(int row, String currency, String cell, Map<String, BigDecimal> rates) {
        if (cell.isEmpty() || cell.equals("N/A")) {
            return;
        }
        if (RATE.matcher(cell).matches() && new BigDecimal(cell).signum() > 0) {
            rates.put(currency, new BigDecimal(cell));
        } else {
            mistake(row, currency + ": '" + cell + "' is no rate", currency + "：「" + cell + "」はレートではありません");
        }
    }

    private void mistake(int row, String english, String japanese) {
        mistakes.add(new Mistake(row, english, japanese));
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }

    /// The published file ends each row with a comma.
    private static List<String> cells(String row) {
        var cells = new ArrayList<>(List.of(row.split(",", -1)));
        cells.replaceAll(String::strip);
        if (cells.size() > 1 && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }
}
