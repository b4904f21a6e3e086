package org.renkei.kernel.acsa.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.stock.StockEntry.Kind;

/// What is at the points of a nation on a day, by its entries and by what agreed orders still take. The
/// same for the same entries, in whatever order they came in.
///
/// @param unplaced what agreed orders take and nobody has said from where
public record StockLevels(LocalDate on, List<Level> levels, List<Draw> unplaced) {
    /// Use is averaged over so many days, the day itself the last of them.
    public static final int WINDOW = 30;

    /// One commodity at one point.
    ///
    /// @param onHand below 0 when more was issued than ever came in: an entry is missing
    /// @param reserved what agreed orders still take from here
    /// @param reserve what must stay
    /// @param used issued within the window; null when the entries do not reach back so far
    /// @param since the day of the first entry
    public record Level(
            String point,
            Commodity what,
            long onHand,
            long reserved,
            long reserve,
            @Nullable Long used,
            LocalDate since) {
        public long available() {
            return onHand - reserved;
        }

        /// For how many whole days what is available lasts at the use of the window; empty when that is
        /// not known, or when nothing was used.
        public OptionalLong days() {
            return used == null || used == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(Math.max(0, available()) * WINDOW / used);
        }
    }

    /// What taking something from a point would leave there.
    ///
    /// @param left available afterwards, beside what other orders take
    public record After(Draw draw, String point, long left, long reserve) {
        public boolean isBelow() {
            return left < reserve;
        }
    }

    public StockLevels {
        levels = List.copyOf(levels);
        unplaced = List.copyOf(unplaced);
    }

    public static StockLevels of(Collection<StockEntry> entries, Collection<Draw> draws, LocalDate on) {
        var kept = new TreeMap<String, Map<Commodity, List<StockEntry>>>();
        for (var entry : new HashSet<>(entries)) {
            if (!entry.on().isAfter(on)) {
                kept.computeIfAbsent(entry.point(), point -> new TreeMap<>())
                        .computeIfAbsent(entry.what(), what -> new ArrayList<>())
                        .add(entry);
            }
        }
        var levels = new ArrayList<Level>();
        kept.forEach((point, commodities) -> commodities.forEach((what, all) -> {
            var reserved = draws.stream()
                    .filter(draw -> draw.point().equals(point) && draw.what().equals(what))
                    .mapToLong(Draw::quantity)
                    .sum();
            levels.add(level(point, what, all, reserved, on));
        }));
        var unplaced = draws.stream()
                .filter(draw -> levels.stream()
                        .noneMatch(one ->
                                one.point().equals(draw.point()) && one.what().equals(draw.what())))
                .sorted(Comparator.comparing(Draw::what)
                        .thenComparing(draw -> draw.order().toString()))
                .toList();
        return new StockLevels(on, levels, unplaced);
    }

    private static Level level(String point, Commodity what, List<StockEntry> all, long reserved, LocalDate on) {
        all.sort(StockEntry.BY_DAY);
        var onHand = 0L;
        var reserve = 0L;
        var used = 0L;
        for (var entry : all) {
            switch (entry.kind()) {
                case RECEIPT -> onHand = Math.addExact(onHand, entry.quantity());
                case ISSUE -> {
                    onHand = Math.subtractExact(onHand, entry.quantity());
                    used = Math.addExact(used, entry.on().isAfter(on.minusDays(WINDOW)) ? entry.quantity() : 0);
                }
                case COUNT -> onHand = entry.quantity();
                case RESERVE -> reserve = entry.quantity();
            }
        }
        var since = all.stream()
                .filter(entry -> entry.kind() != Kind.RESERVE)
                .map(StockEntry::on)
                .findFirst()
                .orElse(all.getFirst().on());
        var known = !since.isAfter(on.minusDays(WINDOW));
        return new Level(point, what, onHand, reserved, reserve, known ? used : null, since);
    }

    /// What an order would leave at the point it names, or, while it names none, at each that keeps the
    /// commodity.
    ///
    /// @param wanted of one order; what the levels already reserve for it does not count twice
    public List<After> after(Collection<Draw> wanted, Collection<Draw> counted) {
        var after = new ArrayList<After>();
        for (var draw : wanted) {
            for (var level : levels) {
                if (level.what().equals(draw.what())
                        && (draw.point().isEmpty() || draw.point().equals(level.point()))) {
                    var own = counted.stream()
                            .filter(one -> one.order().equals(draw.order())
                                    && one.point().equals(level.point())
                                    && one.what().equals(draw.what()))
                            .mapToLong(Draw::quantity)
                            .sum();
                    after.add(
                            new After(draw, level.point(), level.available() + own - draw.quantity(), level.reserve()));
                }
            }
        }
        return after;
    }
}
