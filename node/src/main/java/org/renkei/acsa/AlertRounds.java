package org.renkei.acsa;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.jobs.Jobs;
import org.renkei.kernel.acsa.followup.Alert;
import org.renkei.kernel.acsa.followup.Alert.Addressee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks again and again at every clock of every order and writes down each rung that was reached, once. What is past
/// its day is escalated: that goes into the audit log besides.
@Component
class AlertRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final Orders orders;
    private final AlertBook book;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Runnable watched;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("acsa-alerts").factory());
    private volatile boolean running;

    AlertRounds(
            Orders orders, AlertBook book, AuditLog audit, TransactionTemplate transaction, Jobs jobs, Clock clock) {
        this.orders = orders;
        this.book = book;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.watched = jobs.watch("acsa-alerts", EVERY, this::look);
    }

    void look() {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            var known = book.all();
            var events = new ArrayList<AuditEvent>();
            for (var order : orders.allAhead()) {
                var request = order.ahead().request();
                for (var alert : Alert.of(order.ahead(), now)) {
                    var key = AlertBook.Key.of(alert);
                    if (request != null
                            && !known.contains(key)
                            && book.raise(key, now)
                            && alert.rung().addressee() != Addressee.OFFICER) {
                        events.add(escalated(request, alert));
                    }
                }
            }
            if (!events.isEmpty()) {
                audit.append(events);
            }
        });
    }

    private static AuditEvent escalated(UUID request, Alert alert) {
        return new AuditEvent(
                "node:acsa",
                "acsa-escalated",
                request,
                alert.clock().party(),
                Map.of(
                        "clock",
                        alert.clock().code(),
                        "due",
                        alert.clock().due().toString(),
                        "rung",
                        alert.rung().code()));
    }

    /// The first who looks at stock or at differences after a start shall not wait until every standing order is
    /// folded.
    private void warm() {
        try {
            transaction.executeWithoutResult(status -> orders.allStanding());
        } catch (RuntimeException e) {
            LOG.info("standing orders could not be folded ahead; that is done when they are asked for", e);
        }
    }

    @Override
    public void start() {
        running = true;
        rounds.execute(this::warm);
        rounds.scheduleWithFixedDelay(
                () -> {
                    try {
                        watched.run();
                    } catch (RuntimeException e) {
                        LOG.error("the round of ACSA alerts failed and is tried again in its turn", e);
                    }
                },
                FIRST.toMillis(),
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        rounds.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
