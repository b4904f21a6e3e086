package org.renkei.federation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What partners released to this node. Entries, records, cursor and audit go into one transaction: after a crash
/// the partner is asked from exactly where it was durable.
@Component
class Inbox {
    private final JdbcClient jdbc;
    private final Records records;
    private final AuditLog audit;
    private final HybridClock hybrid;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Inbox(
            JdbcClient jdbc,
            Records records,
            AuditLog audit,
            HybridClock hybrid,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.records = records;
        this.audit = audit;
        this.hybrid = hybrid;
        this.clock = clock;
        this.events = events;
    }

    /// How far our copy of a partner's ledger goes.
    record Cursor(long size, Hash root, String checkpoint) {}

    Optional<Cursor> find(NodeId partner) {
        return jdbc.sql("select size, root, checkpoint from federation.inbox where node = ?")
                .param(partner.toString())
                .query((row, number) ->
                        new Cursor(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("checkpoint")))
                .optional();
    }

    /// The Merkle tree over our copy, from the stored leaves.
    MerkleTree tree(NodeId partner) {
        var tree = new MerkleTree();
        jdbc.sql("select leaf_hash from federation.received where node = ? order by position")
                .param(partner.toString())
                .query((row, number) -> Hash.of(row.getBytes("leaf_hash")))
                .list()
                .forEach(tree::appendHash);
        return tree;
    }

    /// Stores what a session has verified.
    @Transactional
    public void store(NodeId partner, LinkEffect.Store batch) {
        var now = clock.instant();
        var log = new ArrayList<AuditEvent>();
        for (var received : batch.entries()) {
            insert(partner, received, now);
            log.add(
                    switch (Objects.requireNonNull(received.entry())) {
                        case LedgerEntry.Release(var position, var form) -> release(partner, position, form, now);
                        case LedgerEntry.Recall recall -> recall(partner, recall, now);
                    });
        }
        advance(partner, batch, now);
        audit.append(log);
    }

    private AuditEvent release(NodeId partner, long position, SharedRecord form, Instant now) {
        var held = records.findForUpdate(form.id());
        if (held.isPresent() && !held.get().origin().equals(partner.toString())) {
            return event(partner, "record-refused", position, form.id(), "the id belongs to a record of another node");
        }
        records.store(form, false, null, now);
        hybrid.observe(form.time(), micros(now), 1 + random.nextInt(HybridClock.MAX_STEP));
        publish(form.id(), form.revision(), partner, form.kind(), Change.RECEIVED);
        return event(partner, "record-received", position, form.id(), "revision " + form.revision());
    }

    private AuditEvent recall(NodeId partner, LedgerEntry.Recall recall, Instant now) {
        records.recallReceived(recall.record(), partner.toString(), now)
                .ifPresent(record -> publish(record.id(), record.revision(), partner, record.kind(), Change.RECALLED));
        return event(partner, "record-removed", recall.position(), recall.record(), "recalled by its origin");
    }

    private void publish(UUID id, int revision, NodeId partner, String kind, Change change) {
        events.publishEvent(new RecordChanged(id, revision, partner.toString(), kind, change));
    }

    private static AuditEvent event(NodeId partner, String event, long position, UUID record, String what) {
        return new AuditEvent(
                partner.toString(), event, record, partner.party(), Map.of("position", position, "what", what));
    }

    private void insert(NodeId partner, LinkEffect.Received received, Instant now) {
        var entry = Objects.requireNonNull(received.entry());
        jdbc.sql("""
                insert into federation.received (node, position, record, type, leaf_hash, at) values (?, ?, ?, ?, ?, ?)
                """)
                .param(partner.toString())
                .param(entry.position())
                .param(entry.record())
                .param(entry instanceof LedgerEntry.Recall ? "recall" : "release")
                .param(received.leaf().bytes())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void advance(NodeId partner, LinkEffect.Store batch, Instant now) {
        jdbc.sql("""
                insert into federation.inbox (node, party, size, root, checkpoint, at) values (?, ?, ?, ?, ?, ?)
                on conflict (node) do update
                set size = excluded.size, root = excluded.root, checkpoint = excluded.checkpoint, at = excluded.at
                """)
                .param(partner.toString())
                .param(partner.party())
                .param(batch.size())
                .param(batch.root().bytes())
                .param(batch.checkpoint())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static long micros(Instant now) {
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
