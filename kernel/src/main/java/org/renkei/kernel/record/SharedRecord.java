package org.renkei.kernel.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;

/// One revision of a record. Only its origin node writes it; whoever holds it holds the whole of what was
/// released.
///
/// `label` governs everything that no portion governs, the fields beside the body included. `revision` counts
/// from 1; in a released form it counts what was released to that party, so that a gap tells nothing.
/// `redacted` says that the origin left something out of a released form. `references` may name records that
/// never come. `unknown` keeps fields of a newer version of the wire form, to be shown raw and passed on.
public record SharedRecord(
        UUID id,
        NodeId origin,
        String kind,
        int revision,
        String author,
        HybridTime time,
        Precedence precedence,
        Label label,
        List<Portion> portions,
        List<UUID> references,
        CborMap body,
        boolean redacted,
        @Nullable Instant until,
        Map<String, CborValue> unknown) {

    public SharedRecord {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1, not from " + revision);
        }
        portions = List.copyOf(portions);
        references = List.copyOf(references);
        unknown = Map.copyOf(unknown);
        if (until != null && !isMicroseconds(until)) {
            throw new IllegalArgumentException("the end of a release is a whole number of microseconds since 1970");
        }
        for (var key : RecordCodec.KEYS) {
            if (unknown.containsKey(key)) {
                throw new IllegalArgumentException("field '" + key + "' is a known one");
            }
        }
        var places = new HashSet<JsonPointer>();
        for (var portion : portions) {
            if (!places.add(portion.at())) {
                throw new IllegalArgumentException("portion " + portion.at() + " is labelled twice");
            }
        }
    }

    /// The same with another number.
    public SharedRecord withRevision(int number) {
        return new SharedRecord(
                id,
                origin,
                kind,
                number,
                author,
                time,
                precedence,
                label,
                portions,
                references,
                body,
                redacted,
                until,
                unknown);
    }

    /// The same, as if written at another time.
    public SharedRecord withTime(HybridTime other) {
        return new SharedRecord(
                id,
                origin,
                kind,
                revision,
                author,
                other,
                precedence,
                label,
                portions,
                references,
                body,
                redacted,
                until,
                unknown);
    }

    /// The label of the whole: computed from its parts, never typed.
    public Label banner() {
        return portions.stream().map(Portion::label).reduce(label, Label::combine);
    }

    private static boolean isMicroseconds(Instant time) {
        return time.getNano() % 1_000 == 0
                && !time.isBefore(Instant.EPOCH)
                && !time.isAfter(Instant.EPOCH.plus(HybridTime.MAX_MICROS, ChronoUnit.MICROS));
    }
}
