package org.renkei.kernel.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// A sea to write stories on: ships and aircraft at places and times, and what the watch finds of them.
final class Sea {
    static final double METRES_PER_DEGREE = 111_194.9;
    private final Watch watch;
    private final List<Finding> found = new ArrayList<>();

    Sea(WatchedArea... areas) {
        watch = new Watch(WatchLimits.DEFAULTS, List.of(areas));
    }

    /// One object as it is at a moment; speeds in metres a second.
    record Ship(
            String identity,
            TrackDomain domain,
            double latitude,
            double longitude,
            double course,
            double heading,
            double speed,
            Particulars particulars) {
        Ship at(double newLatitude, double newLongitude) {
            return new Ship(identity, domain, newLatitude, newLongitude, course, heading, speed, particulars);
        }

        Ship going(double newCourse, double newSpeed) {
            return new Ship(identity, domain, latitude, longitude, newCourse, newCourse, newSpeed, particulars);
        }

        Ship heading(double newHeading) {
            return new Ship(identity, domain, latitude, longitude, course, newHeading, speed, particulars);
        }

        Ship saying(Particulars more) {
            return new Ship(identity, domain, latitude, longitude, course, heading, speed, particulars.updatedBy(more));
        }

        /// Where it is so much later.
        Ship after(double seconds) {
            var north = Math.cos(Math.toRadians(course)) * speed * seconds / METRES_PER_DEGREE;
            var east = Math.sin(Math.toRadians(course)) * speed * seconds / METRES_PER_DEGREE;
            return at(latitude + north, longitude + east / Math.cos(Math.toRadians(latitude)));
        }
    }

    static Ship ship(int mmsi) {
        return new Ship("mmsi:" + mmsi, TrackDomain.SEA, 33, 130, 0, 0, 0, Particulars.NONE);
    }

    static Ship aircraft(int number, int nic, int nacp) {
        var said = new Particulars(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(nic),
                OptionalInt.of(nacp),
                OptionalInt.empty(),
                OptionalInt.empty());
        return new Ship("icao24:%06x".formatted(number), TrackDomain.AIR, 35.2, 36.3, 90, 90, 230, said);
    }

    static Particulars called(String name) {
        return said(Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Particulars status(String status) {
        return said(Optional.empty(), Optional.of(status), Optional.empty());
    }

    static Particulars imo(String imo) {
        return said(Optional.empty(), Optional.empty(), Optional.of(imo));
    }

    private static Particulars said(Optional<String> name, Optional<String> status, Optional<String> imo) {
        return new Particulars(
                name,
                Optional.empty(),
                Optional.empty(),
                status,
                imo,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    Sea sees(double seconds, Ship ship) {
        var motion = new Motion(
                OptionalDouble.of(ship.course()),
                OptionalDouble.of(ship.speed()),
                OptionalDouble.of(ship.heading()),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        var at = (long) (seconds * 1000);
        found.addAll(watch.seen(new Sighting(
                "coast",
                TrackIdentity.parse(ship.identity()),
                ship.domain(),
                at,
                at,
                Optional.of(new Fix(ship.latitude(), ship.longitude(), 10)),
                motion,
                ship.particulars())));
        found.addAll(watch.passed(at));
        return this;
    }

    /// The ship as it goes on, every so many seconds; answers where it is at the end.
    Ship follows(double from, double to, double every, Ship ship) {
        for (var at = from; at <= to; at += every) {
            sees(at, ship.after(at - from));
        }
        return ship.after(to - from);
    }

    List<Finding> found() {
        return List.copyOf(found);
    }

    List<Finding> found(FindingKind kind) {
        return found.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
