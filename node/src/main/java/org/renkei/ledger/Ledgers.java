package org.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.Precedence;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The ledgers of this node, one for each linked party.
///
/// An entry gets its position within the transaction that decides it, and the ledger's tail stays locked until that
/// commits: positions become visible in order and without gaps. The Merkle trees in memory only follow what is
/// committed. What may have been seen outside is given out: that is durable first, and never numbered anew.
@Service
public class Ledgers {
    private final LedgerEntries entries;
    private final LedgerTails tails;
    private final LedgerOwners owners;
    private final Partners partners;
    private final OwnKeys keys;
    private final NodeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final LedgerGuard guard;
    private final LedgerTrees trees;
    /// Held for writing while the end of a ledger is exchanged: nobody reads or signs what is just being moved.
    private final ReentrantReadWriteLock exchange = new ReentrantReadWriteLock();

    Ledgers(
            LedgerEntries entries,
            LedgerTails tails,
            LedgerTrees trees,
            LedgerOwners owners,
            Partners partners,
            OwnKeys keys,
            NodeSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            LedgerGuard guard) {
        this.entries = entries;
        this.tails = tails;
        this.trees = trees;
        this.owners = owners;
        this.partners = partners;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.guard = guard;
    }

    /// How a ledger stands. `waitingSince` is when the oldest entry that is not confirmed was made. Entries up to
    /// `signed` were given out, under a signed checkpoint or ahead of their turn: they can never be numbered anew.
    public record State(
            String party,
            long size,
            long acknowledged,
            Hash acknowledgedRoot,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant waitingSince,
            long signed) {}

    /// Some entries in order, and a checkpoint that ends with the last of them.
    public record Batch(long from, List<LedgerLeaf> leaves, String checkpoint) {}

    /// An entry that may overtake others.
    public record Urgent(long position, Precedence precedence, byte[] bytes) {}

    /// An entry that is yet to get its position; `lane` says how urgent it is.
    public record Draft(Precedence lane, LongFunction<LedgerEntry> entry) {}

    /// An entry that was never given out.
    public record Unsent(LedgerEntry entry, Hash leaf, Precedence lane) {}

    /// Of one record the position of its newest entry, and its newest release.
    public record Newest(long position, LedgerEntry.@Nullable Release release) {}

    /// An inclusion proof against a checkpoint.
    public record Proof(long position, Hash leaf, Checkpoint checkpoint, List<Hash> path, String text) {}

    /// Makes sure that every partner has a ledger, and its own.
    @Transactional
    public void open() {
        for (var partner : partners.list()) {
            entries.open(partner.key());
            owners.bind(partner);
        }
    }

    /// Appends one entry in the caller's transaction and answers its position.
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(String party, Precedence lane, LongFunction<LedgerEntry> entry) {
        return appendAll(party, List.of(new Draft(lane, entry)));
    }

    /// Appends entries in order, in the caller's transaction, and answers the position of the first.
    @Transactional(propagation = Propagation.MANDATORY)
    public long appendAll(String party, List<Draft> drafts) {
        var size = tails.reserve(party, drafts.size());
        var first = size - drafts.size() + 1;
        var rows = new ArrayList<LedgerRow>(drafts.size());
        drafts.forEach(draft -> rows.add(LedgerRow.of(draft, first + rows.size())));
        entries.insert(party, rows, clock.instant());
        var urgent = drafts.stream().anyMatch(draft -> draft.lane().isUrgent());
        events.publishEvent(new LedgerGrew(party, size, urgent));
        if (rows.stream().anyMatch(LedgerRow::isRecall)) {
            events.publishEvent(new LedgerWithdrew(party));
        }
        return first;
    }

