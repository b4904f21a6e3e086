package org.renkei.kernel.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.FieldReader;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.Said;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;

/// What one nation said of one meeting.
///
/// @param mark drawn at random by the writer: no two statements of a nation bear the same
public record Statement(
        UUID record,
        String party,
        HybridTime time,
        UUID meeting,
        String mark,
        Act act,
        Set<String> to,
        List<UUID> on,
        CborMap body)
        implements Said {
    public Statement {
        to = Set.copyOf(to);
        on = List.copyOf(on);
    }

    /// What was read, or why it could not be.
    ///
    /// @param statement null when there is any objection
    public record Reading(@Nullable Statement statement, List<Objection> objections) {}

    /// The meeting that a first statement calls: nobody else can call it.
    public static UUID meetingOf(String party, String mark) {
        return UUID.nameUUIDFromBytes(("meeting " + party + " " + mark).getBytes(UTF_8));
    }

    public static Reading read(UUID record, String party, HybridTime time, CborMap body) {
        var reader = new FieldReader(body);
        var meeting = reader.id("meeting", "meeting", "会合");
        var mark = reader.mark();
        var to = reader.nations();
        var act = reader.act(Act.class);
        act.ifPresent(known -> reader.read(known.fields()));
        if (!reader.objections().isEmpty() || meeting == null || act.isEmpty()) {
            return new Reading(null, reader.objections());
        }
        return new Reading(
                new Statement(record, party, time, meeting, mark, act.get(), to, reader.on(), body), List.of());
    }

    public Optional<UUID> id(String name) {
        return text(name).map(UUID::fromString);
    }

    /// Of a schedule: when it begins. It was read, so it is there.
    public Instant starts() {
        return instant("starts").orElse(Instant.EPOCH);
    }

    /// Of a schedule: when it ends.
    public Instant ends() {
        return starts().plusSeconds(60 * number("minutes").orElse(0L));
    }

    /// Of an item or its new place: where on the agenda, from 1.
    long position() {
        return number("position").orElse(1L);
    }

    Result result() {
        return choice("result", Result.class);
    }
}
