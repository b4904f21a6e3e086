package org.renkei.simulator;

import java.util.Map;
import java.util.TreeMap;

/// Adds up histories.
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();
    private long histories;
    private long bytes;
    private long divergences;

    synchronized void add(History.Outcome outcome) {
        histories++;
        bytes += outcome.bytes();
        divergences += outcome.failure() == null ? 0 : 1;
        outcome.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum));
    }

    synchronized long histories() {
        return histories;
    }

    synchronized long divergences() {
        return divergences;
    }

    synchronized String totals(double seconds) {
        var text = new StringBuilder();
        counts.forEach((what, times) -> text.append("  %-28s %,12d%n".formatted(what, times)));
        text.append("  %-28s %,12d%n".formatted("bytes on their way", bytes));
        return text
                + "%,d histories, %d divergences, %.0f s, %.1f histories/s"
                        .formatted(histories, divergences, seconds, histories / Math.max(0.001, seconds));
    }
}
