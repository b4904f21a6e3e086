package org.renkei.kernel.relief.moves;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
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

/// What one nation said of one move.
///
/// @param mark drawn at random by the writer: no two statements of a nation bear the same
/// @param legs of a plan; empty for everything else
public record Statement(
        UUID record,
        String party,
        HybridTime time,
        UUID move,
        String mark,
        Act act,
        Set<String> to,
        List<UUID> on,
        List<Leg> legs,
        CborMap body)
        implements Said {
    public Statement {
        to = Set.copyOf(to);
        on = List.copyOf(on);
        legs = List.copyOf(legs);
    }

    /// What was read, or why it could not be.
    ///
    /// @param statement null when there is any objection
    public record Reading(@Nullable Statement statement, List<Objection> objections) {
        public Reading {
            objections = List.copyOf(objections);
        }
    }

    /// The move that a plan begins: nobody else can begin it.
    public static UUID moveOf(String party, String mark) {
        return UUID.nameUUIDFromBytes(("move " + party + " " + mark).getBytes(UTF_8));
    }

    public static Reading read(UUID record, String party, HybridTime time, CborMap body) {
        var reader = new FieldReader(body);
        var move = reader.id("move", "move", "輸送");
        var mark = reader.mark();
        var to = reader.nations();
        var act = reader.act(Act.class);
        act.ifPresent(known -> reader.read(known.fields()));
        var objections = new ArrayList<>(reader.objections());
        var legs = act.filter(known -> known == Act.PLAN).isPresent() ? Leg.read(body, objections) : List.<Leg>of();
        if (!objections.isEmpty() || move == null || act.isEmpty()) {
            return new Reading(null, objections);
        }
        return new Reading(
                new Statement(record, party, time, move, mark, act.get(), to, reader.on(), legs, body), List.of());
    }

    public Optional<UUID> id(String name) {
        return text(name).map(UUID::fromString);
    }
}
