package org.renkei.kernel.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What one nation held of a case at any time. What is not known to have reached it counts as not known to
/// it; a case as it knew it is the fold of the statements that it held then.
///
/// @param known by statement; nothing where it is not known that the nation ever knew
public record Replay(Map<UUID, Known> known) {
    public Replay {
        known = Map.copyOf(known);
    }

    /// What a partner knew, from what is known of its ledger and from what it said itself: its own
    /// statements since it said them, or since they are here if its clock was ahead; those of others since
    /// it confirmed them, or answered them, whichever came first.
    ///
    /// @param statements those that it said or was told
    /// @param arrived when each came to be held at this node
    /// @param confirmed of statements of this node, since when the partner is known to hold them
    public static Replay ofPartner(
            String party, Collection<Statement> statements, Map<UUID, Instant> arrived, Map<UUID, Known> confirmed) {
        var known = new HashMap<>(confirmed);
        for (var one : statements) {
            if (one.party().equals(party)) {
                var here = Optional.ofNullable(arrived.get(one.record()));
                var said = one.time().instant();
                var from = here.filter(said::isAfter).orElse(said);
                known.merge(one.record(), new Known(Known.Evidence.SAID, from, null), Known::or);
                one.on().forEach(on -> known.merge(on, new Known(Known.Evidence.ANSWERED, from, null), Known::or));
            }
        }
        return new Replay(known);
    }

    public Optional<Known> of(UUID record) {
        return Optional.ofNullable(known.get(record));
    }

    public boolean holds(UUID record, Instant time) {
        return of(record).filter(one -> one.holdsAt(time)).isPresent();
    }
}
