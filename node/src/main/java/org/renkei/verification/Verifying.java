package org.renkei.verification;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditCheck;
import org.renkei.audit.Finding;
import org.renkei.audit.Finding.Change;
import org.renkei.audit.Findings;
import org.renkei.audit.KeptCheckpoints;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.CheckpointCheck;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerEpochs;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The checks of everything that was sealed, over one snapshot of a database. Works on a node that does not run as
/// well.
public final class Verifying {
    private final JdbcClient jdbc;
    private final NodeId self;
    private final CheckpointCheck own;
    private final Partners partners;
    private final RowSeals seals;

    public Verifying(JdbcClient jdbc, NodeId self, CheckpointCheck own, Partners partners, RowSeals seals) {
        this.jdbc = jdbc;
        this.self = self;
        this.own = own;
        this.partners = partners;
        this.seals = seals;
    }

    /// What was looked at.
    public enum Kind {
        AUDIT,
        LEDGER,
        COPY
    }

    /// One log, how many rows of it there are, and what was changed.
    ///
    /// @param log of a ledger the partner's key, of a copy the partner's node
    /// @param more findings beyond those of the list
    public record Part(Kind kind, String log, long rows, List<Finding> findings, long more) {
        static Part of(Kind kind, String log, long rows, Findings found) {
            return new Part(kind, log, rows, found.list(), found.more());
        }
    }

    public Part audit(Path data) {
        var outcome = new AuditCheck(jdbc, own, partners, seals, self.toString()).run(KeptCheckpoints.beside(data));
        return Part.of(Kind.AUDIT, "", outcome.rows(), outcome.findings());
    }

    private record Ledger(
            String party, long size, long acknowledged, byte @Nullable [] root, long signed, boolean sealed) {}

    /// Every ledger for a partner: entries against leaves, and the root against the one the partner confirmed.
    public List<Part> ledgers() {
        var parts = new ArrayList<Part>();
        jdbc.sql("""
                select l.*, coalesce(t.size, 0) size from ledger.ledger l left join ledger.tail t on t.party = l.party
                order by l.party
                """)
                .query((row, number) -> new Ledger(
                        row.getString("party"),
                        row.getLong("size"),
                        row.getLong("acknowledged"),
                        row.getBytes("acknowledged_root"),
                        row.getLong("signed"),
                        seals.fits(SealedTable.LEDGER, row)))
                .list()
                .forEach(ledger -> parts.add(ledger(ledger)));
        orphans("ledger.entry", "party", "ledger.ledger", "party")
                .forEach(party -> parts.add(orphan(Kind.LEDGER, SealedTable.ENTRY, party)));
        for (var table : List.of("ledger.tail", "ledger.epoch")) {
            orphans(table, "party", "ledger.ledger", "party").forEach(party -> {
                var findings = new Findings();
                findings.add(Finding.column(table, party, 0, null, "party"));
                parts.add(Part.of(Kind.LEDGER, party, 0, findings));
            });
        }
        return parts;
    }

    private Part ledger(Ledger ledger) {
        var findings = new Findings();
        var walk = walk(SealedTable.ENTRY, ledger.party(), findings);
        walk.run(ledger.size());
        if (ledger.acknowledged() > ledger.size() || ledger.acknowledged() < 0) {
            findings.add(Finding.column("ledger.ledger", ledger.party(), 0, null, "acknowledged"));
        } else if (ledger.signed() > ledger.size() || ledger.signed() < ledger.acknowledged()) {
            findings.add(Finding.column("ledger.ledger", ledger.party(), 0, null, "signed"));
        }
        var root = ledger.root();
        if (root != null && root.length != Hash.LENGTH) {
            findings.add(Finding.column("ledger.ledger", ledger.party(), 0, null, "acknowledged_root"));
        } else if (root != null && !walk.compare(ledger.acknowledged(), Hash.of(root))) {
            findings.add(Finding.column(
                    "ledger.ledger",
                    ledger.party(),
                    0,
                    null,
                    "acknowledged, acknowledged_root (or the entries above)"));
        }
        if (!ledger.sealed()) {
            findings.add(
                    Finding.column(
                            "ledger.ledger",
                            ledger.party(),
                            0,
                            null,
                            "node, acknowledged, acknowledged_root, acknowledged_at, signed, held_to, must_meet (one of them)"));
        }
        return Part.of(Kind.LEDGER, ledger.party(), walk.rows() + epochs(ledger.party(), findings), findings);
    }

    private record Epoch(int number, OffsetDateTime at, boolean sealed) {}

