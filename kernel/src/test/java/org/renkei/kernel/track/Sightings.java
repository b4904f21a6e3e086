package org.renkei.kernel.track;

import java.util.Optional;
import java.util.OptionalDouble;

/// Sightings in prose: `ais("431000123").at(12).from(33.2, 131.0).going(90, 7)`. Times are seconds after [#START].
record Sightings(
        String feed,
        TrackIdentity identity,
        TrackDomain domain,
        double seconds,
        Optional<Fix> fix,
        Motion motion,
        Particulars particulars) {
    static final long START = 1_800_000_000_000L;

    static Sightings ais(String mmsi) {
        return of("ais", "mmsi:" + mmsi, TrackDomain.SEA);
    }

    static Sightings radar(int number) {
        return of("radar", "radar:KUNISAKI/" + number, TrackDomain.SEA);
    }

    static Sightings adsb(String address) {
        return of("adsb", "icao24:" + address, TrackDomain.AIR);
    }

    static Sightings of(String feed, String identity, TrackDomain domain) {
        return new Sightings(
                feed, TrackIdentity.parse(identity), domain, 0, Optional.empty(), Motion.UNKNOWN, Particulars.NONE);
    }

    Sightings by(String other) {
        return new Sightings(other, identity, domain, seconds, fix, motion, particulars);
    }

    Sightings at(double time) {
        return new Sightings(feed, identity, domain, time, fix, motion, particulars);
    }

    Sightings from(double latitude, double longitude) {
        return from(latitude, longitude, 10);
    }

    Sightings from(double latitude, double longitude, double accuracy) {
        var place = Optional.of(new Fix(latitude, longitude, accuracy));
        return new Sightings(feed, identity, domain, seconds, place, motion, particulars);
    }

    /// So many metres to the east and north of a place.
    Sightings off(double latitude, double longitude, double east, double north, double accuracy) {
        var place = Earth.move(latitude, longitude, east, north);
        return from(place.latitude(), place.longitude(), accuracy);
    }

    Sightings going(double course, double speed) {
        return new Sightings(feed, identity, domain, seconds, fix, Motion.of(course, speed), particulars);
    }

    Sightings named(String name) {
        var said = Particulars.named(name);
        return new Sightings(feed, identity, domain, seconds, fix, motion, said);
    }

    Sightings high(double altitude) {
        var higher = new Motion(
                motion.course(), motion.speed(), motion.heading(), OptionalDouble.of(altitude), motion.climb());
        return new Sightings(feed, identity, domain, seconds, fix, higher, particulars);
    }

    static long time(double seconds) {
        return START + Math.round(seconds * 1000);
    }

    Sighting build() {
        var at = time(seconds);
        return new Sighting(feed, identity, domain, at, at, fix, motion, particulars);
    }

    TrackBook.Taken in(TrackBook book) {
        return book.take(build());
    }
}
