package org.renkei.kernel.relief.matching;

import java.util.List;

/// Who brings what to whom.
///
/// @param value what it is worth, of [MatchingTask#whole]
public record Plan(List<Line> lines, long value) {
    public Plan {
        lines = List.copyOf(lines);
    }

    /// One delivery.
    public record Line(Route route, long quantity) {}

    static Plan of(MatchingTask task, List<Line> lines) {
        var served = served(task, lines);
        var value = 0L;
        for (var demand = 0; demand < served.length; demand++) {
            value += task.demands().get(demand).value(served[demand]);
        }
        return new Plan(lines, value);
    }

    /// Units that each demand gets.
    public long[] served(MatchingTask task) {
        return served(task, lines);
    }

    private static long[] served(MatchingTask task, List<Line> lines) {
        var served = new long[task.demands().size()];
        lines.forEach(line -> served[line.route().demand()] += line.quantity());
        return served;
    }

    /// Weighted unmet need: what it leaves of [MatchingTask#whole].
    public long unmet(MatchingTask task) {
        return task.whole() - value;
    }
}
