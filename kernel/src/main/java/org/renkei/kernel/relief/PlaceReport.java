package org.renkei.kernel.relief;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one nation's record says of a place.
///
/// @param at when it was observed, or written where that is not said
/// @param status `open`, `limited`, `closed`, `designated` or `unknown`
/// @param occupants people in it, where it is said
/// @param movements aircraft, ships or convoys it takes in a day, where it is said
public record PlaceReport(
        UUID record,
        String party,
        Instant at,
        String type,
        Words name,
        String status,
        @Nullable Long occupants,
        @Nullable Long capacity,
        @Nullable Long movements,
        @Nullable Spot position) {
    private static final Set<String> SAYS_WHETHER_USABLE = Set.of("open", "limited", "closed");

    static final Comparator<PlaceReport> NEWEST_FIRST = Comparator.comparing(PlaceReport::at)
            .reversed()
            .thenComparing(report -> report.record().toString());

    public static PlaceReport of(ReliefRecord record) {
        return new PlaceReport(
                record.id(),
                record.party(),
                record.instant("observedAt").orElse(record.time().instant()),
                record.textOr("placeType", "other"),
                record.words("title"),
                record.textOr("status", "unknown"),
                record.whole("occupants").orElse(null),
                record.whole("capacity").orElse(null),
                record.whole("dailyMovements").orElse(null),
                record.position().orElse(null));
    }

    /// Whether it says that the place can be used, or that it cannot.
    boolean isDefinite() {
        return SAYS_WHETHER_USABLE.contains(status);
    }

    boolean isClosed() {
        return status.equals("closed");
    }
}
