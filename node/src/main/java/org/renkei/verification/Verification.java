package org.renkei.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.Finding;
import org.renkei.database.RowSeals;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerGuard;
import org.renkei.settings.NodeSettings;
import org.renkei.verification.Verifying.Kind;
import org.renkei.verification.Verifying.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Has everything looked through, when the node starts and when somebody asks, one at a time; says what was found, and
/// has nothing signed over it. The first look begins with the ledgers: until it has been through them, none is signed.
@Service
public class Verification implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int AGAIN_SECONDS = 5;

    private final Verifying verifying;
    private final AuditSeals seals;
    private final AuditLog audit;
    private final LedgerGuard guard;
    private final String self;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("verification").daemon().factory());
    private final AtomicReference<@Nullable Instant> running = new AtomicReference<>();
    private volatile @Nullable Report report;
    private volatile @Nullable String failure;
    private final CompletableFuture<Void> looked = new CompletableFuture<>();

    Verification(
            JdbcClient jdbc,
            AuditSeals seals,
            AuditLog audit,
            LedgerGuard guard,
            NodeSettings settings,
            OwnKeys keys,
            Partners partners,
            RowSeals rowSeals,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.verifying = new Verifying(jdbc, settings.node(), keys::verify, partners, rowSeals);
        this.seals = seals;
        this.audit = audit;
        this.guard = guard;
        this.self = settings.node().toString();
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// What one look through everything came to.
    public record Report(Instant at, Duration took, List<Part> parts) {
        public boolean isSound() {
            return parts.stream().allMatch(part -> part.findings().isEmpty());
        }

        List<Finding> findings() {
            return parts.stream().flatMap(part -> part.findings().stream()).toList();
        }
    }

    /// How it stands.
    ///
    /// @param running since when one is under way
    /// @param failure why the last one could not be done
    public record State(
            @Nullable Instant running,
            @Nullable Report last,
            @Nullable String failure) {}

    public State state() {
        return new State(running.get(), report, failure);
    }

    /// Begins one, unless one is under way.
    public void begin(String actor) {
        if (running.compareAndSet(null, clock.instant())) {
            worker.execute(() -> run(actor));
        }
    }

    /// Begins the first look. What is to be done when it has been through the ledgers is done then, by its thread.
    ///
    /// @return ends when that is done; exceptionally, when it failed
    public CompletableFuture<Void> begin(Runnable afterLedgers) {
        var done = looked.thenRun(afterLedgers);
        begin(self);
        return done;
    }

    private void run(String actor) {
        var began = System.nanoTime();
        try {
            var federated = look(verifying::ledgers);
            refuseToSign(federated);
            looked.complete(null);
            var outcome = seals.verify();
            var parts = new ArrayList<Part>();
            parts.add(new Part(
                    Kind.AUDIT,
                    "",
                    outcome.rows(),
                    outcome.findings().list(),
                    outcome.findings().more()));
            federated.addAll(look(verifying::copies));
            parts.addAll(federated);
            var made = new Report(clock.instant(), Duration.ofNanos(System.nanoTime() - began), List.copyOf(parts));
            var before = report;
            report = made;
            failure = null;
            tell(actor, made, federated, before == null ? List.of() : before.findings());
            seals.keep(true);
        } catch (RuntimeException e) {
            LOG.error("what is stored could not be verified", e);
            failure = String.valueOf(e.getMessage());
        } finally {
            running.set(null);
            if (!looked.isDone()) {
                worker.schedule(() -> begin(self), AGAIN_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private List<Part> look(Supplier<List<Part>> at) {
        return new ArrayList<>(Objects.requireNonNull(snapshot.execute(status -> at.get())));
    }

    private void refuseToSign(List<Part> parts) {
        var changed = new HashSet<String>();
        parts.stream()
                .filter(part -> part.kind() == Kind.LEDGER && !part.findings().isEmpty())
                .forEach(part -> changed.add(part.log()));
        guard.refuseToSign(changed);
    }

    /// A log that was changed may not be able to take it; what was found is known all the same.
    private void tell(String actor, Report made, List<Part> federated, List<Finding> known) {
        try {
            record(actor, made, federated, known);
        } catch (RuntimeException e) {
            LOG.error("what was found could not be recorded", e);
        }
    }

    private void record(String actor, Report made, List<Part> federated, List<Finding> known) {
        var fresh = federated.stream()
                .flatMap(part -> part.findings().stream())
                .filter(one -> !known.contains(one))
                .toList();
        if (!fresh.isEmpty()) {
            fresh.forEach(one -> LOG.error("a ledger was changed: {}", one.english()));
            audit.record(new AuditEvent(
                    self,
                    "tampering-found",
                    null,
                    null,
                    Map.of("count", fresh.size(), "first", fresh.getFirst().english())));
        }
        if (!actor.equals(self)) {
            audit.record(new AuditEvent(
                    actor,
                    "verified",
                    null,
                    null,
                    Map.of("sound", made.isSound(), "findings", made.findings().size())));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
