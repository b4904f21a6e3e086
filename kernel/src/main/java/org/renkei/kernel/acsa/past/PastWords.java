package org.renkei.kernel.acsa.past;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.acsa.Terms.Unit;

/// The words by which spreadsheets name what has a code here: the code itself, or a usual word in either language.
public final class PastWords {
    private static final Map<String, String> DIRECTIONS = words(List.of(
            List.of(Direction.SUPPLIED.code(), "supplied", "supply", "out", "提供"),
            List.of(Direction.RECEIVED.code(), "received", "receipt", "in", "受領")));

    private static final Map<String, String> SETTLEMENTS = words(List.of(
            List.of(Settlement.REIMBURSEMENT.code(), "cash", "payment", "currency", "金銭決済", "金銭", "通貨", "償還"),
            List.of(Settlement.REPLACEMENT.code(), "replacement in kind", "return in kind", "現物返還", "同種返還"),
            List.of(Settlement.EXCHANGE.code(), "exchange of equal value", "同等価値", "交換", "等価交換")));

    private static final Map<String, String> UNITS = words(List.of(
            List.of(Unit.LITRE_15C.code(), "litre", "liter", "l", "リットル", "ℓ"),
            List.of(Unit.KILOGRAM.code(), "kg", "キログラム"),
            List.of(Unit.EACH.code(), "ea", "piece", "個"),
            List.of(Unit.RATION.code(), "rations", "食"),
            List.of(Unit.BOX.code(), "bx", "箱"),
            List.of(Unit.HOUR.code(), "hours", "h", "時間"),
            List.of(Unit.DAY.code(), "days", "日"),
            List.of(Unit.NIGHT.code(), "nights", "泊"),
            List.of(Unit.TONNE_KM.code(), "tkm", "トンキロ"),
            List.of(Unit.JOB.code(), "件", "式")));

    private static final Map<String, String> CATEGORIES = categories();

    private PastWords() {}

    public static Optional<String> direction(String word) {
        return Optional.ofNullable(DIRECTIONS.get(PastField.plain(word)));
    }

    public static Optional<String> settlement(String word) {
        return Optional.ofNullable(SETTLEMENTS.get(PastField.plain(word)));
    }

    public static Optional<String> unit(String word) {
        return Optional.ofNullable(UNITS.get(PastField.plain(word)));
    }

    public static Optional<String> category(String word) {
        return Optional.ofNullable(CATEGORIES.get(PastField.plain(word)));
    }

    public static List<String> directions() {
        return Arrays.stream(Direction.values()).map(Direction::code).toList();
    }

    public static List<String> settlements() {
        return Arrays.stream(Settlement.values()).map(Settlement::code).toList();
    }

    public static List<String> units() {
        return Arrays.stream(Unit.values()).map(Unit::code).toList();
    }

    public static List<String> categoryCodes() {
        return Arrays.stream(SupplyCategory.values()).map(SupplyCategory::code).toList();
    }

    private static Map<String, String> categories() {
        var words = new LinkedHashMap<String, String>();
        for (var one : SupplyCategory.values()) {
            for (var word : List.of(one.code(), one.japanEnglish(), one.japanJapanese(), one.us())) {
                if (!word.isEmpty()) {
                    words.putIfAbsent(PastField.plain(word), one.code());
                }
            }
        }
        words.putIfAbsent(PastField.plain("燃料"), SupplyCategory.FUEL.code());
        words.putIfAbsent(PastField.plain("POL"), SupplyCategory.FUEL.code());
        return Map.copyOf(words);
    }

    /// @param rows each begins with the code
    private static Map<String, String> words(List<List<String>> rows) {
        var words = new LinkedHashMap<String, String>();
        rows.forEach(row -> row.forEach(word -> words.put(PastField.plain(word), row.getFirst())));
        return Map.copyOf(words);
    }
}
