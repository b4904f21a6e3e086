package org.renkei.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.calendar.Given.Row;
import org.renkei.calendar.Given.State;
import org.renkei.identity.Caller;
import org.renkei.party.CoordinationRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the calendars: what a calendar holds for one person now, and what it once held and holds no
/// more.
@Service
public class CalendarDesk {
    /// Everything that is for the person's nation, whatever the body.
    public static final String ALL = "all";

    /// For how long a cancellation is repeated.
    private static final Duration REPEATED = Duration.ofDays(180);

    private static final List<String> LANGUAGES = List.of("en", "ja");

    private final Entries entries;
    private final CoordinationRegister bodies;
    private final Given given;
    private final AuditLog audit;
    private final Clock clock;
    private final String node;
    private final Map<String, String> names;

    CalendarDesk(
            Entries entries,
            CoordinationRegister bodies,
            Given given,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.entries = entries;
        this.bodies = bodies;
        this.given = given;
        this.audit = audit;
        this.clock = clock;
        this.node = settings.node().toString().toLowerCase(Locale.ROOT).replace('/', '.');
        this.names = Map.of("en", settings.name().en(), "ja", settings.name().ja());
    }

    /// @param entry null for what is cancelled
    record Line(Row row, @Nullable Entry entry) {}

    /// One calendar as iCalendar text (RFC 5545). What is new, changed or cancelled since this person fetched it
    /// last is written down.
    ///
    /// @param language `en` or `ja`
    /// @param body code of a body, or [#ALL]; a body for which there is nothing has an empty calendar
    /// @throws Problem for another language, and for what is no body
    @Transactional
    public String fetch(String language, String body, Caller caller) {
        if (!LANGUAGES.contains(language)
                || !body.equals(ALL) && bodies.findFor(caller, body).isEmpty()) {
            throw new Problem(
                    Category.NOT_FOUND,
                    "calendars are en or ja, and those of all or of the code of a body",
                    "カレンダーの言語は en または ja、対象は all または機関のコードです");
        }
        var fetch = new Fetch(caller.getName(), language, body, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        given.lock(fetch.person, fetch.name, fetch.now);
        var lines = fetch.lines(caller);
        if (fetch.changed > 0 || fetch.cancelled > 0) {
            audit.append(List.of(new AuditEvent(
                    fetch.person,
                    "calendar-given",
                    null,
                    null,
                    Map.of("calendar", fetch.name, "given", fetch.changed, "cancelled", fetch.cancelled))));
        }
        return CalendarText.of(names.getOrDefault(language, ""), language, lines);
    }

    /// One request for one calendar of one person.
    private final class Fetch {
        final String person;
        final String language;
        final String body;
        final String name;
        final Instant now;
        int changed;
        int cancelled;

        Fetch(String person, String language, String body, Instant now) {
            this.person = person;
            this.language = language;
            this.body = body;
            this.name = language + "/" + body;
            this.now = now;
        }

        List<Line> lines(Caller caller) {
            var known = given.list(person, name);
            var lines = new ArrayList<Line>();
            for (var entry : entries.list(caller, now)) {
                if (body.equals(ALL) || body.equals(entry.body())) {
                    lines.add(new Line(give(entry, known.remove(entry.uid(node))), entry));
                }
            }
            known.values().forEach(row -> missing(row).ifPresent(one -> lines.add(new Line(one, null))));
            return lines;
        }

        private Row give(Entry entry, @Nullable Row before) {
            var digest = entry.digest(language);
            if (before != null
                    && before.state() == State.GIVEN
                    && before.digest().equals(digest)) {
                return before;
            }
            changed++;
            return keep(
                    before == null
                            ? new Row(entry.uid(node), 0, digest, entry.starts(), entry.allDay(), State.GIVEN, now)
                            : before.next(State.GIVEN, digest, entry.starts(), entry.allDay(), now));
        }

        /// What was given once and is there no more: cancelled, unless its time is long over.
        private Optional<Row> missing(Row row) {
            return switch (row.state()) {
                case PAST -> Optional.empty();
                case CANCELLED -> row.changed().isAfter(now.minus(REPEATED)) ? Optional.of(row) : Optional.empty();
                case GIVEN -> {
                    if (row.starts().isBefore(now.minus(Entries.KEPT))) {
                        keep(row.as(State.PAST, now));
                        yield Optional.empty();
                    }
                    cancelled++;
                    yield Optional.of(keep(row.as(State.CANCELLED, now)));
                }
            };
        }

        private Row keep(Row row) {
            given.keep(person, name, row);
            return row;
        }
    }
}
