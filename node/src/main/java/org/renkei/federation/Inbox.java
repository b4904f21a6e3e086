package org.renkei.federation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.renkei.federation.ReceivedEntries.Row;
import org.renkei.federation.ReceivedEntries.Sealed;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.records.Revisions;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What partners released to this node. Entries, records, cursor and audit go into one transaction: after a crash
/// the partner is asked from exactly where it was durable.
@Component
class Inbox {
    private final JdbcClient jdbc;
    private final ReceivedEntries entries;
    private final SealedRows sealed;
    private final Records records;
    private final Revisions revisions;
    private final String self;
    private final Partners partners;
    private final AuditLog audit;
    private final HybridClock hybrid;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Inbox(
            JdbcClient jdbc,
            ReceivedEntries entries,
            SealedRows sealed,
            Records records,
            Revisions revisions,
            NodeSettings settings,
            Partners partners,
            AuditLog audit,
            HybridClock hybrid,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.sealed = sealed;
        this.records = records;
        this.revisions = revisions;
        this.self = settings.node().toString();
        this.partners = partners;
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

    /// Entries of our copy from a position on, as many as fit and at least one: whole where their content is here.
    List<LedgerLeaf> leaves(NodeId partner, long from, int maxEntries, int maxBytes) {
        return entries.leaves(partner, from, maxEntries, maxBytes);
    }

    /// Leaf hashes of entries that are here ahead of their turn, by position, all beyond the cursor.
    Map<Long, Hash> advanced(NodeId partner) {
        return entries.advanced(partner);
    }

    /// What is held ahead of its turn, to give back to its origin.
    List<LinkFrame.Ahead> ahead(NodeId partner) {
        return entries.ahead(partner);
    }

    /// Stores what a session has verified, in order. An entry that was here ahead of its turn only takes its place;
    /// one of which only the leaf hash came is kept as that.
    @Transactional
    public void store(NodeId partner, LinkEffect.Store batch) {
        lock(partner);
        var now = clock.instant();
        var early = entries.advanced(partner);
        var intake = intake(partner, batch.entries().stream().filter(one -> !early.containsKey(one.position())), now);
        var advanced = early.isEmpty() ? Map.<Long, Row>of() : entries.takeAdvanced(partner, batch.size());
        var rows = batch.entries().stream()
                .map(one -> row(one, advanced.get(one.position()), intake))
                .toList();
        entries.insertReceived(partner, rows, now);
        advance(partner, batch, now);
        carryOut(partner, intake, now);
    }

    /// Stores what came ahead of its turn and is not here yet.
    @Transactional
    public void storeAdvanced(NodeId partner, List<LinkEffect.Received> ahead) {
        lock(partner);
        var now = clock.instant();
        var size = find(partner).map(Cursor::size).orElse(0L);
        var known = entries.advanced(partner);
        var fresh = new TreeMap<Long, LinkEffect.Received>();
        ahead.stream()
                .filter(one -> one.entry() != null && one.position() > size && !known.containsKey(one.position()))
                .forEach(one -> fresh.putIfAbsent(one.position(), one));
        var intake = intake(partner, fresh.values().stream(), now);
        var rows = new ArrayList<Sealed>();
        fresh.values().forEach(one -> rows.add(new Sealed(row(one, null, intake), one.seal())));
        entries.insertAdvanced(partner, rows, now);
        carryOut(partner, intake, now);
    }

    /// Removes what partners released only until now; nobody needs to be asked for that.
    @Transactional
    public void removeEnded() {
        var now = clock.instant();
        revisions.originsOfEnded(now).forEach(origin -> lock(NodeId.parse(origin)));
        var ended = revisions.recallEnded(now);
        if (ended.isEmpty()) {
            return;
        }
        var ids = ended.stream().map(Revisions.Recalled::id).collect(Collectors.toSet());
        entries.empty(ids);
        var standings = records.standings(ids);
        var log = new ArrayList<AuditEvent>();
        var changes = new ArrayList<RecordChanged>();
        for (var one : ended) {
            var origin =
                    NodeId.parse(Objects.requireNonNull(standings.get(one.id())).origin());
            log.add(new AuditEvent(self, "record-removed", one.id(), key(origin), Map.of("what", "the release ended")));
            changes.add(recalled(one, origin));
        }
        audit.append(log);
        events.publishEvent(new RecordsChanged(changes));
    }

    private Intake intake(NodeId partner, Stream<LinkEffect.Received> received, Instant now) {
        var list = received.map(LinkEffect.Received::entry)
                .filter(Objects::nonNull)
                .<LedgerEntry>map(Objects::requireNonNull)
                .toList();
        var ids = list.stream().map(LedgerEntry::record).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return new Intake(partner, key(partner), Map.of(), Map.of(), now, list);
        }
        return new Intake(partner, key(partner), records.standings(ids), entries.seen(partner, ids), now, list);
    }

    private static Row row(LinkEffect.Received received, @Nullable Row advanced, Intake intake) {
        if (advanced != null) {
            if (!advanced.leaf().equals(received.leaf())) {
                throw new IllegalStateException(
                        "entry " + received.position() + " is another one than came ahead of its turn");
            }
            return advanced;
        }
        var entry = received.entry();
        return entry == null
                ? Row.blank(received.position(), received.leaf())
                : Row.of(entry, received.leaf(), intake.keeps(entry) ? received.bytes() : null);
    }

    private void carryOut(NodeId partner, Intake intake, Instant now) {
        var effective = intake.effective();
        revisions.storeReceived(intake.revisions(), effective, intake.known(), now);
        revisions.removeBefore(intake.removedBefore(), partner.toString());
        entries.emptyBefore(partner, intake.removedBefore());
        var changes = new ArrayList<RecordChanged>();
        for (var revision : effective) {
            var form = revision.content();
            hybrid.observe(form.time(), HybridTime.micros(now), 1 + random.nextInt(HybridClock.MAX_STEP));
            changes.add(RecordChanged.of(form, Change.RECEIVED));
        }
        if (!intake.removed().isEmpty()) {
            revisions
                    .recallReceived(intake.removed(), partner.toString(), now)
                    .forEach(one -> changes.add(recalled(one, partner)));
        }
        audit.append(intake.log());
        events.publishEvent(new RecordsChanged(changes));
    }

    private static RecordChanged recalled(Revisions.Recalled record, NodeId origin) {
        return RecordChanged.recalled(record.id(), record.revision(), origin.toString(), record.kind());
    }

    private String key(NodeId node) {
        return partners.findNode(node).map(Partners.Partner::key).orElse(node.party());
    }

    /// Both lanes of one partner store one after the other.
    private void lock(NodeId partner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('renkei.inbox'), hashtext(?))")
                .param(partner.toString())
                .query((row, number) -> true)
                .single();
    }

    private void advance(NodeId partner, LinkEffect.Store batch, Instant now) {
        sealed.seal(
                SealedTable.INBOX,
                jdbc.sql("""
                insert into federation.inbox (node, party, size, root, checkpoint, at) values (?, ?, ?, ?, ?, ?)
                on conflict (node) do update
                set size = excluded.size, root = excluded.root, checkpoint = excluded.checkpoint, at = excluded.at
                returning *
                """)
                        .param(partner.toString())
                        .param(key(partner))
                        .param(batch.size())
                        .param(batch.root().bytes())
                        .param(batch.checkpoint())
                        .param(now.atOffset(ZoneOffset.UTC)));
    }
}
