package org.renkei.release;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/// How many records stand at each outcome for a party.
@Service
public class ReleaseCounts {
    private final Holdings holdings;

    ReleaseCounts(Holdings holdings) {
        this.holdings = holdings;
    }

    public Map<String, Long> of(String party) {
        var found = holdings.countByOutcome(party);
        var counts = new LinkedHashMap<String, Long>();
        counts.put("released", found.getOrDefault("released", 0L));
        counts.put("redacted", found.getOrDefault("redacted", 0L));
        counts.put("withheld", found.getOrDefault("withheld", 0L));
        counts.put("needsReview", found.getOrDefault("needs-review", 0L));
        return counts;
    }
}
