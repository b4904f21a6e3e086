package org.renkei.release;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/// How many decisions were made since the node started, by outcome.
@Component
public class DecisionTally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    DecisionTally() {
        for (var outcome : new String[] {"released", "redacted", "withheld", "needs-review"}) {
            counts.put(outcome, new LongAdder());
        }
    }

    void count(String outcome) {
        counts.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    public Map<String, Long> counts() {
        var copy = new TreeMap<String, Long>();
        counts.forEach((outcome, count) -> copy.put(outcome, count.sum()));
        return copy;
    }
}