    /// From the commit of the caller's transaction on, releases that the ledger holds now are not read any more until
    /// [#letGo]: the facts they were decided by have changed. Entries made later are read as ever.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String party) {
        entries.hold(party);
        events.publishEvent(new LedgerWithdrew(party));
    }

    /// Whether the entry at a position waits to be decided again.
    public boolean isHeld(String party, long position) {
        return position <= entries.heldTo(party);
    }

    /// All that was held has been decided again.
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(String party) {
        events.publishEvent(new LedgerGrew(party, entries.letGo(party), true));
    }

    @Transactional(readOnly = true)
    public State state(String party) {
        return entries.find(party)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND,
                        "there is no ledger for '" + party + "': no node of that party is linked",
                        party + " の開示台帳はありません（接続がありません）"));
    }

    /// Entries from a position on, as many as fit into one batch; empty when there is none, or while that position is
    /// held. A release whose record was recalled later in this ledger is blank: its content no longer leaves.
    public Batch read(String party, long from, int maxEntries, int maxBytes) {
        return undisturbed(() -> {
            var leaves = entries.read(party, from, maxEntries, maxBytes);
            return leaves.isEmpty()
                    ? new Batch(from, leaves, "")
                    : new Batch(from, leaves, sign(party, from + leaves.size() - 1));
        });
    }

    /// Urgent entries above the positions given, FLASH before IMMEDIATE, each lane in order of positions, as many as
    /// fit and at least one. Releases that were recalled later or are held are left out; recalls are not. That they
    /// were given out is durable before anybody sees them.
    public List<Urgent> readUrgent(String party, long flashAfter, long immediateAfter, int maxBytes) {
        return undisturbed(() -> {
            guard.requireUnchanged(party);
            var found = entries.readUrgent(party, flashAfter, immediateAfter, maxBytes);
            guard.giveOut(
                    party, found.stream().mapToLong(Urgent::position).max().orElse(0));
            return found;
        });
    }

    /// The root the ledger had at a size.
    public Hash root(String party, long size) {
        return withTree(party, size, tree -> tree.root(size));
    }

    /// The leaf hash at an index, from 0.
    public Hash leaf(String party, long index) {
        return withTree(party, index + 1, tree -> tree.leaf(index));
    }

    private <T> T withTree(String party, long size, Function<MerkleTree, T> question) {
        return undisturbed(() -> trees.ask(party, size, question));
    }

    private <T> T undisturbed(Supplier<T> work) {
        exchange.readLock().lock();
        try {
            return work.get();
        } finally {
            exchange.readLock().unlock();
        }
    }

    /// The signed checkpoint at a size. That it was signed is durable before anybody sees it.
    public String sign(String party, long size) {
        return undisturbed(() -> signed(party, checkpoint(party, size)));
    }

    /// The signed checkpoint over what was given out so far. Looking at a ledger gives out nothing: a node that has
    /// come back older must be able to meet its partner before it signs anything new.
    public String latestCheckpoint(String party) {
        return undisturbed(() -> sign(party, state(party).signed()));
    }

    private String signed(String party, Checkpoint checkpoint) {
        guard.giveOut(party, checkpoint.size());
        return keys.sign(checkpoint);
    }

    /// Does something while nothing is signed and no ledger is read.
    public void atRest(Runnable work) {
        exchange.writeLock().lock();
        try {
            work.run();
        } finally {
            exchange.writeLock().unlock();
        }
    }

    public Checkpoint checkpoint(String party, long size) {
        return new Checkpoint(name(party), size, root(party, size));
    }

    /// The proof of an entry that was given out.
    public Proof proof(String party, long position) {
        return undisturbed(() -> {
            var state = state(party);
            if (position > state.size()) {
                throw new Problem(
                        Category.NOT_FOUND,
                        "the ledger for " + party + " has " + state.size() + " entries",
                        party + " の開示台帳は " + state.size() + " 件です");
            }
            if (position > state.signed()) {
                throw new Problem(
                        Category.CONFLICT,
                        "entry " + position + " waits for the link: it can be proven once it has been sent to " + party,
                        position + " 件目は送信待ちです。" + party + " へ送信した後に証明できます");
            }
            guard.requireUnchanged(party);
            var checkpoint = checkpoint(party, state.signed());
            return withTree(
                    party,
                    checkpoint.size(),
                    tree -> new Proof(
                            position,
                            tree.leaf(position - 1),
                            checkpoint,
                            tree.inclusionProof(position - 1, checkpoint.size()),
                            keys.sign(checkpoint)));
        });
    }

    /// Takes out what was written and never given out, because the end of the ledger that was given out comes back
    /// from the partner. Until the caller's transaction ends nobody reads the ledgers.
    ///
    /// @param before how many entries this node knows to have given out
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Unsent> takeUnsent(String party, long before) {
        readByNobody(party);
        var given = entries.lockGivenOut(party);
        if (given != before) {
            throw new IllegalStateException("meanwhile " + given + " entries of the ledger for " + party
                    + " were given out, not " + before + ": nothing is exchanged any more");
        }
        return entries.takeAfter(party, before);
    }

    /// Takes what was given out behind `before` as never given out: the partner's history counts instead of it, and
    /// until it has said what it holds nothing goes to it. Until the caller's transaction ends nobody reads.
    ///
    /// @param root over the entries up to `before`
    @Transactional(propagation = Propagation.MANDATORY)
    void giveUp(String party, long before, Hash root) {
        readByNobody(party);
        if (!entries.giveUp(party, before, root, clock.instant())) {
            throw LedgerGuard.changed(party);
        }
    }

    private void readByNobody(String party) {
        exchange.writeLock().lock();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                trees.forget(party);
                guard.forget(party);
                exchange.writeLock().unlock();
            }
        });
    }

    /// Of each of these records what the ledger says last.
    public Map<UUID, Newest> newest(String party, Collection<UUID> records) {
        return entries.newest(party, records);
    }

    /// Puts back what the partner kept, as the end of the ledger; entries behind it follow with [#appendAll].
    ///
    /// @param entries what follows the entries that this node knew to have given out
    /// @param waiting how many entries follow
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(String party, List<LinkEffect.Received> entries, Hash root, int waiting) {
        var rows = entries.stream().map(LedgerRow::of).toList();
        var now = clock.instant();
        this.entries.insert(party, rows, now);
        var before = entries.getFirst().position() - 1;
        var size = entries.getLast().position();
        this.entries.restore(party, before, size, root, size + waiting, now);
    }

    /// This node was restored: what it has given out since the backup, only its partners know.
    @Transactional(propagation = Propagation.MANDATORY)
    public void mustMeetAll() {
        entries.mustMeetAll();
    }

    /// Whether the partner has yet to say how far the ledger was. Links and relays ask by themselves before they send;
    /// what cannot ask must wait.
    public boolean mustMeet(String party) {
        return entries.mustMeet(party);
    }

    /// The partner has said how far the ledger was, and nothing is missing here.
    @Transactional
    public void met(String party) {
        entries.met(party);
    }

    /// The partner holds so much durably; an older word never takes back a newer one.
    @Transactional
    public void acknowledge(String party, long size, Hash root) {
        entries.acknowledge(party, size, root, clock.instant());
    }

    /// Urgent entries the partner has not confirmed, and since when the oldest waits.
    public record UrgentWaiting(long entries, @Nullable Instant since) {}

    @Transactional(readOnly = true)
    public UrgentWaiting urgentWaiting(String party) {
        return entries.urgentWaiting(party);
    }

    public Map<String, Long> countByType(String party) {
        return entries.countByType(party);
    }

    private String name(String party) {
        var partner = partners.find(party).orElseThrow();
        return LinkSession.ledgerName(settings.node(), partner.node());
    }
}