    /// The epochs after the first, which follow one another without a gap, as many as the audit log says were opened:
    /// the last one is missed by nothing else.
    private int epochs(String party, Findings findings) {
        if (!seals.covers(SealedTable.EPOCH)) {
            return 0;
        }
        var epochs = jdbc.sql("select * from ledger.epoch where party = ? order by number")
                .param(party)
                .query((row, number) -> new Epoch(
                        row.getInt("number"),
                        Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class)),
                        seals.fits(SealedTable.EPOCH, row)))
                .list();
        for (var i = 0; i < epochs.size(); i++) {
            var epoch = epochs.get(i);
            if (!epoch.sealed() || epoch.number() != i + 2) {
                findings.add(Finding.column(
                        "ledger.epoch",
                        party,
                        epoch.number(),
                        epoch.at().toInstant(),
                        epoch.sealed() ? "number" : "one of its columns"));
            }
        }
        var last = epochs.isEmpty() ? 1 : epochs.getLast().number();
        var opened = opened(party);
        if (opened >= last) {
            findings.add(Finding.range("ledger.epoch", party, last + 1, opened + 1, Change.MISSING));
        }
        return epochs.size();
    }

    private long opened(String party) {
        return jdbc.sql("select count(*) from audit.entry where event = ? and party = ?")
                .param(LedgerEpochs.OPENED)
                .param(party)
                .query(Long.class)
                .single();
    }

    private record Copy(
            String node, String party, long size, byte[] root, String checkpoint, OffsetDateTime at, boolean sealed) {}

    /// Every copy of a partner's ledger: entries against leaves, and the root against the partner's signed checkpoint.
    public List<Part> copies() {
        var parts = new ArrayList<Part>();
        jdbc.sql("select * from federation.inbox order by node")
                .query((row, number) -> new Copy(
                        row.getString("node"),
                        row.getString("party"),
                        row.getLong("size"),
                        row.getBytes("root"),
                        row.getString("checkpoint"),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)),
                        seals.fits(SealedTable.INBOX, row)))
                .list()
                .forEach(copy -> parts.add(copy(copy)));
        orphans("federation.received", "node", "federation.inbox", "node")
                .forEach(node -> parts.add(orphan(Kind.COPY, SealedTable.RECEIVED, node)));
        // What is urgent may come before anything else, and so without a row of the inbox.
        orphans("federation.advanced", "node", "federation.inbox", "node").forEach(node -> {
            var findings = new Findings();
            var ahead = walk(SealedTable.ADVANCED, node, findings);
            ahead.runAlone();
            parts.add(Part.of(Kind.COPY, node, ahead.rows(), findings));
        });
        return parts;
    }

    private Part copy(Copy copy) {
        var findings = new Findings();
        var walk = walk(SealedTable.RECEIVED, copy.node(), findings);
        walk.run(copy.size());
        var ahead = walk(SealedTable.ADVANCED, copy.node(), findings);
        ahead.runAlone();
        var partner = partners.list().stream()
                .filter(one -> one.node().toString().equals(copy.node()))
                .findFirst();
        partner.filter(one -> !one.key().equals(copy.party())).ifPresent(one -> inbox(findings, copy, "party"));
        var root = copy.root().length == Hash.LENGTH ? Hash.of(copy.root()) : null;
        // Without the card of a former partner there is only the root that was noted.
        var verdict =
                partner.map(one -> one.history().verify(copy.checkpoint(), LinkSession.ledgerName(one.node(), self)));
        switch (verdict.orElse(null)) {
            case null -> compare(walk, findings, copy, copy.size(), root);
            case CheckpointVerdict.Refused refused ->
                findings.add(new Finding(
                        "federation.inbox", copy.node(), 0, 0, copy.at().toInstant(), Change.SIGNATURE, ""));
            case CheckpointVerdict.Verified(var checkpoint) -> {
                if (checkpoint.size() != copy.size()) {
                    inbox(findings, copy, "size");
                }
                if (!checkpoint.root().equals(root)) {
                    inbox(findings, copy, "root");
                }
                walk.compare(checkpoint.size(), checkpoint.root());
            }
        }
        if (!copy.sealed()) {
            inbox(findings, copy, "at (or another column)");
        }
        return Part.of(Kind.COPY, copy.node(), walk.rows() + ahead.rows(), findings);
    }

    private static void compare(LedgerWalk walk, Findings findings, Copy copy, long size, @Nullable Hash root) {
        if (root == null || !walk.compare(size, root)) {
            inbox(findings, copy, "root");
        }
    }

    private static void inbox(Findings findings, Copy copy, String column) {
        findings.add(Finding.column("federation.inbox", copy.node(), 0, null, column));
    }

    /// Logs that have entries and no row of their own.
    private List<String> orphans(String entries, String key, String logs, String logKey) {
        return jdbc.sql("select distinct " + key + " from " + entries + " e where not exists (select 1 from " + logs
                        + " l where l." + logKey + " = e." + key + ") order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private LedgerWalk walk(SealedTable table, String log, Findings findings) {
        return new LedgerWalk(jdbc, seals, table, log, findings);
    }

    private Part orphan(Kind kind, SealedTable table, String log) {
        var findings = new Findings();
        var walk = walk(table, log, findings);
        walk.run(0);
        return Part.of(kind, log, walk.rows(), findings);
    }
}
