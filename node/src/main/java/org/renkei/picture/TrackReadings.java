package org.renkei.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.OncePerHour;
import org.renkei.identity.Caller;
import org.springframework.stereotype.Component;

/// Who opened which track, and who was given how many of them at once, in the audit log: once an hour for
/// each person and track, and for each person and hour of the past that is listed. A track stands there
/// under the id by which that person sees it, and not by name: whoever reads the log need not be cleared
/// for it. The service account is no person and is not noted.
@Component
class TrackReadings {
    private final AuditLog audit;
    private final OncePerHour noted;

    TrackReadings(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.noted = new OncePerHour(clock);
    }

    private record Reading(
            UUID person,
            @Nullable UUID track,
            long hours,
            @Nullable Instant hour) {}

    /// What cannot be written down is not shown.
    ///
    /// @param at the time that was asked for; null for now
    void opened(Caller caller, UUID track, @Nullable Instant at, Instant asOf, Duration back) {
        note(
                caller,
                track,
                at,
                back.toHours(),
                "track-read",
                Map.of("track", track.toString(), "hours", back.toHours(), "at", seconds(asOf)));
    }

    void listed(Caller caller, @Nullable Instant at, Instant asOf, int count) {
        note(caller, null, at, 0, "tracks-listed", Map.of("count", count, "at", seconds(asOf)));
    }

    private void note(
            Caller caller,
            @Nullable UUID track,
            @Nullable Instant at,
            long hours,
            String event,
            Map<String, Object> details) {
        var person = caller.person();
        if (person == null) {
            return;
        }
        var hour = at == null ? null : at.truncatedTo(ChronoUnit.HOURS);
        var reading = new Reading(person.id(), track, hours, hour);
        if (noted.isDue(reading)) {
            audit.record(new AuditEvent(caller.getName(), event, null, null, details));
            noted.noted(reading);
        }
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
