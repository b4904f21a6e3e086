package org.renkei.kernel.acsa.stock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.renkei.kernel.acsa.past.PastField;

/// One dated entry about one commodity at one point.
///
/// @param point its name, as its holder gives it
/// @param quantity whole units, not below 0
/// @param reference the voucher it stands for: by it an entry is known again
public record StockEntry(String point, LocalDate on, Kind kind, Commodity what, long quantity, String reference) {

    /// Whatever the order in which they came in.
    static final Comparator<StockEntry> BY_DAY = Comparator.comparing(StockEntry::on)
            .thenComparing(StockEntry::kind)
            .thenComparing(StockEntry::what)
            .thenComparing(StockEntry::reference)
            .thenComparingLong(StockEntry::quantity);

    public enum Kind {
        RECEIPT("受入れ", "received", "in", "receipt", "入庫"),
        ISSUE("払出し", "issued", "out", "issue", "出庫"),
        /// What was there at the end of that day, by count: it takes the place of all that was entered
        /// before.
        COUNT("棚卸し", "counted", "stocktake", "inventory", "在庫", "現在高"),
        /// What must stay from that day on.
        RESERVE("保有基準", "reserve", "minimum", "safety stock", "最低保有量");

        private final String japanese;
        private final List<String> words;

        Kind(String japanese, String... words) {
            this.japanese = japanese;
            this.words = Arrays.stream(words).map(PastField::plain).toList();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String japanese() {
            return japanese;
        }

        /// By its code, or a usual word in either language.
        static Optional<Kind> find(String word) {
            var plain = PastField.plain(word);
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(plain)
                            || PastField.plain(one.japanese).equals(plain)
                            || one.words.contains(plain))
                    .findFirst();
        }
    }

    /// What makes it the same entry when it comes again.
    public String identity() {
        return String.join(
                "|", point, on.toString(), kind.code(), what.category(), what.item(), what.unit(), reference);
    }
}
