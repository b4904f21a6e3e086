package org.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointSigner;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.Precedence;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledgers of this node, one for each linked party.
///
/// An entry gets its position within the transaction that decides it, and the ledger's row stays locked until that
/// commits: positions become visible in order and without gaps. The Merkle trees in memory only follow what is
/// committed.
@Service
public class Ledgers {
    private final LedgerEntries entries;
    private final Partners partners;
    private final CheckpointSigner signer;
    private final NodeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;
    private final Map<String, MerkleTree> trees = new ConcurrentHashMap<>();
    /// What this process knows to be durably noted as signed.
    private final Map<String, Long> signedUpTo = new ConcurrentHashMap<>();

    Ledgers(
            LedgerEntries entries,
            Partners partners,
            CheckpointSigner signer,
            NodeSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.partners = partners;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /// How a ledger stands. `waitingSince` is when the oldest entry that is not confirmed was made; `signed` is the
    /// highest
    /// size for which a checkpoint was ever signed: entries up to there can never be numbered anew.
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

    /// An inclusion proof against a fresh checkpoint.
    public record Proof(long position, Hash leaf, Checkpoint checkpoint, List<Hash> path, String text) {}

    /// Makes sure that every partner has a ledger.
    @Transactional
    public void open() {
        partners.list().forEach(partner -> entries.open(partner.party()));
    }

    /// Appends one entry in the caller's transaction and answers its position.
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(String party, Precedence lane, LongFunction<LedgerEntry> entry) {
        return appendAll(party, List.of(new Draft(lane, entry)));
    }

    /// Appends entries in order, in the caller's transaction, and answers the position of the first.
    @Transactional(propagation = Propagation.MANDATORY)
    public long appendAll(String party, List<Draft> drafts) {
        var size = entries.reserve(party, drafts.size());
        var first = size - drafts.size() + 1;
        var rows = new ArrayList<LedgerEntries.Row>(drafts.size());
        drafts.forEach(draft -> rows.add(row(draft, first + rows.size())));
        entries.insert(party, rows, clock.instant());
        var urgent = drafts.stream().anyMatch(draft -> draft.lane().isUrgent());
        events.publishEvent(new LedgerGrew(party, size, urgent));
        return first;
    }

    private static LedgerEntries.Row row(Draft draft, long position) {
        var entry = draft.entry().apply(position);
        var bytes = entry.encode();
        return new LedgerEntries.Row(entry, bytes, Hash.ofLeaf(bytes), draft.lane());
    }

    /// From the commit of the caller's transaction on, releases that the ledger holds now are not read any more until
    /// [#letGo]: the facts they were decided by have changed. Entries made later are read as ever.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String party) {
        entries.hold(party);
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
        var leaves = entries.read(party, from, maxEntries, maxBytes);
        return leaves.isEmpty()
                ? new Batch(from, leaves, "")
                : new Batch(from, leaves, sign(party, from + leaves.size() - 1));
    }

    /// Urgent entries above the positions given, FLASH before IMMEDIATE, each lane in order of positions, as many as
    /// fit
    /// and at least one. Releases that were recalled later or are held are left out; recalls are not.
    public List<Urgent> readUrgent(String party, long flashAfter, long immediateAfter, int maxBytes) {
        var found = new ArrayList<>(entries.readUrgent(party, Precedence.FLASH, flashAfter));
        found.addAll(entries.readUrgent(party, Precedence.IMMEDIATE, immediateAfter));
        var fitting = 0;
        var bytes = 0L;
        for (var urgent : found) {
            bytes += urgent.bytes().length;
            if (fitting > 0 && bytes > maxBytes) {
                break;
            }
            fitting++;
        }
        return List.copyOf(found.subList(0, fitting));
    }

    /// The root the ledger had at a size.
    public Hash root(String party, long size) {
        var tree = trees.computeIfAbsent(party, key -> new MerkleTree());
        synchronized (tree) {
            while (size > tree.size()) {
                var leaves = entries.leavesFrom(party, tree.size() + 1);
                if (leaves.isEmpty()) {
                    break;
                }
                leaves.forEach(tree::appendHash);
            }
            return tree.root(size);
        }
    }

    /// The leaf hash at an index, from 0.
    public Hash leaf(String party, long index) {
        root(party, index + 1);
        var tree = trees.computeIfAbsent(party, key -> new MerkleTree());
        synchronized (tree) {
            return tree.leaf(index);
        }
    }

    /// The signed checkpoint at a size. That it was signed is durable before anybody sees it.
    public String sign(String party, long size) {
        return signed(party, checkpoint(party, size));
    }

    private String signed(String party, Checkpoint checkpoint) {
        if (signedUpTo.getOrDefault(party, 0L) < checkpoint.size()) {
            ownTransaction.executeWithoutResult(status -> entries.raiseSigned(party, checkpoint.size()));
            signedUpTo.merge(party, checkpoint.size(), Math::max);
        }
        return signer.sign(checkpoint);
    }

    public Checkpoint checkpoint(String party, long size) {
        return new Checkpoint(name(party), size, root(party, size));
    }

    public Proof proof(String party, long position) {
        var size = state(party).size();
        if (position > size) {
            throw new Problem(
                    Category.NOT_FOUND,
                    "the ledger for " + party + " has " + size + " entries",
                    party + " の開示台帳は " + size + " 件です");
        }
        var checkpoint = checkpoint(party, size);
        var tree = trees.computeIfAbsent(party, key -> new MerkleTree());
        synchronized (tree) {
            return new Proof(
                    position,
                    tree.leaf(position - 1),
                    checkpoint,
                    tree.inclusionProof(position - 1, size),
                    signed(party, checkpoint));
        }
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
