package org.renkei.operation;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.renkei.audit.AuditLog;
import org.renkei.backup.Backups;
import org.renkei.federation.LinkFigures;
import org.renkei.federation.LinkFigures.Figures;
import org.renkei.jobs.Jobs;
import org.renkei.release.DecisionTally;
import org.renkei.review.ReviewBacklog;
import org.renkei.verification.Verification;
import org.renkei.witness.Witnesses;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The node in numbers, in the form Prometheus reads. A label is a partner's key, a lane, an outcome, a job
/// or a route and never anything of a record: a number is all that is told of what somebody may not see.
@Component
public class Metrics implements DisposableBean {
    private final LinkFigures links;
    private final Disk disk;
    private final MachineChecks machine;
    private final Certificates certificates;
    private final Witnesses witnesses;
    private final Verification verification;
    private final AuditLog audit;
    private final ReviewBacklog reviews;
    private final DecisionTally decisions;
    private final Jobs jobs;
    private final Clock clock;
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, MultiGauge> gauges = new LinkedHashMap<>();

    Metrics(
            LinkFigures links,
            Disk disk,
            MachineChecks machine,
            Certificates certificates,
            Witnesses witnesses,
            Verification verification,
            AuditLog audit,
            ReviewBacklog reviews,
            DecisionTally decisions,
            Jobs jobs,
            DataSource pool,
            Clock clock) {
        this.links = links;
        this.disk = disk;
        this.machine = machine;
        this.certificates = certificates;
        this.witnesses = witnesses;
        this.verification = verification;
        this.audit = audit;
        this.reviews = reviews;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
        bindMachine(pool);
        decisions.counts().keySet().forEach(this::countDecisions);
    }

    private void bindMachine(DataSource pool) {
        new JvmMemoryMetrics().bindTo(registry);
        garbage.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        if (pool instanceof HikariDataSource hikari) {
            for (var state : List.of("active", "idle", "waiting")) {
                Gauge.builder("renkei.database.connections", hikari, one -> connections(one, state))
                        .description("Connections of the pool")
                        .tag("state", state)
                        .register(registry);
            }
        }
    }

    private static double connections(HikariDataSource pool, String state) {
        var bean = pool.getHikariPoolMXBean();
        if (bean == null) {
            return 0;
        }
        return switch (state) {
            case "active" -> bean.getActiveConnections();
            case "idle" -> bean.getIdleConnections();
            default -> bean.getThreadsAwaitingConnection();
        };
    }

    private void countDecisions(String outcome) {
        FunctionCounter.builder(
                        "renkei.decisions", decisions, tally -> tally.counts().getOrDefault(outcome, 0L))
                .description("Release decisions since the node started")
                .tag("outcome", outcome)
                .register(registry);
    }

    /// One answer of the API.
    public void answered(String route, String method, int status, Duration took) {
        registry.timer("renkei.http", Tags.of("route", route, "method", method, "status", status / 100 + "xx"))
                .record(took);
    }

    /// Everything as it is now.
    public synchronized String scrape() {
        ofLinks();
        ofMachine();
        ofSeals();
        var list = jobs.list();
        rows(
                "renkei.job.seconds",
                "How long the last run took",
                list.stream()
                        .map(job -> row(job.took() == null ? 0 : job.took().toMillis() / 1_000.0, "job", job.name()))
                        .toList());
        rows(
                "renkei.job.failed",
                "1 when the last run failed",
                list.stream()
                        .map(job -> row(job.failed() == null ? 0 : 1, "job", job.name()))
                        .toList());
        return registry.scrape();
    }

