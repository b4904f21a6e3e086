package org.renkei.acsa;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.renkei.acsa.FoldBook.Outline;
import org.renkei.acsa.Orders.Folded;

/// Orders that were folded last and are seen whole, in memory alone: good as long as the order has no newer version.
final class OrderFolds {
    private static final int MOST = 4_000;

    private final Map<UUID, Known> orders = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > MOST;
        }
    });

    private record Known(long version, Folded folded) {}

    Optional<Folded> find(Outline outline) {
        return Optional.ofNullable(orders.get(outline.order()))
                .filter(known -> known.version == outline.version())
                .map(Known::folded);
    }

    /// @return what is kept: without its records
    Folded keep(Outline outline, Folded folded) {
        var kept = new Folded(folded.order(), Map.of(), folded.label());
        orders.put(outline.order(), new Known(outline.version(), kept));
        return kept;
    }
}
