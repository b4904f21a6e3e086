package org.renkei.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.Finding.Change;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CosignatureVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.CheckpointCheck;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One look at the whole audit log: every row against its leaf, every leaf against its hash, positions without gaps,
/// and the root against every checkpoint that was kept. Needs nothing but the database, the file beside it and the
/// node's public keys, so it works on a node that does not run. To be run within one snapshot of the database.
public final class AuditCheck {
    private static final String ENTRY = "audit.entry";
    private static final String HEAD = "audit.head";
    private static final String CHECKPOINT = "audit.checkpoint";
    private static final String COSIGNATURE = "audit.cosignature";
    private static final int PAGE = 10_000;

    private final JdbcClient jdbc;
    private final CheckpointCheck verifier;
    private final Partners partners;
    private final RowSeals seals;
    private final AuditOrigins origins;
    private final Findings findings = new Findings();
    private final MerkleTree tree = new MerkleTree();
    /// Roots that were signed, by size.
    private final TreeMap<Long, Hash> signed = new TreeMap<>();
    /// What partners cosigned, by size.
    private final TreeMap<Long, List<Cosignature>> cosigned = new TreeMap<>();
    private final Set<NodeId> contradicting = new HashSet<>();
    /// From the first missing row on, roots say nothing any more.
    private boolean whole = true;
    private long fits;

    public AuditCheck(JdbcClient jdbc, CheckpointCheck verifier, Partners partners, RowSeals seals, String node) {
        this.jdbc = jdbc;
        this.verifier = verifier;
        this.partners = partners;
        this.seals = seals;
        this.origins = AuditOrigins.of(jdbc, node);
    }

    /// What came out. The tree is that of the log as it was written, as far as it can still be told.
    public record Outcome(long rows, MerkleTree tree, Findings findings) {}

    /// A row as it is stored.
    private record Stored(
            long position, @Nullable Instant at, AuditEvent event, String details, byte[] leaf, byte[] leafHash) {}

