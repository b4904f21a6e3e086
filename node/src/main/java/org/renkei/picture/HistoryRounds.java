package org.renkei.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.renkei.jobs.Jobs;
import org.renkei.kernel.track.HistoryPoint;
import org.renkei.kernel.track.Thinning;
import org.renkei.picture.TrackHistory.Row;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes the history of tracks every second, thins it every hour, and lets go of days that are not kept any longer.
@Component
class HistoryRounds implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRounds.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /// So much of the past is taken up when the node starts: as far as forms that are delayed look back.
    private static final Duration TAKEN_UP = Duration.ofMinutes(131);

    /// Spans of age that have come under another rule since the last round, with an overlap.
    private static final List<List<Duration>> SPANS = List.of(
            List.of(Duration.ofMinutes(10), Duration.ofMinutes(75)),
            List.of(Duration.ofMinutes(60), Duration.ofMinutes(125)),
            List.of(Duration.ofHours(24), Duration.ofMinutes(25 * 60 + 5)));

    private final Picture picture;
    private final PartnerTracks partners;
    private final TrackLog log;
    private final ToldLog told;
    private final ToldHistory toldHistory;
    private final Followers followers;
    private final TrackHistory history;
    private final Jobs jobs;
    private final Clock clock;
    private final int keptDays;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("track-history").daemon().factory());

    HistoryRounds(
            Picture picture,
            PartnerTracks partners,
            TrackLog log,
            ToldLog told,
            ToldHistory toldHistory,
            Followers followers,
            TrackHistory history,
            Jobs jobs,
            Clock clock,
            NodeSettings settings) {
        this.partners = partners;
        this.picture = picture;
        this.log = log;
        this.told = told;
        this.toldHistory = toldHistory;
        this.followers = followers;
        this.history = history;
        this.jobs = jobs;
        this.clock = clock;
        this.keptDays = settings.picture().keptDays();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        restore();
        every("tracks-write", SECOND, this::write);
        every("told-tracks-write", SECOND, this::writeTold);
        every("track-followers", SECOND, followers::sweep);
        every("tracks-thin", HOUR, this::thin);
    }

    private void restore() {
        var now = clock.instant();
        picture.restore(history.minutes(now.minus(TAKEN_UP)), history.joined(now));
    }

    void write() {
        picture.sweep(clock.millis());
        partners.sweep(clock.millis());
        var batch = log.takeOut();
        if (batch.isEmpty()) {
            return;
        }
        try {
            history.write(batch, oldest(), today().plusDays(1));
        } catch (DataAccessException | TransactionException e) {
            log.lost(batch);
            throw e;
        }
    }

    void writeTold() {
        told.write(oldest(), today().plusDays(1));
    }

    void thin() {
        for (var span : SPANS) {
            thin(clock.instant().minus(span.getLast()), clock.instant().minus(span.getFirst()));
        }
        var oldest = oldest();
        history.days().stream().filter(day -> day.isBefore(oldest)).forEach(history::drop);
        toldHistory.tidy();
        told.sweep(partners.ids());
    }

    private void thin(Instant from, Instant until) {
        var dropped = new ArrayList<Row>();
        var source = new ArrayList<Row>();
        for (var row : history.rows(from, until)) {
            if (!source.isEmpty() && source.getLast().source() != row.source()) {
                addDropped(source, dropped);
                source.clear();
            }
            source.add(row);
        }
        addDropped(source, dropped);
        if (!dropped.isEmpty()) {
            history.delete(dropped, from, until);
        }
    }

    private void addDropped(List<Row> source, List<Row> dropped) {
        var points = source.stream().map(Row::point).toList();
        var kept = new HashSet<HistoryPoint>(Thinning.thin(points, clock.millis()));
        for (var row : source) {
            if (!kept.remove(row.point())) {
                dropped.add(row);
            }
        }
    }

    private LocalDate oldest() {
        return today().minusDays(keptDays);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void every(String name, Duration every, Runnable work) {
        var watched = jobs.watch(name, every, work);
        rounds.scheduleWithFixedDelay(
                () -> {
                    try {
                        watched.run();
                    } catch (RuntimeException e) {
                        LOG.error("job {} failed and is tried again in its turn", name, e);
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// What waits is written before the node ends.
    @Override
    public void destroy() {
        rounds.shutdown();
        try {
            write();
            writeTold();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the last positions of tracks could not be written", e);
        }
    }
}
