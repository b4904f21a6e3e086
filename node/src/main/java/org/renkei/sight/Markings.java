package org.renkei.sight;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.kernel.ledger.Hash;
import org.renkei.records.Marking;
import org.renkei.records.SiftedRecords;
import org.springframework.stereotype.Component;

/// Every marking that a record here has or had, decoded once: a digest never stands for another one.
@Component
class Markings {
    private static final int MOST = 200_000;

    private final SiftedRecords records;
    private final Map<Hash, Marking> decoded = new ConcurrentHashMap<>();

    Markings(SiftedRecords records) {
        this.records = records;
    }

    Map<Hash, Marking> all() {
        var digests = records.listMarkings();
        if (decoded.size() > MOST) {
            decoded.clear();
        }
        var missing = digests.stream().filter(one -> !decoded.containsKey(one)).toList();
        if (!missing.isEmpty()) {
            decoded.putAll(records.markings(missing));
        }
        var all = new HashMap<Hash, Marking>();
        digests.forEach(one -> {
            var marking = decoded.get(one);
            if (marking != null) {
                all.put(one, marking);
            }
        });
        return all;
    }
}
