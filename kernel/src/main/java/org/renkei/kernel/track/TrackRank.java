package org.renkei.kernel.track;

import java.util.Comparator;

/// Which identity names a track that has several: those given for life by an authority (MMSI, ICAO address) before
/// those that a network gives, those before the numbers of a sensor; then by text.
final class TrackRank {
    static final Comparator<TrackIdentity> ORDER =
            Comparator.<TrackIdentity>comparingInt(TrackRank::of).thenComparing(Comparator.naturalOrder());

    private TrackRank() {}

    private static int of(TrackIdentity identity) {
        return switch (identity.scheme()) {
            case "icao24", "mmsi" -> 0;
            case "radar" -> 2;
            default -> 1;
        };
    }
}
