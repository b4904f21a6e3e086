package org.renkei.operation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.renkei.jobs.Jobs;
import org.renkei.settings.NodeSettings;
import org.renkei.verification.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes the disk every hour, and has everything that is sealed looked through every day.
@Component
class OperationRounds implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OperationRounds.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Disk disk;
    private final Verification verification;
    private final Jobs jobs;
    private final String self;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("operation").daemon().factory());

    OperationRounds(Disk disk, Verification verification, Jobs jobs, NodeSettings settings) {
        this.disk = disk;
        this.verification = verification;
        this.jobs = jobs;
        this.self = settings.node().toString();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        every("disk-sample", HOUR, 0, disk::sample);
        every("verification", DAY, DAY.toSeconds(), () -> verification.begin(self));
    }

    private void every(String name, Duration every, long first, Runnable work) {
        var watched = jobs.watch(name, every, work);
        rounds.scheduleAtFixedRate(
                () -> {
                    try {
                        watched.run();
                    } catch (RuntimeException e) {
                        LOG.error("job {} failed and is tried again in its turn", name, e);
                    }
                },
                first,
                every.toSeconds(),
                TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }
}
