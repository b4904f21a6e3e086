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
import org.renkei.kernel.link.LinkSession;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The ledgers of this node, one for each linked party.
///
/// An entry gets its position within the transaction that decides it, and the ledger's row stays locked until that
/// commits: positions become visible in order and without gaps. The Merkle trees in memory only follow what is
/// committed.
@Service
public class Ledgers {
    private static final int MAX_BATCH_BYTES = 512 * 1024;

    private final LedgerEntries entries;
    private final Partners partners;
    private final CheckpointSigner signer;
    private final NodeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<String, MerkleTree> trees = new ConcurrentHashMap<>();

    Ledgers(
            LedgerEntries entries,
            Partners partners,
            CheckpointSigner signer,
            NodeSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.entries = entries;
        this.partners = partners;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /// How a ledger stands. `waitingSince` is when the oldest entry that is not confirmed was made.
    public record State(
            String party,
            long size,
            long acknowledged,
            Hash acknowledgedRoot,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant waitingSince) {}

    /// Some entries in order, and a checkpoint that ends with the last of them.
    public record Batch(long from, List<byte[]> entries, String checkpoint) {}

    /// An inclusion proof against a fresh checkpoint.
    public record Proof(long position, Hash leaf, Checkpoint checkpoint, List<Hash> path, String text) {}

    /// Makes sure that every partner has a ledger.
    @Transactional
    public void open() {
        partners.list().forEach(partner -> entries.open(partner.party()));
    }

    /// Appends one entry in the caller's transaction and answers its position.
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(String party, LongFunction<LedgerEntry> entry) {
        var position = entries.reserve(party);
        var made = entry.apply(position);
        entries.insert(party, made, made.encode(), clock.instant());
        events.publishEvent(new LedgerGrew(party, position));
        return position;
    }

    @Transactional(readOnly = true)
    public State state(String party) {
        return entries.find(party)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND,
                        "there is no ledger for '" + party + "': no node of that party is linked",
                        party + " の開示台帳はありません（接続がありません）"));
    }

    /// Entries from a position on, as many as fit into one batch; empty when there is none.
    public Batch read(String party, long from, int limit) {
        var batch = new ArrayList<byte[]>();
        var bytes = 0;
        for (var entry : entries.read(party, from, limit)) {
            bytes += entry.length;
            if (!batch.isEmpty() && bytes > MAX_BATCH_BYTES) {
                break;
            }
            batch.add(entry);
        }
        return batch.isEmpty()
                ? new Batch(from, batch, "")
                : new Batch(from, batch, sign(party, from + batch.size() - 1));
    }

    /// The root the ledger had at a size.
    public Hash root(String party, long size) {
        var tree = trees.computeIfAbsent(party, key -> new MerkleTree());
        synchronized (tree) {
            if (size > tree.size()) {
                entries.leavesFrom(party, tree.size() + 1).forEach(tree::appendHash);
            }
            return tree.root(size);
        }
    }

    /// The signed checkpoint at a size.
    public String sign(String party, long size) {
        return signer.sign(checkpoint(party, size));
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
                    signer.sign(checkpoint));
        }
    }

    /// The partner holds so much durably; an older word never takes back a newer one.
    @Transactional
    public void acknowledge(String party, long size, Hash root) {
        entries.acknowledge(party, size, root, clock.instant());
    }

    public Map<String, Long> countByType(String party) {
        return entries.countByType(party);
    }

    private String name(String party) {
        var partner = partners.find(party).orElseThrow();
        return LinkSession.ledgerName(settings.node(), partner.node());
    }
}
