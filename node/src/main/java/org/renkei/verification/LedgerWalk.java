package org.renkei.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.Finding;
import org.renkei.audit.Finding.Change;
import org.renkei.audit.Findings;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Goes through the entries of one ledger, or of the copy of one, in order: each against its leaf, and the positions
/// without gaps.
final class LedgerWalk {
    private static final int PAGE = 2_000;

    private final JdbcClient jdbc;
    private final RowSeals seals;
    private final SealedTable sealed;
    private final String table;
    private final String key;
    private final String log;
    private final Findings findings;
    private final boolean emptied;
    private final MerkleTree tree = new MerkleTree();
    private boolean whole = true;
    private long rows;
    /// Entries of which there is nothing but the leaf hash: only a root can tell whether they were changed.
    private long firstBare;
    private long lastBare;

    /// @param log which ledger, or whose copy
    LedgerWalk(JdbcClient jdbc, RowSeals seals, SealedTable sealed, String log, Findings findings) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.sealed = sealed;
        this.table = sealed.table();
        this.key = sealed.columns().getFirst();
        this.log = log;
        // Those of a copy lose their content lawfully, when their origin recalls them.
        this.emptied = sealed != SealedTable.ENTRY;
        this.findings = findings;
    }

    /// A row as it is stored.
    private record Stored(
            long position,
            @Nullable UUID record,
            String type,
            byte[] leafHash,
            byte @Nullable [] bytes,
            @Nullable Instant at,
            boolean sealed) {}

    /// @param size how many there must be
    void run(long size) {
        var expected = 1L;
        var last = Long.MIN_VALUE;
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            for (var row : page) {
                last = row.position();
                rows++;
                if (row.position() < 1 || row.position() > size) {
                    outside(row);
                } else {
                    missing(expected, row.position() - 1);
                    expected = row.position() + 1;
                    take(row);
                }
            }
        }
        missing(expected, size);
    }

    /// Entries that stand by themselves, in no order.
    void runAlone() {
        var last = Long.MIN_VALUE;
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            page.forEach(row -> {
                rows++;
                check(row);
            });
            last = page.getLast().position();
        }
    }

    long rows() {
        return rows;
    }

    /// Says so when the ledger had another root at this size than it has now.
    ///
    /// @return whether it had this root
    boolean compare(long size, Hash root) {
        if (!whole || size > tree.size() || tree.root(size).equals(root)) {
            return true;
        }
        var from = firstBare > 0 ? firstBare : 1;
        findings.add(Finding.range(table, log, from, firstBare > 0 ? Math.min(lastBare, size) : size, Change.REPLACED));
        return false;
    }

    private List<Stored> page(long after) {
        return jdbc.sql("select * from " + table + " where " + key + " = ? and position > ? order by position limit "
                        + PAGE)
                .param(log)
                .param(after)
                .query(this::read)
                .list();
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        var at = Objects.requireNonNull(row.getObject("at", OffsetDateTime.class));
        return new Stored(
                row.getLong("position"),
                row.getObject("record", UUID.class),
                row.getString("type"),
                row.getBytes("leaf_hash"),
                row.getBytes("bytes"),
                Math.abs((long) at.getYear()) > 9_999 ? null : at.toInstant(),
                seals.fits(sealed, row));
    }

    private void missing(long from, long upTo) {
        if (upTo >= from) {
            findings.add(Finding.range(table, log, from, upTo, Change.MISSING));
            whole = false;
        }
    }

    private void outside(Stored row) {
        var entry = row.bytes() == null ? null : decode(row.bytes());
        if (entry != null && entry.position() != row.position()) {
            findings.add(Finding.column(table, log, row.position(), row.at(), "position"));
        } else {
            findings.add(new Finding(table, log, row.position(), row.position(), row.at(), Change.ADDED, ""));
        }
    }

    private void take(Stored row) {
        var sound = check(row);
        if (row.leafHash().length != Hash.LENGTH) {
            whole = false;
        } else {
            tree.appendHash(Hash.of(row.leafHash()));
            whole &= sound;
        }
        if (row.bytes() == null) {
            firstBare = firstBare == 0 ? row.position() : firstBare;
            lastBare = row.position();
        }
    }

    private boolean check(Stored row) {
        var sound = checkLeaf(row);
        // Roots are still to be compared: it may be a column that is in no leaf.
        if (sound && !row.sealed()) {
            changed(row, unsealed(row));
        }
        return sound;
    }

    private String unsealed(Stored row) {
        var known =
                row.bytes() == null ? Set.of(key, "position") : Set.of(key, "position", "record", "type", "leaf_hash");
        return sealed.columns().stream()
                .filter(column -> !known.contains(column))
                .collect(Collectors.joining(", ", "", " (one of them, or row_seal)"));
    }

    private boolean checkLeaf(Stored row) {
        var bytes = row.bytes();
        if (row.leafHash().length != Hash.LENGTH) {
            return changed(row, "leaf_hash");
        }
        if (bytes == null) {
            return emptied || row.type().equals("blank") || changed(row, "bytes");
        }
        var entry = decode(bytes);
        if (!Arrays.equals(Hash.ofLeaf(bytes).bytes(), row.leafHash())) {
            return changed(row, entry == null ? "bytes" : "bytes, leaf_hash");
        }
        if (entry == null) {
            return changed(row, "bytes");
        }
        var columns = new ArrayList<String>();
        if (entry.position() != row.position()) {
            columns.add("position");
        }
        if (!entry.record().equals(row.record())) {
            columns.add("record");
        }
        if (!row.type().equals(entry instanceof LedgerEntry.Recall ? "recall" : "release")) {
            columns.add("type");
        }
        return columns.isEmpty() || changed(row, String.join(", ", columns));
    }

    private boolean changed(Stored row, String column) {
        findings.add(Finding.column(table, log, row.position(), row.at(), column));
        return false;
    }

    private static @Nullable LedgerEntry decode(byte[] bytes) {
        try {
            return LedgerEntry.decode(bytes);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
