package org.renkei.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CosignatureVerdict;
import org.renkei.kernel.ledger.Frontier;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleProofs;
import org.renkei.keys.NodeCard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks a file that [AuditExport] wrote, by the card of its node and nothing else: both signatures of the checkpoint,
/// every entry against its leaf, positions without gaps, and that these leaves stand in the tree that was signed.
public final class AuditExportCheck {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AuditExportCheck() {}

    /// What the file says.
    public record Header(
            String node, long first, long last, List<Hash> before, List<Hash> consistency, Checkpoint checkpoint) {}

    /// What came out.
    ///
    /// @param changed positions whose line does not fit its own leaf; none, and yet not proven, when a line is
    /// missing or was replaced together with its leaf
    /// @param witnesses what partners cosigned, as far as it is in the file
    public record Outcome(Header header, long entries, List<Long> changed, boolean proven, List<Witness> witnesses) {}

    /// What one partner's cosignature says of the log.
    ///
    /// @param size of the checkpoint that it cosigned, 0 when that cannot be read
    public record Witness(String node, long size, @Nullable Instant at, Standing standing) {}

    /// How a cosignature stands to the log of the file.
    public enum Standing {
        /// The log begins with what was cosigned.
        FITS,
        /// It does not: the log was rewritten after it was cosigned.
        CONTRADICTS,
        /// The cosignature is not right, or is not by the keys of the card.
        WRONG,
        /// The card of the witness was not given.
        NO_CARD
    }

    /// @throws IllegalArgumentException when it is no such file, or nothing in it can be relied on
    public static Outcome check(BufferedReader file, NodeCard card) throws IOException {
        return check(file, card, List.of());
    }

    /// @param others cards of partners, by which cosignatures are checked as well
    public static Outcome check(BufferedReader file, NodeCard card, List<NodeCard> others) throws IOException {
        try {
            var first = JSON.readTree(line(file));
            var header = header(first, card);
            var edge = new Frontier(header.first() - 1, header.before());
            var changed = new ArrayList<Long>();
            var inOrder = true;
            for (var text = file.readLine(); text != null; text = file.readLine()) {
                var entry = JSON.readTree(text);
                var position = entry.path("position").asLong(0);
                var leaf = leaf(entry);
                inOrder &= position == edge.size() + 1;
                if (leaf == null || !leaf.hex().equals(entry.path("leaf").asString(""))) {
                    changed.add(position);
                }
                edge.append(leaf == null ? Hash.ofEmptyTree() : leaf);
            }
            var checkpoint = header.checkpoint();
            var proven = inOrder
                    && edge.size() == header.last()
                    && MerkleProofs.verifyConsistency(
                            edge.size(), checkpoint.size(), edge.root(), checkpoint.root(), header.consistency());
            return new Outcome(
                    header,
                    edge.size() - header.first() + 1,
                    changed,
                    proven && changed.isEmpty(),
                    witnesses(first.path("cosigned"), header.checkpoint(), card, others));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a line is no JSON: the file is damaged", e);
        }
    }

    private static List<Witness> witnesses(JsonNode list, Checkpoint log, NodeCard card, List<NodeCard> others) {
        return list.valueStream().map(one -> witness(one, log, card, others)).toList();
    }

    private static Witness witness(JsonNode one, Checkpoint log, NodeCard card, List<NodeCard> others) {
        var node = one.path("witness").asString("");
        var text = one.path("checkpoint").asString("");
        var known = others.stream()
                .filter(other -> other.node().toString().equals(node))
                .findFirst();
        if (known.isEmpty()) {
            return new Witness(node, 0, null, Standing.NO_CARD);
        }
        if (!(card.verifier().verify(text, AuditOrigins.claimed(card.node().toString(), text))
                        instanceof CheckpointVerdict.Verified)
                || !(known.get().cosignatures().verify(text)
                        instanceof CosignatureVerdict.Cosigned(var older, var at))) {
            return new Witness(node, 0, null, Standing.WRONG);
        }
        var fits = MerkleProofs.verifyConsistency(
                older.size(), log.size(), older.root(), log.root(), hashes(one.path("consistency")));
        return new Witness(node, older.size(), at, fits ? Standing.FITS : Standing.CONTRADICTS);
    }

    private static String line(BufferedReader file) throws IOException {
        var line = file.readLine();
        if (line == null) {
            throw new IllegalArgumentException("the file is empty");
        }
        return line;
    }

    private static Header header(JsonNode header, NodeCard card) {
        if (!header.path("format").asString("").equals(AuditExport.FORMAT)) {
            throw new IllegalArgumentException("this is no export of an audit log");
        }
        var node = card.node().toString();
        if (!header.path("node").asString("").equals(node)) {
            throw new IllegalArgumentException(
                    "the file is of " + header.path("node").asString("") + ", the card is that of " + node);
        }
        var text = header.path("checkpoint").asString("");
        return switch (card.verifier().verify(text, AuditOrigins.claimed(node, text))) {
            case CheckpointVerdict.Refused(var reason) ->
                throw new IllegalArgumentException("its checkpoint cannot be relied on: " + reason);
            case CheckpointVerdict.Verified(var checkpoint) ->
                new Header(
                        node,
                        header.path("first").asLong(0),
                        header.path("last").asLong(0),
                        hashes(header.path("before")),
                        hashes(header.path("consistency")),
                        checkpoint);
        };
    }

    private static List<Hash> hashes(JsonNode list) {
        return list.valueStream().map(hash -> Hash.parse(hash.asString(""))).toList();
    }

    private static @Nullable Hash leaf(JsonNode entry) {
        try {
            var record = entry.path("record").asString("");
            var party = entry.path("party").asString("");
            var event = new AuditEvent(
                    entry.path("actor").asString(""),
                    entry.path("event").asString(""),
                    record.isEmpty() ? null : UUID.fromString(record),
                    party.isEmpty() ? null : party,
                    Map.of());
            return Hash.ofLeaf(AuditLeaf.encode(
                    entry.path("position").asLong(0),
                    Instant.parse(entry.path("time").asString("")),
                    event,
                    entry.path("details").asString("")));
        } catch (RuntimeException e) {
            return null;
        }
    }
}
