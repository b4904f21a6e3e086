package org.renkei.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
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
/// be
/// purged lawfully without breaking a proof.
final class AuditLeaf {
    private AuditLeaf() {}

    static byte[] encode(long position, Instant at, AuditEvent event, String details) {
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
        map.put(
                "d",
                new CborBytes(
                        Hash.ofContent(details.getBytes(StandardCharsets.UTF_8)).bytes()));
        return Cbor.encode(new CborMap(map));
    }
}
