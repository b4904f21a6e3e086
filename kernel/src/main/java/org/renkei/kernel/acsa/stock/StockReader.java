package org.renkei.kernel.acsa.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.acsa.past.Cells;
import org.renkei.kernel.acsa.past.PastWords;
import org.renkei.kernel.acsa.stock.StockEntry.Kind;

/// Reads one line of stock, from a spreadsheet or a form: all that is wrong with it at once.
public final class StockReader {
    private static final int MOST_TEXT = 200;
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    private final Map<StockField, String> cells;
    private final LocalDate today;
    private final List<Objection> objections = new ArrayList<>();

    private StockReader(Map<StockField, String> cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    /// @param entry null when there are objections
    public record Reading(@Nullable StockEntry entry, List<Objection> objections) {
        public Reading {
            objections = List.copyOf(objections);
        }
    }

    /// @param today the last day on which something can have been
    public static Reading read(Map<StockField, String> cells, LocalDate today) {
        var reader = new StockReader(cells, today);
        var entry = reader.entry();
        return new Reading(reader.objections.isEmpty() ? entry : null, reader.objections);
    }

    private @Nullable StockEntry entry() {
        var point = text(StockField.POINT);
        var day = day();
        var kind = known(StockField.KIND, Kind.find(cell(StockField.KIND)), KINDS);
        var category =
                known(StockField.CATEGORY, PastWords.category(cell(StockField.CATEGORY)), PastWords.categoryCodes());
        var item = text(StockField.ITEM);
        var unit = known(StockField.UNIT, PastWords.unit(cell(StockField.UNIT)), PastWords.units());
        var quantity = quantity();
        var reference = text(StockField.REFERENCE);
        if (category != null) {
            goods(category, unit);
        }
        return day == null || kind == null || category == null || unit == null
                ? null
                : new StockEntry(point, day, kind, new Commodity(category, item, unit), quantity, reference);
    }

    /// Services are not kept in store.
    private void goods(String category, @Nullable String unit) {
        var goods = Arrays.stream(SupplyCategory.values())
                .filter(one -> one.code().equals(category))
                .anyMatch(SupplyCategory::isGoods);
        if (!goods) {
            object(StockField.CATEGORY, "a service is not kept in store", "役務は在庫になりません");
        } else if (unit != null
                && Unit.find(unit).filter(one -> one.counts(true)).isEmpty()) {
            object(StockField.UNIT, category + " is not counted in " + unit, category + " は " + unit + " では数えません");
        }
    }

    private String cell(StockField field) {
        return Cells.text(cells.getOrDefault(field, ""));
    }

    private String text(StockField field) {
        var cell = cell(field);
        if (cell.isEmpty()) {
            object(field, "this field is required", "必須の項目です");
        } else if (cell.length() > MOST_TEXT || cell.chars().anyMatch(one -> one < ' ')) {
            object(field, "one line of at most " + MOST_TEXT + " characters", MOST_TEXT + " 文字以内の 1 行の文字列です");
        }
        return cell;
    }

    private <T> @Nullable T known(StockField field, Optional<T> found, List<String> all) {
        if (found.isEmpty()) {
            object(field, "one of " + all, all + " のどれかです");
        }
        return found.orElse(null);
    }

    private @Nullable LocalDate day() {
        var day = Cells.day(Cells.plain(cell(StockField.ON)), today);
        if (day == null) {
            object(
                    StockField.ON,
                    "a day that there was, the year first: 2026-02-28, not later than today",
                    "実在する過去の日付を年から書きます（例: 2026-02-28、本日まで）");
        }
        return day;
    }

    private long quantity() {
        var number = Cells.number(Cells.plain(cell(StockField.QUANTITY)));
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(StatementReader.MOST)) > 0) {
            object(
                    StockField.QUANTITY,
                    "a whole number from 0 to " + StatementReader.MOST,
                    "0 から " + StatementReader.MOST + " までの整数です");
            return 0;
        }
        return number.longValueExact();
    }

    private void object(StockField field, String english, String japanese) {
        objections.add(new Objection("/" + field.code(), english, japanese));
    }
}
