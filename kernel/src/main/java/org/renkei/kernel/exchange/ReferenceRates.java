package org.renkei.kernel.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Units of each currency for one euro, day by day. A day without a rate has the last earlier one, as the bank
/// publishes none on its holidays; but never one older than [#OLDEST_DAYS], so that a table that ends is noticed.
public final class ReferenceRates {
    /// The longest row of days without rates since 1999 is five, over Easter and over the end of a year.
    public static final int OLDEST_DAYS = 10;

    public static final ReferenceRates NONE = new ReferenceRates(Map.of());

    private final NavigableMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    public ReferenceRates(Map<LocalDate, Map<String, BigDecimal>> days) {
        days.forEach((day, rates) -> this.days.put(day, Map.copyOf(rates)));
    }

    public NavigableMap<LocalDate, Map<String, BigDecimal>> days() {
        return new TreeMap<>(days);
    }

    /// The rate that counts on a day: of the last day up to it on which both currencies have one.
    public Optional<CrossRate> on(LocalDate day, String from, String to) {
        var oldest = day.minusDays(OLDEST_DAYS);
        for (var one : days.subMap(oldest, true, day, true).descendingMap().entrySet()) {
            var first = perEuro(one.getValue(), from);
            var second = perEuro(one.getValue(), to);
            if (first.isPresent() && second.isPresent()) {
                return Optional.of(new CrossRate(from, to, one.getKey(), first.get(), second.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> perEuro(Map<String, BigDecimal> rates, String currency) {
        return currency.equals(CrossRate.EURO) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(rates.get(currency));
    }
}