    /// @param beside the signed checkpoint of the file beside the database, null when there is none
    public Outcome run(@Nullable String beside) {
        readKept(beside);
        readCosigned();
        var size = jdbc.sql("select size from audit.head")
                .query(Long.class)
                .optional()
                .orElse(-1L);
        var expected = 1L;
        var rows = 0L;
        var last = Long.MIN_VALUE;
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            for (var row : page) {
                last = row.position();
                rows++;
                if (row.position() < 1 || row.position() > size) {
                    outside(row);
                } else {
                    expected = miss(expected, row.position());
                    take(row);
                }
            }
        }
        end(size, expected);
        return new Outcome(rows, tree, findings);
    }

    private void readKept(@Nullable String beside) {
        jdbc.sql("select size, text from audit.checkpoint order by size").query(row -> {
            keep(row.getString("text"), row.getLong("size"), CHECKPOINT);
        });
        if (beside != null) {
            keep(beside, -1, KeptCheckpoints.FILE);
        }
    }

    private void readCosigned() {
        jdbc.sql("select * from audit.cosignature order by size, node").query(row -> {
            if (!seals.fits(SealedTable.COSIGNATURE, row)) {
                var at = instant(Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)));
                var size = row.getLong("size");
                findings.add(new Finding(
                        COSIGNATURE,
                        String.valueOf(row.getString("node")),
                        size,
                        size,
                        at,
                        Change.COLUMN,
                        "superseded, at (or another column)"));
            } else if (!row.getBoolean("superseded")) {
                readCosigned(Cosignatures.read(row, 0));
            }
        });
    }

    /// Those by keys that are not known here any more say nothing.
    private void readCosigned(Cosignature one) {
        var own = verifier.verify(one.text(), origins.at(one.size()));
        var verdict = partners.findNode(one.node())
                .map(partner -> partner.history().cosignature(one.text()))
                .orElseGet(CosignatureVerdict.OtherKeys::new);
        var fits = verdict instanceof CosignatureVerdict.OtherKeys
                || own instanceof CheckpointVerdict.Verified(var checkpoint)
                        && verdict instanceof CosignatureVerdict.Cosigned
                        && checkpoint.size() == one.size()
                        && checkpoint.root().equals(one.root());
        if (!fits) {
            findings.add(new Finding(
                    COSIGNATURE, one.node().toString(), one.size(), one.size(), one.at(), Change.SIGNATURE, ""));
        } else if (verdict instanceof CosignatureVerdict.Cosigned) {
            cosigned.computeIfAbsent(one.size(), size -> new ArrayList<>()).add(one);
        }
    }

    private void keep(String text, long size, String where) {
        var position = Math.max(size, 0);
        switch (verifier.verify(text, origins.at(sizeOf(text)))) {
            case CheckpointVerdict.Verified(var checkpoint) -> {
                if (size >= 0 && checkpoint.size() != size) {
                    findings.add(Finding.column(where, "", position, null, "size"));
                }
                signed.putIfAbsent(checkpoint.size(), checkpoint.root());
            }
            case CheckpointVerdict.Refused refused ->
                findings.add(new Finding(where, "", position, position, null, Change.SIGNATURE, ""));
        }
    }

    /// What a checkpoint says of itself; 0 when it cannot be read.
    private static long sizeOf(String text) {
        try {
            return Long.parseLong(text.lines().skip(1).findFirst().orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private List<Stored> page(long after) {
        return jdbc.sql("select * from audit.entry where position > ? order by position limit " + PAGE)
                .param(after)
                .query(AuditCheck::read)
                .list();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        var event = new AuditEvent(
                row.getString("actor"),
                row.getString("event"),
                row.getObject("record", UUID.class),
                row.getString("party"),
                Map.of());
        return new Stored(
                row.getLong("position"),
                instant(Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))),
                event,
                row.getString("details"),
                row.getBytes("leaf"),
                row.getBytes("leaf_hash"));
    }

    /// Null for what lies outside of every calendar, such as `infinity`.
    private static @Nullable Instant instant(OffsetDateTime time) {
        return Math.abs((long) time.getYear()) > 9_999 ? null : time.toInstant();
    }

    private void outside(Stored row) {
        var sealed = AuditLeaf.decode(row.leaf());
        if (sealed != null && sealed.position() != row.position()) {
            findings.add(Finding.column(ENTRY, "", row.position(), sealed.at(), "position"));
        } else {
            findings.add(new Finding(ENTRY, "", row.position(), row.position(), row.at(), Change.ADDED, ""));
        }
    }

    private long miss(long expected, long position) {
        if (position > expected) {
            findings.add(Finding.range(ENTRY, "", expected, position - 1, Change.MISSING));
            whole = false;
        }
        return position + 1;
    }

    private void take(Stored row) {
        var derived = derive(row);
        var ofRow = Hash.ofLeaf(derived);
        var ofLeaf = Hash.ofLeaf(row.leaf());
        var rowFits = Arrays.equals(derived, row.leaf());
        var hashFits = Arrays.equals(ofLeaf.bytes(), row.leafHash());
        var rest = Arrays.equals(ofRow.bytes(), row.leafHash());
        if (!rowFits || !hashFits) {
            var sealed = AuditLeaf.decode(rest ? derived : row.leaf());
            findings.add(Finding.column(
                    ENTRY,
                    "",
                    row.position(),
                    sealed == null ? row.at() : sealed.at(),
                    rowFits ? "leaf_hash" : rest ? "leaf" : sealed == null ? "leaf, leaf_hash" : columns(row, sealed)));
        }
        tree.appendHash(rest && !hashFits ? ofRow : ofLeaf);
        compare();
    }

    private static byte[] derive(Stored row) {
        return row.at() == null ? new byte[0] : AuditLeaf.encode(row.position(), row.at(), row.event(), row.details());
    }

    private static String columns(Stored row, AuditLeaf.Sealed sealed) {
        var changed = sealed.differing(row.position(), row.at(), row.event(), row.details());
        return changed.isEmpty() ? "leaf, leaf_hash" : String.join(", ", changed);
    }

    private void compare() {
        if (whole) {
            cosigned.getOrDefault(tree.size(), List.of()).stream()
                    .filter(one -> !one.root().equals(tree.root()))
                    .forEach(this::contradicts);
        }
        var root = whole ? signed.get(tree.size()) : null;
        if (root != null) {
            if (root.equals(tree.root())) {
                fits = tree.size();
            } else {
                findings.add(Finding.range(ENTRY, "", fits + 1, tree.size(), Change.REPLACED));
                whole = false;
            }
        }
    }

    /// Said once for each partner: what it cosigned later contradicts as well.
    private void contradicts(Cosignature one) {
        if (!contradicting.add(one.node())) {
            return;
        }
        findings.add(new Finding(
                ENTRY, "", 1, one.size(), one.at(), Change.COSIGNED, one.node().toString()));
    }

    private void end(long size, long expected) {
        cosigned.tailMap(Math.max(size, expected - 1), false).values().stream()
                .flatMap(List::stream)
                .forEach(this::contradicts);
        if (size < expected - 1 || size < 0) {
            findings.add(Finding.column(HEAD, "", 0, null, "size"));
        } else if (size >= expected) {
            findings.add(Finding.range(ENTRY, "", expected, size, Change.MISSING));
        }
        var counted = signed.isEmpty() ? 0 : signed.lastKey();
        if (counted > Math.max(size, expected - 1)) {
            findings.add(Finding.range(ENTRY, "", Math.max(size + 1, expected), counted, Change.CUT_OFF));
        }
    }
}