    private void ofLinks() {
        var all = links.list();
        each(all, "renkei.link.up", "1 when the link is up", one -> one.state().equals("up") ? 1 : 0);
        each(all, "renkei.link.round.trip.seconds", "Last round trip", one -> {
            var trip = one.roundTrip();
            return trip == null ? Double.NaN : trip;
        });
        each(all, "renkei.link.sent.bytes", "Sent since the node started", Figures::sent);
        each(all, "renkei.link.received.bytes", "Received since the node started", Figures::received);
        each(all, "renkei.link.urgent.confirmed", "Urgent entries held by the partner", Figures::urgentCount);
        each(all, "renkei.link.urgent.latency.total.seconds", "The same, added up", Figures::urgentSum);
        each(
                all,
                "renkei.link.urgent.latency.seconds",
                "From commit to the partner's word, of the last",
                Figures::urgentLast);
        each(
                all,
                "renkei.link.tracks.told",
                "Tracks that the partner may see",
                one -> one.tracks().told());
        each(
                all,
                "renkei.link.tracks.known",
                "Tracks known from the partner",
                one -> one.tracks().known());
        each(
                all,
                "renkei.link.tracks.sent.rate",
                "Updates of tracks sent in a second",
                one -> one.tracks().sentPerSecond());
        each(
                all,
                "renkei.link.tracks.received.rate",
                "Updates of tracks received in a second",
                one -> one.tracks().receivedPerSecond());
        each(all, "renkei.ledger.entries", "Entries of the ledger for the partner", Figures::ledger);
        each(all, "renkei.ledger.confirmed", "Of these confirmed by the partner", Figures::confirmed);
        each(all, "renkei.ledger.received", "Entries held of the partner's ledger", Figures::taken);
        var entries = new ArrayList<Row<?>>();
        var ages = new ArrayList<Row<?>>();
        for (var one : all) {
            entries.add(row(one.urgent().entries(), "party", one.party(), "lane", "urgent"));
            entries.add(row(one.bulk().entries(), "party", one.party(), "lane", "bulk"));
            ages.add(row(one.urgent().ageSeconds(), "party", one.party(), "lane", "urgent"));
            ages.add(row(one.bulk().ageSeconds(), "party", one.party(), "lane", "bulk"));
        }
        rows("renkei.link.backlog.entries", "Entries that the partner has not confirmed", entries);
        rows("renkei.link.backlog.age.seconds", "How long the oldest of them waits", ages);
    }

    private void ofMachine() {
        var now = clock.instant();
        one("renkei.database.bytes", "Size of the database", disk.database());
        one("renkei.disk.free.bytes", "Free on the disk of the data folder", disk.free());
        one("renkei.disk.total.bytes", "Size of that disk", disk.total());
        one(
                "renkei.disk.days.left",
                "Until it is full; NaN when it does not fill",
                disk.daysLeft().orElse(Double.NaN));
        var newest = machine.state().made().stream().map(Backups.Made::until).max(Instant::compareTo);
        one(
                "renkei.backup.age.seconds",
                "Of the newest backup; NaN when there is none",
                newest.map(at -> seconds(at, now)).orElse(Double.NaN));
        rows(
                "renkei.certificate.left.seconds",
                "Until the certificate ends",
                certificates.list().stream()
                        .map(holding -> row(seconds(now, holding.until()), "use", holding.use()))
                        .toList());
        rows(
                "renkei.certificate.age.seconds",
                "Since it was made, with its key",
                certificates.list().stream()
                        .map(holding -> row(seconds(holding.from(), now), "use", holding.use()))
                        .toList());
        rows(
                "renkei.clock.offset.seconds",
                "How far the partner's clock is ahead",
                witnesses.clockOffsets().stream()
                        .map(offset -> row(offset.seconds(), "party", offset.party()))
                        .toList());
        one("renkei.reviews.waiting", "Reviews that wait for an officer", reviews.waiting());
        one("renkei.reviews.overdue", "Of these beyond their time", reviews.overdue(now));
    }

    private void ofSeals() {
        var last = verification.state().last();
        one("renkei.audit.entries", "Entries of the audit log", audit.size());
        one(
                "renkei.tampering.found",
                "1 when something was changed behind the node",
                last == null || last.isSound() ? 0 : 1);
        var all = witnesses.all();
        one("renkei.witness.alarm", "1 when an audit log is not the one cosigned", all.isAlarming() ? 1 : 0);
        rows(
                "renkei.witness.behind.entries",
                "Audit entries the partner has not cosigned",
                all.ours().stream()
                        .map(ours -> row(ours.behind(), "party", ours.party()))
                        .toList());
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds();
    }

    private static Row<?> row(double value, String... labels) {
        return Row.of(Tags.of(labels), value);
    }

    private void one(String name, String description, double value) {
        rows(name, description, List.of(row(value)));
    }

    private void each(List<Figures> all, String name, String description, ToDoubleFunction<Figures> value) {
        rows(
                name,
                description,
                all.stream()
                        .map(one -> row(value.applyAsDouble(one), "party", one.party()))
                        .toList());
    }

    private void rows(String name, String description, List<? extends Row<?>> rows) {
        gauges.computeIfAbsent(
                        name,
                        key -> MultiGauge.builder(key).description(description).register(registry))
                .register(new ArrayList<>(rows), true);
    }

    @Override
    public void destroy() {
        garbage.close();
        registry.close();
    }
}
