package org.renkei.operation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.jobs.Jobs;
import org.renkei.operation.Check;
import org.renkei.operation.Health;
import org.renkei.operation.Support;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.Version;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperationController {
    private final Health health;
    private final Jobs jobs;
    private final Support support;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;

    OperationController(Health health, Jobs jobs, Support support, AuditLog audit, NodeSettings settings, Clock clock) {
        this.health = health;
        this.jobs = jobs;
        this.support = support;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    record CheckView(String name, String level, Check.Text text, Check.@Nullable Text advice) {
        static CheckView of(Check check) {
            return new CheckView(
                    check.name(), check.level().name().toLowerCase(Locale.ROOT), check.text(), check.advice());
        }
    }

    record JobView(
            String name,
            long everySeconds,
            @Nullable Instant last,
            @Nullable Long millis,
            @Nullable String failure,
            @Nullable Instant next,
            boolean running) {
        static JobView of(Jobs.State job) {
            var took = job.took();
            return new JobView(
                    job.name(),
                    job.every().toSeconds(),
                    job.last(),
                    took == null ? null : took.toMillis(),
                    job.failed() == null ? null : job.failed() + (job.why() == null ? "" : ": " + job.why()),
                    job.next(),
                    job.running());
        }
    }

    record OperationView(
            String node, String version, Instant at, boolean well, List<CheckView> checks, List<JobView> jobs) {}

    record ContentsView(List<Support.Item> items) {}

    /// Nothing but that the program answers: for whatever starts it again when it does not.
    @GetMapping("/health/live")
    Map<String, String> live() {
        return Map.of("status", "up");
    }

    /// Whether it can take requests: its database answers.
    @GetMapping("/health/ready")
    ResponseEntity<Map<String, String>> ready() {
        return health.isReady()
                ? ResponseEntity.ok(Map.of("status", "ready"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "not-ready"));
    }

    @GetMapping("/api/v1/operation")
    OperationView operation() {
        var checks = health.checks();
        return new OperationView(
                settings.node().toString(),
                Version.current(),
                clock.instant(),
                Health.isWell(checks),
                checks.stream().map(CheckView::of).toList(),
                jobs.list().stream().map(JobView::of).toList());
    }

    @PostMapping("/api/v1/operation/jobs/{name}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OperationView run(@PathVariable String name, Principal caller) {
        jobs.runNow(name);
        audit.record(new AuditEvent(caller.getName(), "job-run", null, null, Map.of("job", name)));
        return operation();
    }

    @GetMapping("/api/v1/operation/support")
    ContentsView contents() {
        return new ContentsView(support.contents());
    }

    @PostMapping("/api/v1/operation/support")
    ResponseEntity<byte[]> support(Principal caller) throws IOException {
        var out = new ByteArrayOutputStream();
        support.write(out);
        audit.record(new AuditEvent(caller.getName(), "support-made", null, null, Map.of("bytes", out.size())));
        var day = clock.instant().toString().substring(0, 10);
        var name =
                "renkei-support-%s-%s.zip".formatted(settings.node().toString().replace('/', '-'), day);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out.toByteArray());
    }
}
