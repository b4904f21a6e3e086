package org.renkei.release;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.Draft;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Makes revisions of drafts: gives them id, number and time.
@Component
class Authoring {
    private static final UUID NO_ID = new UUID(0, 0);

    private final NodeId node;
    private final Clock clock;
    private final HybridClock hybrid;
    private final SecureRandom random = new SecureRandom();

    Authoring(NodeSettings settings, Clock clock, HybridClock hybrid) {
        this.node = settings.node();
        this.clock = clock;
        this.hybrid = hybrid;
    }

    /// @param before the record that this becomes the next revision of, or null for a new record
    SharedRecord write(Draft draft, @Nullable SharedRecord before) {
        var now = clock.instant();
        var time = hybrid.tick(HybridTime.micros(now), 1 + random.nextInt(HybridClock.MAX_STEP));
        if (before != null) {
            return of(draft, node, before.id(), before.revision() + 1, time);
        }
        var bytes = new byte[RecordIds.RANDOM_BYTES];
        random.nextBytes(bytes);
        return of(draft, node, RecordIds.of(now.toEpochMilli(), bytes), 1, time);
    }

    /// A record as it would be, for a preview.
    SharedRecord provisional(Draft draft) {
        return of(draft, node, NO_ID, 1, HybridTime.ZERO);
    }

    /// Whether label and portions are those of the revision before.
    static boolean hasSameLabels(SharedRecord record, @Nullable SharedRecord before) {
        return before != null
                && before.label().equals(record.label())
                && before.portions().equals(record.portions());
    }

    /// Equal for drafts that say the same, so that an import repeated changes nothing.
    static Hash digest(Draft draft) {
        return RecordCodec.digest(of(draft, new NodeId("XX", "draft"), NO_ID, 1, HybridTime.ZERO));
    }

    private static SharedRecord of(Draft draft, NodeId node, UUID id, int revision, HybridTime time) {
        return new SharedRecord(
                id,
                node,
                draft.kind(),
                revision,
                draft.author(),
                time,
                draft.precedence(),
                draft.label(),
                draft.portions(),
                draft.references(),
                draft.body(),
                false,
                draft.until(),
                Map.of());
    }
}
