package org.renkei.tak;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What went to and from one client.
final class TakFigures {
    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();
    private final Map<TakRefusal, LongAdder> refused = new ConcurrentHashMap<>();
    private final TakRate inRate = new TakRate();
    private final TakRate outRate = new TakRate();

    void in(long now) {
        in.increment();
        inRate.add(1, now);
    }

    void out(int count, long now) {
        out.add(count);
        outRate.add(count, now);
    }

    void refused(TakRefusal reason) {
        refused.computeIfAbsent(reason, first -> new LongAdder()).increment();
    }

    long in() {
        return in.sum();
    }

    long out() {
        return out.sum();
    }

    double inRate(long now) {
        return inRate.perSecond(now);
    }

    double outRate(long now) {
        return outRate.perSecond(now);
    }

    Map<TakRefusal, Long> refused() {
        var counts = new TreeMap<TakRefusal, Long>();
        refused.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }
}
