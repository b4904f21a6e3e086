package org.renkei.kernel.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A case as one nation knew it at any time: at each, the fold of the statements that it held then. What is
/// not known to have reached it counts as not known to it.
///
/// @param known by statement; nothing where it is not known that the nation ever knew
public record Replay(UUID id, List<Statement> statements, Map<UUID, Known> known) {
    public Replay {
        statements = SaidOrder.distinct(statements);
        known = Map.copyOf(known);
    }

    /// What a nation knew, from what is known of its ledger and from what it said itself: its own
    /// statements since it said them, or since they are here if its clock was ahead; those of others since
    /// it confirmed them, or answered them, whichever came first.
    ///
    /// @param arrived when each came to be held at this node
    /// @param confirmed of statements of this node, since when the nation is known to hold them
    public static Replay of(
            UUID id,
            String party,
            Collection<Statement> statements,
            Map<UUID, Instant> arrived,
            Map<UUID, Known> confirmed) {
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
        return new Replay(id, List.copyOf(statements), known);
    }

    /// What this node itself held.
    public static Replay own(UUID id, Collection<Statement> statements, Map<UUID, Known> arrived) {
        return new Replay(id, List.copyOf(statements), arrived);
    }

    public Optional<Known> of(UUID record) {
        return Optional.ofNullable(known.get(record));
    }

    public boolean holds(UUID record, Instant time) {
        return of(record).filter(one -> one.holdsAt(time)).isPresent();
    }

    /// As it was known at that time.
    public Case at(Instant time) {
        return CaseFold.fold(
                id, statements.stream().filter(one -> holds(one.record(), time)).toList());
    }

    /// The times at which something changed, each once, in order.
    public List<Instant> marks() {
        return statements.stream()
                .flatMap(one -> of(one.record()).stream())
                .flatMap(one -> Stream.concat(Stream.of(one.from()), Stream.ofNullable(one.until())))
                .distinct()
                .sorted()
                .toList();
    }
}
