package org.renkei.federation;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// Which positions of a ledger come from what is being traced.
final class TracedEntries {
    private static final int MOST = 1_000;

    private final ConcurrentSkipListMap<Long, String> contexts = new ConcurrentSkipListMap<>();

    void put(long upTo, @Nullable String context) {
        if (context != null && contexts.size() < MOST) {
            contexts.put(upTo, context);
        }
    }

    /// The newest up to a position; what is older is forgotten with it.
    Optional<String> take(long upTo) {
        var known = contexts.headMap(upTo, true);
        var newest = known.isEmpty() ? null : known.lastEntry().getValue();
        known.clear();
        return Optional.ofNullable(newest);
    }
}
