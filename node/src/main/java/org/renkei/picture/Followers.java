package org.renkei.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Who follows the live tracks from when to when, in the audit log: one event as somebody begins and one as
/// they end, however many pages are open, and a page that comes again within a minute has not been away.
/// When the node ends without warning, the end is missing.
@Component
class Followers implements DisposableBean {
    private static final Duration AWAY = Duration.ofMinutes(1);

    private final AuditLog audit;
    private final Clock clock;
    private final Map<Key, Visit> visits = new HashMap<>();

    Followers(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// One session, token or certificate of one person.
    private record Key(UUID person, Caller.Means means) {}

    private static final class Visit {
        private final String actor;
        private final Instant since;
        private int open = 1;
        private int most;
        private @Nullable Instant left;

        Visit(String actor, Instant since) {
            this.actor = actor;
            this.since = since;
        }
    }

    /// To be called before anything is told; what cannot be written down is not told.
    synchronized void joined(Caller caller) {
        var key = key(caller);
        if (key == null) {
            return;
        }
        var visit = visits.get(key);
        if (visit == null) {
            var details = Map.<String, Object>of("by", means(caller));
            audit.record(new AuditEvent(caller.getName(), "tracks-followed", null, null, details));
            visits.put(key, new Visit(caller.getName(), clock.instant()));
        } else {
            visit.open++;
            visit.left = null;
        }
    }

    /// @param most how many tracks there were to be seen at once
    synchronized void left(Caller caller, int most) {
        var visit = key(caller) == null ? null : visits.get(key(caller));
        if (visit != null) {
            visit.most = Math.max(visit.most, most);
            if (--visit.open == 0) {
                visit.left = clock.instant();
            }
        }
    }

    /// Writes down who has been away for a minute.
    synchronized void sweep() {
        var now = clock.instant();
        for (var entry : List.copyOf(visits.entrySet())) {
            var left = entry.getValue().left;
            if (left != null && !left.plus(AWAY).isAfter(now)) {
                audit.record(ended(entry.getValue(), left));
                visits.remove(entry.getKey());
            }
        }
    }

    @Override
    public synchronized void destroy() {
        var now = clock.instant();
        var ends = new ArrayList<AuditEvent>();
        visits.values().forEach(visit -> ends.add(ended(visit, visit.left == null ? now : visit.left)));
        visits.clear();
        ends.forEach(audit::record);
    }

    private static AuditEvent ended(Visit visit, Instant left) {
        return new AuditEvent(
                visit.actor,
                "tracks-left",
                null,
                null,
                Map.of(
                        "since",
                        visit.since.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "seconds",
                        Duration.between(visit.since, left).toSeconds(),
                        "most",
                        visit.most));
    }

    private static @Nullable Key key(Caller caller) {
        var person = caller.person();
        return person == null ? null : new Key(person.id(), caller.means());
    }

    private static String means(Caller caller) {
        return switch (caller.means()) {
            case Caller.Signed signed -> "session";
            case Caller.Token token -> "token";
            case Caller.Certificate certificate -> "certificate";
            case Caller.ServiceToken service -> "service";
            case Caller.Part part -> "part";
        };
    }
}
