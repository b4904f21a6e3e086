package org.renkei.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;

/// What a node says to one partner about its new keys: from which key, by which card it goes now, and up to
/// which position of its ledger for that partner the old key has signed. Signed with the old and with the new
/// keys.
///
/// @param from names the old key ([NodeCard#keyId])
/// @param ledger entries of the ledger for `to` that were given out under the old key
/// @param bytes the whole statement as it travels
public record Succession(NodeId node, NodeId to, Hash from, NodeCard card, Instant at, long ledger, byte[] bytes) {
    private static final byte[] PURPOSE = "RENKEI SUCCESSION 1\n".getBytes(US_ASCII);

    public Succession {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    static byte[] make(NodeId to, NodeCard before, NodeKeys old, NodeCard next, NodeKeys fresh, Instant at, long ledger)
            throws GeneralSecurityException {
        var map = new LinkedHashMap<String, CborValue>();
        map.put("node", new CborText(next.node().toString()));
        map.put("to", new CborText(to.toString()));
        map.put("from", new CborBytes(before.keyId().bytes()));
        map.put("card", new CborBytes(next.signedBytes()));
        map.put("at", new CborInt(at.toEpochMilli()));
        map.put("ledger", new CborInt(ledger));
        var content = Cbor.encode(new CborMap(map));
        var text = signed(content);
        var outer = new LinkedHashMap<String, CborValue>();
        outer.put("succession", new CborBytes(content));
        outer.put("old-ed25519", new CborBytes(NodeKeys.sign(old.ed25519().getPrivate(), "Ed25519", text)));
        outer.put("old-ml-dsa-65", new CborBytes(NodeKeys.sign(old.mlDsa65().getPrivate(), "ML-DSA-65", text)));
        outer.put("new-ed25519", new CborBytes(NodeKeys.sign(fresh.ed25519().getPrivate(), "Ed25519", text)));
        outer.put("new-ml-dsa-65", new CborBytes(NodeKeys.sign(fresh.mlDsa65().getPrivate(), "ML-DSA-65", text)));
        return Cbor.encode(new CborMap(outer));
    }

    /// Reads a statement and verifies the signatures of the new keys; [#isSignedBy] says whose it is.
    ///
    /// @throws IllegalArgumentException when it cannot be relied on
    public static Succession parse(byte[] bytes) {
        try {
            var outer = NodeCard.map(Cbor.decode(bytes));
            var content = NodeCard.bytes(outer, "succession");
            var map = NodeCard.map(Cbor.decode(content));
            var card = NodeCard.ofSigned(NodeCard.bytes(map, "card"));
            var text = signed(content);
            NodeCard.verify(card.ed25519(), "Ed25519", text, NodeCard.bytes(outer, "new-ed25519"));
            NodeCard.verify(card.mlDsa65(), "ML-DSA-65", text, NodeCard.bytes(outer, "new-ml-dsa-65"));
            var node = NodeId.parse(NodeCard.text(map, "node"));
            if (!card.node().equals(node)) {
                throw new IllegalArgumentException("it is of " + node + ", its card of " + card.node());
            }
            return new Succession(
                    node,
                    NodeId.parse(NodeCard.text(map, "to")),
                    Hash.of(NodeCard.bytes(map, "from")),
                    card,
                    Instant.ofEpochMilli(number(map, "at")),
                    number(map, "ledger"),
                    bytes);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("this succession cannot be relied on: " + e.getMessage(), e);
        }
    }

    /// Whether the keys of that card have signed it, both of them.
    public boolean isSignedBy(NodeCard old) {
        try {
            var outer = NodeCard.map(Cbor.decode(bytes));
            var text = signed(NodeCard.bytes(outer, "succession"));
            NodeCard.verify(old.ed25519(), "Ed25519", text, NodeCard.bytes(outer, "old-ed25519"));
            NodeCard.verify(old.mlDsa65(), "ML-DSA-65", text, NodeCard.bytes(outer, "old-ml-dsa-65"));
            return old.keyId().equals(from);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] signed(byte[] content) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(PURPOSE);
        text.writeBytes(content);
        return text.toByteArray();
    }

    private static long number(Map<String, CborValue> map, String key) {
        if (map.get(key) instanceof CborInt(var number) && number >= 0) {
            return number;
        }
        throw new IllegalArgumentException("field '" + key + "' is missing");
    }
}
