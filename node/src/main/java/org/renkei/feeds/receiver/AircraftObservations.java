package org.renkei.feeds.receiver;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.feeds.receiver.Yield.Observation;
import org.renkei.kernel.adsb.AircraftReport;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// What a report of an aircraft says, in metres.
final class AircraftObservations {
    private static final double FOOT = 0.3048;
    private static final double METRES_A_SECOND = 1852.0 / 3600;

    /// Where an aircraft does not say how well it knows its place.
    private static final double USUAL_METRES = 100;

    private AircraftObservations() {}

    /// Empty of a report that says nothing of its aircraft.
    static Optional<Observation> of(AircraftReport report, Optional<String> type) {
        var observation = new Observation(
                identity(report.address()),
                TrackDomain.AIR,
                report.position().map(place -> new Fix(place.latitude(), place.longitude(), metres(report.nacp()))),
                new Motion(
                        report.track(),
                        scaled(report.speed(), METRES_A_SECOND),
                        report.heading(),
                        scaled(report.altitude(), FOOT),
                        scaled(report.climb(), FOOT / 60)),
                new Particulars(
                        Optional.empty(),
                        report.callsign(),
                        type,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        report.nic(),
                        report.nacp(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        return observation.isEmpty() ? Optional.empty() : Optional.of(observation);
    }

    /// An address that ICAO did not give is no identity beyond its own receiver.
    private static TrackIdentity identity(String address) {
        return address.startsWith("~")
                ? new TrackIdentity("adsb-other", address.substring(1))
                : new TrackIdentity("icao24", address);
    }

    private static OptionalDouble scaled(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : OptionalDouble.empty();
    }

    /// Half of the radius that holds 95 % of the positions (RTCA DO-260B table 2-71).
    private static double metres(OptionalInt nacp) {
        var radius = switch (nacp.orElse(0)) {
            case 11 -> 3;
            case 10 -> 10;
            case 9 -> 30;
            case 8 -> 93;
            case 7 -> 185;
            case 6 -> 556;
            case 5 -> 926;
            case 4 -> 1_852;
            case 3 -> 3_704;
            case 2 -> 7_408;
            case 1 -> 18_520;
            default -> 2 * USUAL_METRES;
        };
        return radius / 2.0;
    }
}
