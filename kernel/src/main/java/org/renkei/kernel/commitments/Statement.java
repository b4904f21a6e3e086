package org.renkei.kernel.commitments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
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

/// What one nation said of one commitment.
///
/// @param mark drawn at random by the writer: no two statements of a nation bear the same
public record Statement(
        UUID record,
        String party,
        HybridTime time,
        UUID commitment,
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

    /// The commitment that a first statement records: nobody else can record it.
    public static UUID commitmentOf(String party, String mark) {
        return UUID.nameUUIDFromBytes(("commitment " + party + " " + mark).getBytes(UTF_8));
    }

    public static Reading read(UUID record, String party, HybridTime time, CborMap body) {
        var reader = new FieldReader(body);
        var commitment = reader.id("commitment", "commitment", "約束事項");
        var mark = reader.mark();
        var to = reader.nations();
        var act = reader.act(Act.class);
        act.ifPresent(known -> reader.read(known.fields()));
        if (!reader.objections().isEmpty() || commitment == null || act.isEmpty()) {
            return new Reading(null, reader.objections());
        }
        return new Reading(
                new Statement(record, party, time, commitment, mark, act.get(), to, reader.on(), body), List.of());
    }

    public Optional<LocalDate> day(String name) {
        return text(name).map(LocalDate::parse);
    }

    public Optional<UUID> id(String name) {
        return text(name).map(UUID::fromString);
    }

    /// What it proposes to agree on; of what proposes nothing, that it is open.
    State state() {
        return act == Act.STATE ? choice("state", State.class) : State.OPEN;
    }
}
