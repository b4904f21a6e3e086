package org.renkei.kernel.relief;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The relief board as it follows from the records that somebody holds: for those that two hold, the same
/// at both.
///
/// @param places by type and key
/// @param needs the heaviest first
/// @param offers by commodity, then by when they can be had
/// @param assignments those whose need and offer are held, in the order of their time
/// @param waiting those that name a need or an offer that is not here
public record Board(
        List<Place> places,
        List<Need> needs,
        List<Offer> offers,
        List<Assignment> assignments,
        List<Assignment> waiting) {
    public Board {
        places = List.copyOf(places);
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        assignments = List.copyOf(assignments);
        waiting = List.copyOf(waiting);
    }

    /// The place that a record reports, among others.
    public Optional<Place> placeOf(UUID record) {
        return places.stream()
                .filter(place ->
                        place.reports().stream().anyMatch(one -> one.record().equals(record)))
                .findFirst();
    }

    public Optional<Place> place(String key) {
        return places.stream().filter(place -> place.key().equals(key)).findFirst();
    }

    public Optional<Need> need(UUID id) {
        return needs.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Offer> offer(UUID id) {
        return offers.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
