package org.renkei.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.LinkDesk.LinkState;
import org.renkei.federation.LinkDesk.Waiting;
import org.springframework.stereotype.Component;

/// Every link in numbers, for those who keep the node.
@Component
public class LinkFigures {
    private final LinkDesk desk;
    private final Links links;
    private final Clock clock;

    LinkFigures(LinkDesk desk, Links links, Clock clock) {
        this.desk = desk;
        this.links = links;
        this.clock = clock;
    }

    /// What waits in a lane, and for how long the oldest.
    public record Backlog(long entries, double ageSeconds) {}

    /// One link. Times are in seconds; the round trip is null before the first.
    ///
    /// @param urgentCount urgent entries that the partner said it holds, since the node started
    public record Figures(
            String party,
            String node,
            String state,
            Instant since,
            @Nullable String problem,
            @Nullable String transport,
            @Nullable Double roundTrip,
            long sent,
            long received,
            Backlog urgent,
            Backlog bulk,
            long ledger,
            long confirmed,
            long taken,
            long urgentCount,
            double urgentSum,
            double urgentLast,
            Tracks tracks) {}

    /// The lane of live tracks.
    public record Tracks(int told, int known, double sentPerSecond, double receivedPerSecond) {}

    public List<Figures> list() {
        var states = desk.listLinks(Locale.ENGLISH);
        return links.list().stream()
                .flatMap(link -> states.stream()
                        .filter(state -> state.party().equals(link.partner().key()))
                        .map(state -> figures(link, state)))
                .toList();
    }

    private Figures figures(Link link, LinkState state) {
        var millis = state.roundTripMillis();
        var times = link.urgentTimes().times();
        var traffic = state.traffic();
        var problem = link.status().problem();
        return new Figures(
                state.party(),
                state.node(),
                state.state(),
                Instant.parse(state.since()),
                problem == null ? null : problem.code(),
                traffic == null ? null : traffic.transport(),
                millis == null ? null : millis / 1_000,
                state.bytes().sent(),
                state.bytes().received(),
                backlog(state.lanes().urgent()),
                backlog(state.lanes().bulk()),
                state.ledger().size(),
                state.ledger().acknowledged(),
                state.received(),
                times == null ? 0 : times.count(),
                times == null ? 0 : times.sumSeconds(),
                times == null ? 0 : times.lastSeconds(),
                tracks(state));
    }

    private static Tracks tracks(LinkState state) {
        var lane = state.tracks();
        return lane == null
                ? new Tracks(0, 0, 0, 0)
                : new Tracks(lane.told(), lane.known(), lane.sentPerSecond(), lane.receivedPerSecond());
    }

    private Backlog backlog(Waiting waiting) {
        var since = waiting.since();
        var age = since == null
                ? 0
                : Duration.between(Instant.parse(since), clock.instant()).toMillis() / 1_000.0;
        return new Backlog(waiting.entries(), Math.max(0, age));
    }
}
