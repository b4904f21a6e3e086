package org.renkei.kernel.relief;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.kernel.relief.moves.Leg;
import org.renkei.kernel.relief.moves.Move;

/// The relief board as it follows from the records that somebody holds: for those that two hold, the same
/// at both.
///
/// @param places by type and key
/// @param needs the heaviest first
/// @param offers by commodity, then by when they can be had
/// @param assignments those whose need and offer are held, in the order of their time
/// @param waiting those that name a need or an offer that is not here
/// @param reported the key of the place that each record reports, also of those that are not the newest
/// @param moves whose plan is held, the one that departs first in front
public record Board(
        List<Place> places,
        List<Need> needs,
        List<Offer> offers,
        List<Assignment> assignments,
        List<Assignment> waiting,
        Map<UUID, String> reported,
        List<Move> moves) {
    public Board {
        places = List.copyOf(places);
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        assignments = List.copyOf(assignments);
        waiting = List.copyOf(waiting);
        reported = Map.copyOf(reported);
        moves = List.copyOf(moves);
    }

    /// The place that a record reports, among others.
    public Optional<Place> placeOf(UUID record) {
        return Optional.ofNullable(reported.get(record)).flatMap(this::place);
    }

    public Optional<Place> place(String key) {
        return places.stream().filter(place -> place.key().equals(key)).findFirst();
    }

    public Optional<Need> need(UUID id) {
        return needs.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Where a leg that is still to be made touches a place that somebody reports closed.
    public List<Place> closedPlaces(Move move) {
        return move.isOver()
                ? List.of()
                : move.stages().stream()
                        .filter(stage -> stage.arrived() == null)
                        .flatMap(stage -> touched(stage.leg(), stage.departed() == null))
                        .flatMap(record -> placeOf(record).stream())
                        .filter(Place::isClosed)
                        .distinct()
                        .toList();
    }

    private static Stream<UUID> touched(Leg leg, boolean begins) {
        return begins ? Stream.of(leg.from(), leg.to()) : Stream.of(leg.to());
    }

    public Optional<Offer> offer(UUID id) {
        return offers.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
