package org.renkei.kernel.track;

import java.time.Duration;

/// What is taken for granted of things of one domain; ADR 0041 gives the reasons.
///
/// @param fastest metres a second; who seems faster than this has jumped, and jumps are not believed
/// @param agility power of the random acceleration, m²/s³: how fast a prediction becomes uncertain
/// @param speedAccuracy one standard deviation of a reported velocity, metres a second
/// @param widestGate metres; two things further apart are never taken for one
/// @param lost after so long without a position the track counts as lost and is shown as such
/// @param ended after so long it leaves the picture; a later sighting takes the same track up again
public record TrackLimits(
        double fastest, double agility, double speedAccuracy, double widestGate, Duration lost, Duration ended) {
    private static final TrackLimits SEA =
            new TrackLimits(60, 0.02, 0.5, 1_000, Duration.ofMinutes(10), Duration.ofHours(1));
    private static final TrackLimits AIR =
            new TrackLimits(1_000, 10, 5, 3_000, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final TrackLimits LAND =
            new TrackLimits(100, 1, 1, 200, Duration.ofMinutes(10), Duration.ofHours(1));
    private static final TrackLimits UNKNOWN =
            new TrackLimits(1_000, 10, 5, 1_000, Duration.ofMinutes(5), Duration.ofMinutes(15));

    public static TrackLimits of(TrackDomain domain) {
        return switch (domain) {
            case SEA -> SEA;
            case AIR -> AIR;
            case LAND -> LAND;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// Of what is told so many times faster than it happened: speeds grow with it, the power of the
    /// acceleration with its third power, as it is m²/s³. How long silence lasts is as somebody sees it who
    /// looks on.
    TrackLimits faster(int pace) {
        return pace == 1
                ? this
                : new TrackLimits(
                        fastest * pace, agility * pace * pace * pace, speedAccuracy * pace, widestGate, lost, ended);
    }

    /// Whether a track is live, lost or ended when its newest position is that old.
    public TrackState stateAfter(long silentMillis) {
        if (silentMillis > ended.toMillis()) {
            return TrackState.ENDED;
        }
        return silentMillis > lost.toMillis() ? TrackState.LOST : TrackState.LIVE;
    }
}
