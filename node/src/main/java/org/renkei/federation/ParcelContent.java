package org.renkei.federation;

import java.time.Instant;
import java.util.List;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;

/// What the innermost layer of a parcel holds: frames of a session, and who says them. Anybody can seal to a node, so
/// the origin signs: with both of its keys, as a checkpoint of its parcels for that node, whose size and root are the
/// length and the hash of the frames.
record ParcelContent(NodeId from, byte[] frames, String signed) {

    static ParcelContent sign(NodeId from, NodeId to, byte[] frames, OwnKeys keys) {
        var note = new Checkpoint(name(from, to), frames.length, Hash.ofContent(frames));
        return new ParcelContent(from, frames, keys.sign(note));
    }

    byte[] encode() {
        return Cbor.encode(
                new CborArray(List.of(new CborText(from.toString()), new CborBytes(frames), new CborText(signed))));
    }

    /// @throws IllegalArgumentException when it is none
    static ParcelContent decode(byte[] bytes) {
        if (Cbor.decode(bytes) instanceof CborArray(var parts)
                && parts.size() == 3
                && parts.get(0) instanceof CborText(var from)
                && parts.get(1) instanceof CborBytes frames
                && parts.get(2) instanceof CborText(var signed)) {
            return new ParcelContent(NodeId.parse(from), frames.value(), signed);
        }
        throw new IllegalArgumentException("it holds nothing that is for a node");
    }

    /// Whether the partner that it names has said this to this node.
    boolean isSaidBy(Partners.Partner partner, NodeId self, Instant now) {
        return partner.history().verifyRecent(signed, name(from, self), now)
                        instanceof CheckpointVerdict.Verified(var note)
                && note.size() == frames.length
                && note.root().equals(Hash.ofContent(frames));
    }

    private static String name(NodeId from, NodeId to) {
        return from + "/parcels/" + to;
    }
}
