package org.renkei.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.backup.BackupFolder.Manifest;
import org.renkei.database.BaseBackup;
import org.renkei.jobs.Jobs;
import org.renkei.keys.KeysChanged;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Makes backups when they are due and when somebody asks, one at a time, and says how they stand.
@Service
public class Backups implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final NodeSettings settings;
    private final @Nullable BaseBackup database;
    private final AuditLog audit;
    private final Clock clock;
    private final Jobs jobs;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("backup-timer").daemon().factory());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("backup").daemon().factory());
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private volatile @Nullable Failure failure;

    Backups(NodeSettings settings, ObjectProvider<BaseBackup> database, AuditLog audit, Clock clock, Jobs jobs) {
        this.settings = settings;
        this.database = database.getIfAvailable();
        this.audit = audit;
        this.clock = clock;
        this.jobs = jobs;
    }

    /// A backup that is being made.
    public record Running(Instant since, long bytes, long of) {}

    /// Why the last one failed.
    public record Failure(Instant at, String detail) {}

    /// One that is complete.
    public record Made(String name, Instant from, Instant until, long bytes, String version) {}

    /// How backups stand.
    ///
    /// @param folder null when none are configured, and then nothing else is said
    /// @param log how the database's log is being archived
    public record State(
            @Nullable String folder,
            int hours,
            int keep,
            @Nullable Running running,
            @Nullable Failure failure,
            BaseBackup.@Nullable Archiving log,
            List<Made> made) {}

    /// From now on backups are made when they are due.
    public void start() {
        if (settings.backup() != null && database != null) {
            timer.scheduleWithFixedDelay(
                    jobs.watch("backup-when-due", LOOK, this::makeIfDue),
                    FIRST_LOOK.toSeconds(),
                    LOOK.toSeconds(),
                    TimeUnit.SECONDS);
        }
    }

    public State state() throws IOException {
        var backup = settings.backup();
        if (backup == null || database == null) {
            return new State(null, 0, 0, null, null, null, List.of());
        }
        var made = new BackupFolder(backup.folder())
                .list().stream()
                        .map(one -> new Made(one.name(), one.from(), one.until(), one.bytes(), one.version()))
                        .toList();
        return new State(
                backup.folder().toString(),
                backup.hours(),
                backup.keep(),
                running.get(),
                failure,
                database.archiving(),
                made);
    }

    /// The last one holds keys that count no more.
    @EventListener
    void on(KeysChanged changed) {
        if (settings.backup() != null && database != null && running.get() == null) {
            begin(changed.actor());
        }
    }

    /// Begins one now.
    public void begin(String actor) {
        var backup = settings.backup();
        if (backup == null || database == null) {
            throw new Problem(
                    Category.CONFLICT,
                    "no backups are configured: set renkei.backup.folder to a folder on another disk, and restart the node",
                    "バックアップが設定されていません。renkei.backup.folder に別のディスクのフォルダーを設定し、ノードを再起動してください");
        }
        if (!running.compareAndSet(null, new Running(clock.instant(), 0, 0))) {
            throw new Problem(Category.CONFLICT, "a backup is being made already", "バックアップを作成中です");
        }
        var source = database;
        worker.submit(() -> make(actor, backup, source));
    }

    private void makeIfDue() {
        var backup = settings.backup();
        if (backup == null || running.get() != null) {
            return;
        }
        try {
            var newest = new BackupFolder(backup.folder()).best(null);
            var due = clock.instant().minus(Duration.ofHours(backup.hours()));
            if (newest.isEmpty() || newest.get().from().isBefore(due)) {
                begin(settings.node().toString());
            }
        } catch (IOException | RuntimeException e) {
            failed(settings.node().toString(), e);
        }
    }

    private void make(String actor, NodeSettings.Backup backup, BaseBackup source) {
        try {
            var folder = new BackupFolder(backup.folder());
            running.set(new Running(clock.instant(), 0, source.size()));
            var manifest = new Writing(settings, source, folder, clock, this::copied).run();
            folder.forget(backup.keep());
            failure = null;
            audit.record(event(actor, "backup-made", manifest));
            LOG.info("backup {} is complete: {} bytes", manifest.name(), manifest.bytes());
        } catch (IOException | RuntimeException e) {
            failed(actor, e);
        } finally {
            running.set(null);
        }
    }

    private static AuditEvent event(String actor, String event, Manifest manifest) {
        return new AuditEvent(actor, event, null, null, Map.of("name", manifest.name(), "sha256", manifest.sha256()));
    }

    private void copied(long bytes) {
        running.updateAndGet(now -> now == null
                ? null
                : new Running(now.since(), now.bytes() + bytes, Math.max(now.of(), now.bytes() + bytes)));
    }

    private void failed(String actor, Exception e) {
        var detail = String.valueOf(e.getMessage());
        LOG.error("the backup failed", e);
        failure = new Failure(clock.instant(), detail);
        try {
            audit.record(new AuditEvent(actor, "backup-failed", null, null, Map.of("reason", detail)));
        } catch (RuntimeException again) {
            LOG.error("the failure could not be recorded either", again);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        timer.shutdownNow();
        worker.shutdown();
        if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
