package org.renkei;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.renkei.attachments.AttachmentDesk;
import org.renkei.attachments.AttachmentExchange;
import org.renkei.federation.ReceivedEnds;
import org.renkei.jobs.Jobs;
import org.renkei.release.ReleaseClock;
import org.renkei.review.ConsentAnswers;
import org.renkei.review.Escalation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The passing of time: ends of releases are looked for every second, changed facts and releases that wait too long
/// every minute, uploads that nobody used and refusals to be summed up every ten. A round that fails is logged and
/// the next one tries again.
@Component
class Passage {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    private final ReleaseClock releases;
    private final ReceivedEnds received;
    private final AttachmentDesk attachments;
    private final AttachmentExchange exchange;
    private final Escalation escalation;
    private final ConsentAnswers consents;
    private final Jobs jobs;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("passage").factory());

    Passage(
            ReleaseClock releases,
            ReceivedEnds received,
            AttachmentDesk attachments,
            AttachmentExchange exchange,
            Escalation escalation,
            ConsentAnswers consents,
            Jobs jobs) {
        this.releases = releases;
        this.received = received;
        this.attachments = attachments;
        this.exchange = exchange;
        this.escalation = escalation;
        this.consents = consents;
        this.jobs = jobs;
    }

    /// What ended while the node was away is removed before this returns.
    void start() {
        received.removeEnded();
        attachments.start();
        every("ends-of-releases", 1, this::ends);
        every("changed-facts", 60, releases::checkFacts);
        every("overdue-reviews", 60, escalation::escalate);
        every("consent-answers", 1, consents::work);
        every("unused-uploads", 600, attachments::removeUnused);
        every("attachment-refusals", 600, exchange::sumUpRefusals);
    }

    void stop() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ends() {
        releases.endReleases();
        received.removeEnded();
    }

    private void every(String name, int seconds, Runnable round) {
        var watched = jobs.watch(name, Duration.ofSeconds(seconds), round);
        rounds.scheduleWithFixedDelay(
                () -> {
                    try {
                        watched.run();
                    } catch (RuntimeException e) {
                        LOG.error("a round failed and is tried again in {} s", seconds, e);
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }
}
