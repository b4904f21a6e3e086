package org.renkei.publication;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.kernel.relief.Board;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Place;

/// Everything here that is public, at one moment. What is real and what is an exercise share nothing. The
/// order of everything follows from its own content.
///
/// @param notices newest first, in force or not
/// @param records ids of all that it was made of
record Holdings(List<Notice> notices, Board real, Board drill, Set<UUID> records) {
    static final String SHELTER = "shelter";

    Holdings {
        notices = List.copyOf(notices);
        records = Set.copyOf(records);
    }

    /// One of the two sides, as a page shows it.
    record Side(List<Notice> alerts, List<Notice> hazards, List<Place> places, List<Place> shelters, List<Need> needs) {
        boolean isEmpty() {
            return Stream.of(alerts, hazards, places, shelters, needs).allMatch(List::isEmpty);
        }

        PublicCounts counts() {
            return new PublicCounts(places.size(), shelters.size(), alerts.size(), hazards.size(), needs.size());
        }
    }

    Side side(boolean exercise, Instant now) {
        var board = exercise ? drill : real;
        var inForce = notices.stream()
                .filter(one -> one.exercise() == exercise && one.isInForce(now))
                .toList();
        return new Side(
                inForce.stream().filter(Notice::isAlert).toList(),
                inForce.stream().filter(one -> !one.isAlert()).toList(),
                board.places().stream()
                        .filter(place -> !place.type().equals(SHELTER))
                        .toList(),
                board.places().stream()
                        .filter(place -> place.type().equals(SHELTER))
                        .toList(),
                board.needs().stream().filter(need -> !need.isOver()).toList());
    }

    static Set<UUID> ids(Stream<UUID> all) {
        return all.collect(HashSet::new, Set::add, Set::addAll);
    }
}
