package org.renkei.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.renkei.database.RowSeals;
import org.renkei.jobs.Jobs;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Signs the audit log and proves what is in it. Nothing is signed over a log that was changed: it is looked through
/// whole when the node starts, when somebody asks, and again before it is signed, so far as that takes no more than a
/// twentieth of the time.
@Service
public class AuditSeals {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);
    private static final int SHARE = 20;
    private static final int ROUND_SECONDS = 60;
    private static final Duration KEEP = Duration.ofHours(1);

    private final AuditEntries entries;
    private final KeptCheckpoints kept;
    private final Cosignatures cosignatures;
    private final JdbcClient jdbc;
    private final OwnKeys keys;
    private final Partners partners;
    private final RowSeals seals;
    private final AuditLog log;
    private final String self;
    private final Path data;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-seals").daemon().factory());
    private MerkleTree tree = new MerkleTree();
    private long dueAt = System.nanoTime();
    private long besideSize = -1;
    private Instant keptAt = Instant.MIN;
    private volatile AuditCheck.Outcome last = new AuditCheck.Outcome(0, new MerkleTree(), new Findings());

    AuditSeals(
            AuditEntries entries,
            KeptCheckpoints kept,
            Cosignatures cosignatures,
            JdbcClient jdbc,
            OwnKeys keys,
            Partners partners,
            RowSeals seals,
            AuditLog log,
            NodeSettings settings,
            Clock clock,
            Jobs jobs,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.kept = kept;
        this.cosignatures = cosignatures;
        this.jdbc = jdbc;
        this.keys = keys;
        this.partners = partners;
        this.seals = seals;
        this.log = log;
        this.self = settings.node().toString();
        this.data = settings.data();
        this.clock = clock;
        this.jobs = jobs;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// A checkpoint and its signed text.
    public record SignedLog(Checkpoint checkpoint, String text) {}

    /// An inclusion proof of one entry against a signed checkpoint.
    public record Proof(AuditEntry entry, List<Hash> path, SignedLog signed) {}

    /// A proof that the log of the second checkpoint begins with that of the first.
    public record Consistency(KeptCheckpoints.Kept first, SignedLog second, List<Hash> path) {}

    /// A proof that the signed log begins with the log that has this root.
    public record Continuation(Hash firstRoot, SignedLog signed, List<Hash> path) {}

    /// Entries that follow one another, and what proves that they stand in a signed log.
    ///
    /// @param before roots of the complete subtrees of all entries before the first
    /// @param consistency the proof from the log that ends with `last` to the signed one
    /// @param witnessed what partners cosigned of it, the newest of each
    public record Stretch(
            String node,
            long first,
            long last,
            List<Hash> before,
            List<Hash> consistency,
            SignedLog signed,
            List<Witnessed> witnessed) {}

    /// A cosigned checkpoint, and what proves that the signed log begins with it.
    public record Witnessed(Cosignature cosignature, List<Hash> consistency) {}

    /// From now on the newest checkpoint is kept.
    public void start() {
        rounds.scheduleWithFixedDelay(
                jobs.watch("audit-checkpoint", Duration.ofSeconds(ROUND_SECONDS), () -> keep(false)),
                ROUND_SECONDS,
                ROUND_SECONDS,
                TimeUnit.SECONDS);
    }

    public void stop() {
        rounds.shutdownNow();
        keep(true);
    }

    /// The node came back older than the file beside its database, lawfully: what the file says is given up.
    public void cameBackOlder() {
        KeptCheckpoints.removeBeside(data);
    }

    /// Looks through the whole log.
    public synchronized AuditCheck.Outcome verify() {
        var began = System.nanoTime();
        var check = new AuditCheck(jdbc, keys::verify, partners, seals, self);
        var outcome = snapshot.execute(status -> check.run(KeptCheckpoints.beside(data)));
        var took = System.nanoTime() - began;
        dueAt = System.nanoTime() + SHARE * took;
        var before = last.findings().list();
        last = outcome;
        tree = outcome.tree();
        if (!outcome.findings().isEmpty() && !outcome.findings().list().equals(before)) {
            alarm(outcome.findings());
        }
        return outcome;
    }

    private void alarm(Findings found) {
        found.list().forEach(one -> LOG.error("the audit log was changed: {}", one.english()));
        try {
            log.record(new AuditEvent(
                    self,
                    "tampering-found",
                    null,
                    null,
                    Map.of(
                            "count",
                            found.list().size() + found.more(),
                            "first",
                            found.list().getFirst().english())));
        } catch (RuntimeException e) {
            LOG.error("that the audit log was changed could not be recorded", e);
        }
    }

    /// What the last look found.
    public Findings findings() {
        return last.findings();
    }

    /// The signed checkpoint over all entries there are now.
    ///
    /// @throws Problem when the log was changed
    public synchronized SignedLog checkpoint() {
        if (System.nanoTime() - dueAt >= 0 || entries.size() < tree.size()) {
            verify();
        }
        requireUnchanged();
        grow();
        requireUnchanged();
        var origin = AuditOrigins.of(jdbc, self).at(tree.size());
        var checkpoint = new Checkpoint(origin, tree.size(), tree.root());
        return new SignedLog(checkpoint, keys.sign(checkpoint));
    }

    private void grow() {
        for (var more = entries.leavesFrom(tree.size() + 1); !more.isEmpty(); ) {
            if (more.stream().anyMatch(leaf -> !leaf.fits())) {
                verify();
                return;
            }
            more.forEach(leaf -> tree.appendHash(leaf.hash()));
            more = entries.leavesFrom(tree.size() + 1);
        }
    }

    private void requireUnchanged() {
        var found = last.findings().list();
        if (!found.isEmpty()) {
            throw new Problem(
                    Category.CONFLICT,
                    "no checkpoint is signed: the audit log was changed. "
                            + found.getFirst().english(),
                    "監査記録が改変されているため、検証点に署名しません。" + found.getFirst().japanese());
        }
    }

    /// Keeps the newest checkpoint, if the log has grown.
    ///
    /// @param inTable in the table as well, though an hour has not passed
    public synchronized void keep(boolean inTable) {
        try {
            if (!last.findings().isEmpty() || entries.size() == besideSize && !inTable) {
                return;
            }
            var signed = checkpoint();
            var size = signed.checkpoint().size();
            var now = clock.instant();
            if (inTable || keptAt.isBefore(now.minus(KEEP))) {
                kept.insert(size, signed.text());
                keptAt = now;
            }
            KeptCheckpoints.putBeside(data, signed.text());
            besideSize = size;
        } catch (RuntimeException e) {
            LOG.error("the checkpoint of the audit log could not be kept: {}", e.getMessage());
        }
    }

    /// Does something while no checkpoint is signed; told how many entries one may have been signed over so
    /// far. The newest is kept before, and one of the new keys after it.
    public synchronized void atRest(LongConsumer work) {
        keep(true);
        work.accept(entries.size());
        keep(true);
    }

    /// The signed log, and what proves that it begins with its first entries; empty when it has not so
    /// many.
    public synchronized Optional<Continuation> continuation(long first) {
        var signed = checkpoint();
        var size = signed.checkpoint().size();
        return first > size
                ? Optional.empty()
                : Optional.of(new Continuation(tree.root(first), signed, tree.consistencyProof(first, size)));
    }

    public List<KeptCheckpoints.Kept> listKept(int limit) {
        return kept.list(limit);
    }

    public synchronized Proof proof(long position) {
        var signed = checkpoint();
        var size = signed.checkpoint().size();
        if (position < 1 || position > size) {
            throw new Problem(Category.NOT_FOUND, "the audit log has " + size + " entries", "監査記録は " + size + " 件です");
        }
        return new Proof(entries.find(position).orElseThrow(), tree.inclusionProof(position - 1, size), signed);
    }

    /// @param first the size of a checkpoint that is kept
    public synchronized Consistency consistency(long first) {
        var older = kept.find(first)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND,
                        "no checkpoint over " + first + " entries is kept",
                        first + " 件の検証点は保存されていません"));
        var signed = checkpoint();
        return new Consistency(
                older, signed, tree.consistencyProof(first, signed.checkpoint().size()));
    }

    /// What was written in a stretch of time.
    public synchronized Stretch stretch(@Nullable Instant from, @Nullable Instant until) {
        var signed = checkpoint();
        var size = signed.checkpoint().size();
        var span = entries.span(from, until)
                .filter(some -> some.first() <= size)
                .orElseThrow(
                        () -> new Problem(Category.NOT_FOUND, "nothing was recorded in that time", "その期間の記録はありません"));
        var last = Math.min(span.last(), size);
        return new Stretch(
                self,
                span.first(),
                last,
                tree.frontier(span.first() - 1),
                tree.consistencyProof(last, size),
                signed,
                cosignatures.newestUpTo(size).stream()
                        .map(one -> new Witnessed(one, tree.consistencyProof(one.size(), size)))
                        .toList());
    }
}
