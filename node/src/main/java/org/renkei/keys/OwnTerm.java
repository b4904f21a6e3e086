package org.renkei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.record.NodeId;

/// Keys of this node whose term is over: the card, how far they have signed, and for a while what still opens
/// and connects. The keys that signed are gone.
///
/// @param withdrawn whether somebody else may have them; then nothing leads from them to those after
/// @param audit entries of the audit log when the term ended
/// @param ledgers of each partner's ledger, how many entries were given out when the term ended
public record OwnTerm(
        Path folder, NodeCard card, Instant ended, boolean withdrawn, long audit, Map<NodeId, Long> ledgers) {
    private static final String CARD = "node.card";
    private static final String TERM = "term.cbor";
    private static final String STATEMENTS = "for";

    public OwnTerm {
        ledgers = Map.copyOf(ledgers);
    }

    static String fileName(NodeId node) {
        return node.toString().replace('/', '~');
    }

    static void write(Path folder, NodeCard card, Instant ended, boolean withdrawn, KeyRotation.Closing closing)
            throws IOException {
        Files.createDirectories(folder.resolve(STATEMENTS));
        PrivateFiles.write(folder.resolve(CARD), card.text());
        var ledgers = new LinkedHashMap<String, CborValue>();
        closing.ledgers().forEach((node, size) -> ledgers.put(node.toString(), new CborInt(size)));
        var map = new LinkedHashMap<String, CborValue>();
        map.put("ended", new CborInt(ended.toEpochMilli()));
        map.put("withdrawn", new CborText(withdrawn ? "yes" : "no"));
        map.put("audit", new CborInt(closing.audit()));
        map.put("ledgers", new CborMap(ledgers));
        Files.write(folder.resolve(TERM), Cbor.encode(new CborMap(map)));
    }

    void writeStatement(NodeId to, byte[] bytes) throws IOException {
        Files.write(folder.resolve(STATEMENTS).resolve(fileName(to)), bytes);
    }

    static OwnTerm read(Path folder) throws IOException {
        var map = NodeCard.map(Cbor.decode(Files.readAllBytes(folder.resolve(TERM))));
        var ledgers = new LinkedHashMap<NodeId, Long>();
        NodeCard.map(map.getOrDefault("ledgers", new CborMap(Map.of())))
                .forEach((node, size) -> ledgers.put(NodeId.parse(node), size instanceof CborInt(var n) ? n : 0L));
        return new OwnTerm(
                folder,
                NodeCard.parse(Files.readString(folder.resolve(CARD))),
                Instant.ofEpochMilli(number(map.get("ended"))),
                NodeCard.text(map, "withdrawn").equals("yes"),
                number(map.get("audit")),
                ledgers);
    }

    private static long number(@Nullable CborValue value) {
        return value instanceof CborInt(var number) ? number : 0;
    }

    /// What leads one partner from these keys to the next ones.
    Optional<byte[]> statement(NodeId to) {
        var file = folder.resolve(STATEMENTS).resolve(fileName(to));
        try {
            return withdrawn || !Files.exists(file) ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException("the succession " + file + " cannot be read", e);
        }
    }

    boolean isWithinOverlap(Instant now) {
        return !withdrawn && ended.plus(CardHistory.OVERLAP).isAfter(now);
    }

    Optional<TlsIdentity> tls() throws GeneralSecurityException, IOException {
        return Files.exists(folder.resolve("link-tls.key"))
                ? Optional.of(TlsIdentity.open(folder, card.node()))
                : Optional.empty();
    }

    Optional<SealingKey> sealing() throws IOException {
        return Files.exists(folder.resolve("x-wing.key")) ? Optional.of(SealingKey.open(folder)) : Optional.empty();
    }

    /// After the overlap nothing of the private keys is left.
    void forgetPrivateKeys() throws IOException {
        for (var file : new String[] {"link-tls.key", "link-tls.crt", "x-wing.key", "x-wing.pub"}) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    static void keepPrivateKeys(Path from, Path to) throws IOException {
        for (var file : new String[] {"link-tls.key", "link-tls.crt", "x-wing.key", "x-wing.pub"}) {
            PrivateFiles.write(to.resolve(file), Files.readString(from.resolve(file)));
        }
    }
}
