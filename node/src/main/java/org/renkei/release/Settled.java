package org.renkei.release;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.kernel.release.Settling.Effect;

/// What one record came to for one party. Its position in the ledger is known once the ledger has given it.
final class Settled {
    private final UUID record;
    private final int revision;
    private final Verdict verdict;
    private final Effect effect;
    private final boolean holds;
    private long position;
    private @Nullable Settled earlier;

    Settled(UUID record, int revision, Verdict verdict, Effect effect, boolean holds) {
        this.record = record;
        this.revision = revision;
        this.verdict = verdict;
        this.effect = effect;
        this.holds = holds;
    }

    UUID record() {
        return record;
    }

    int revision() {
        return revision;
    }

    Verdict verdict() {
        return verdict;
    }

    Effect effect() {
        return effect;
    }

    void at(long place) {
        position = place;
    }

    /// Stands where the change before it stands.
    void follow(Settled other) {
        earlier = other;
    }

    long positionOrZero() {
        return earlier == null ? position : earlier.positionOrZero();
    }

    /// Where the ledger says what this came to; null when the party never held anything of it.
    @Nullable
    Long position() {
        return holds || effect == Effect.RECALLED ? (Long) positionOrZero() : null;
    }

    AuditEvent event(String actor, String event) {
        var summary = verdict.summary();
        Map<String, Object> details = new TreeMap<>(Map.of(
                "decision", summary.outcome(),
                "revision", revision,
                "asOf", summary.asOf().toString(),
                "explanation", verdict.digest().hex()));
        var place = position();
        if (place != null) {
            details.put("position", place);
        }
        return new AuditEvent(actor, event, record, summary.party(), details);
    }
}
