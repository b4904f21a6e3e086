package org.renkei.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordIds;

/// The bytes of an audit entry that its Merkle leaf is the hash of. Details stand in them as a hash, so that they can
/// be purged lawfully without breaking a proof.
///
/// Encoding: a CBOR map `{n: position, t: microseconds, a: actor, e: event, r: record, p: party, d: SHA-256 of the
/// details}`; `r` and `p` are left out where there is none.
public final class AuditLeaf {
    private AuditLeaf() {}

    public static byte[] encode(long position, Instant at, AuditEvent event, String details) {
        var map = new LinkedHashMap<String, CborValue>();
        map.put("n", new CborInt(position));
        map.put("t", new CborInt(HybridTime.micros(at)));
        map.put("a", new CborText(event.actor()));
        map.put("e", new CborText(event.event()));
        if (event.record() != null) {
            map.put("r", new CborBytes(RecordIds.bytes(event.record())));
        }
        if (event.party() != null) {
            map.put("p", new CborText(event.party()));
        }
        map.put("d", new CborBytes(digest(details).bytes()));
        return Cbor.encode(new CborMap(map));
    }

    private static Hash digest(String details) {
        return Hash.ofContent(details.getBytes(StandardCharsets.UTF_8));
    }

    /// What a leaf says of its entry.
    record Sealed(
            long position,
            Instant at,
            String actor,
            String event,
            @Nullable UUID record,
            @Nullable String party,
            Hash details) {

        /// The columns of a row that say something else.
        List<String> differing(long position, @Nullable Instant at, AuditEvent row, String details) {
            var columns = new ArrayList<String>();
            note(columns, "position", this.position == position);
            note(columns, "at", this.at.equals(at));
            note(columns, "actor", actor.equals(row.actor()));
            note(columns, "event", event.equals(row.event()));
            note(columns, "record", Objects.equals(record, row.record()));
            note(columns, "party", Objects.equals(party, row.party()));
            note(columns, "details", this.details.equals(digest(details)));
            return columns;
        }

        private static void note(List<String> columns, String column, boolean same) {
            if (!same) {
                columns.add(column);
            }
        }
    }

    /// What the leaf says; null when these bytes are no leaf.
    static @Nullable Sealed decode(byte[] leaf) {
        try {
            if (Cbor.decode(leaf) instanceof CborMap(var map)
                    && map.get("n") instanceof CborInt(var position)
                    && map.get("t") instanceof CborInt(var micros)
                    && map.get("a") instanceof CborText(var actor)
                    && map.get("e") instanceof CborText(var event)
                    && map.get("d") instanceof CborBytes details) {
                return new Sealed(
                        position,
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                        actor,
                        event,
                        map.get("r") instanceof CborBytes id ? RecordIds.ofBytes(id.value()) : null,
                        map.get("p") instanceof CborText(var party) ? party : null,
                        Hash.of(details.value()));
            }
        } catch (RuntimeException e) {
            // Told as a leaf that was changed.
        }
        return null;
    }
}
