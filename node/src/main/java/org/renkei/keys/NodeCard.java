package org.renkei.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.fingerprint.FingerprintWords;
import org.renkei.kernel.ledger.CheckpointKeys;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.ledger.CosignatureVerifier;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;

/// What a node tells about itself to a partner: name, address, the hash of its TLS certificate and its two
/// public keys, signed with both. Handed over as a small text file and pinned by its fingerprint, which the two
/// administrators compare by another way, for example by telephone.
///
/// @param sealing public X-Wing key ([Sealing]); empty in the card of an older node
public record NodeCard(
        NodeId node,
        String nameEn,
        String nameJa,
        String address,
        Hash certificate,
        PublicKey ed25519,
        PublicKey mlDsa65,
        byte[] sealing,
        byte[] signedBytes) {

    public NodeCard {
        sealing = sealing.clone();
        signedBytes = signedBytes.clone();
    }

    @Override
    public byte[] sealing() {
        return sealing.clone();
    }

    @Override
    public byte[] signedBytes() {
        return signedBytes.clone();
    }

    private static final String BEGIN = "-----BEGIN RENKEI NODE CARD-----\n";
    private static final String END = "-----END RENKEI NODE CARD-----\n";
    private static final int MAX_LENGTH = 64 * 1024;

    /// SHA-256 over what the card says, as eight groups of eight hexadecimal digits. The signatures, which come out
    /// differently each time the node signs its card, are not part of it.
    public String fingerprint() {
        var groups = new ArrayList<String>();
        var hex = digest().hex();
        for (var i = 0; i < hex.length(); i += 8) {
            groups.add(hex.substring(i, i + 8));
        }
        return String.join(" ", groups);
    }

    /// The fingerprint as words to compare by telephone.
    public FingerprintWords words() {
        return FingerprintWords.of(digest().bytes());
    }

    private Hash digest() {
        return Hash.ofContent(bytes(map(Cbor.decode(signedBytes)), "card"));
    }

    /// Names the two signing keys, whatever else the card says: the address may change, and the key stays.
    public Hash keyId() {
        var map = new LinkedHashMap<String, CborValue>();
        map.put("ed25519", new CborBytes(ed25519.getEncoded()));
        map.put("ml-dsa-65", new CborBytes(mlDsa65.getEncoded()));
        return Hash.ofContent(Cbor.encode(new CborMap(map)));
    }

    public boolean hasFingerprint(String text) {
        return fingerprint().replace(" ", "").equalsIgnoreCase(text.replaceAll("[ :-]", ""));
    }

    public CheckpointVerifier verifier() {
        return new CheckpointVerifier(new CheckpointKeys(node.toString(), ed25519, mlDsa65));
    }

    /// What this node cosigned as a witness.
    public CosignatureVerifier cosignatures() {
        return new CosignatureVerifier(new CheckpointKeys(node.toString(), ed25519, mlDsa65));
    }

    public String text() {
        return BEGIN + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(signedBytes) + "\n" + END;
    }

    static byte[] content(NodeId node, String nameEn, String nameJa, String address, Hash certificate, NodeKeys keys) {
        var map = new LinkedHashMap<String, CborValue>();
        map.put("node", new CborText(node.toString()));
        map.put("en", new CborText(nameEn));
        map.put("ja", new CborText(nameJa));
        map.put("address", new CborText(address));
        map.put("certificate", new CborBytes(certificate.bytes()));
        map.put("ed25519", new CborBytes(keys.ed25519().getPublic().getEncoded()));
        map.put("ml-dsa-65", new CborBytes(keys.mlDsa65().getPublic().getEncoded()));
        map.put("x-wing", new CborBytes(keys.sealing().publicKey()));
        return Cbor.encode(new CborMap(map));
    }

    /// Reads a card and verifies both of its own signatures; whether it is the right card the fingerprint tells.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    public static NodeCard parse(String given) {
        // Mail and forms change the ends of lines, and lose the last one.
        var text = given.replace("\r", "").strip() + "\n";
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("this is no node card: it lacks the line " + BEGIN.strip());
        }
        try {
            return ofSigned(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("this node card cannot be relied on: " + e.getMessage(), e);
        }
    }

    /// As [#parse], from the bytes.
    static NodeCard ofSigned(byte[] signed) {
        try {
            var outer = map(Cbor.decode(signed));
            var content = bytes(outer, "card");
            var card = read(map(Cbor.decode(content)), signed);
            verify(card.ed25519(), "Ed25519", content, bytes(outer, "ed25519"));
            verify(card.mlDsa65(), "ML-DSA-65", content, bytes(outer, "ml-dsa-65"));
            return card;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static NodeCard read(Map<String, CborValue> map, byte[] signed) throws GeneralSecurityException {
        return new NodeCard(
                NodeId.parse(text(map, "node")),
                text(map, "en"),
                text(map, "ja"),
                text(map, "address"),
                Hash.of(bytes(map, "certificate")),
                publicKey("Ed25519", bytes(map, "ed25519")),
                publicKey("ML-DSA-65", bytes(map, "ml-dsa-65")),
                map.containsKey("x-wing") ? bytes(map, "x-wing") : new byte[0],
                signed);
    }

    static void verify(PublicKey key, String algorithm, byte[] content, byte[] signature)
            throws GeneralSecurityException {
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(content);
        if (!verifier.verify(signature)) {
            throw new IllegalArgumentException("its " + algorithm + " signature is wrong");
        }
    }

    static PublicKey publicKey(String algorithm, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static Map<String, CborValue> map(CborValue value) {
        if (value instanceof CborMap(var entries)) {
            return entries;
        }
        throw new IllegalArgumentException("a map is expected");
    }

    static byte[] bytes(Map<String, CborValue> map, String key) {
        if (map.get(key) instanceof CborBytes bytes) {
            return bytes.value();
        }
        throw new IllegalArgumentException("field '" + key + "' is missing");
    }

    static String text(Map<String, CborValue> map, String key) {
        if (map.get(key) instanceof CborText(var text)) {
            return text;
        }
        throw new IllegalArgumentException("field '" + key + "' is missing");
    }
}
