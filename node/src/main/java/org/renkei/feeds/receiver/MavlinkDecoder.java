package org.renkei.feeds.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.renkei.feeds.receiver.Yield.Observation;
import org.renkei.kernel.mavlink.MavlinkHeard;
import org.renkei.kernel.mavlink.MavlinkMessage;
import org.renkei.kernel.mavlink.MavlinkReader;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedSettings;

/// Datagrams of uncrewed vehicles. Nothing is ever sent to one. A vehicle is known by feed and system
/// number: every
/// vehicle out of its box is number 1.
final class MavlinkDecoder implements Decoder {
    private static final double RECKONED_METRES = 10;
    private static final double SATELLITE_METRES = 20;
    private static final double LEAST_METRES = 0.5;
    private static final double MOST_METRES = 100_000;
    private static final int GROUND_STATION = 6;
    private static final long FRESH_MILLIS = 5_000;

    private record Displayed(MavlinkMessage.Display display, long at) {}

    private final String feed;
    private final MavlinkReader reader;
    private final Map<Integer, Integer> types = new HashMap<>();
    private final Map<Integer, Long> reckoned = new HashMap<>();
    private final Map<Integer, Displayed> displayed = new HashMap<>();

    MavlinkDecoder(String feed, MavlinkReader reader) {
        this.feed = feed;
        this.reader = reader;
    }

    static MavlinkDecoder of(FeedSettings feed) {
        return new MavlinkDecoder(
                feed.id(),
                feed.reading() instanceof FeedReading.Vehicles(var key, var signedOnly) && key != null
                        ? new MavlinkReader(key(key), signedOnly)
                        : new MavlinkReader());
    }

    private static byte[] key(Path file) {
        try {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public OptionalLong read(String line, long now, Yield to) {
        var bytes = CotPieces.piece(line);
        reader.read(bytes, now, heard -> {
            switch (heard) {
                case MavlinkHeard.Said said -> said(said, now, to);
                case MavlinkHeard.Refused(var reason, var from, var end) ->
                    to.refused(
                            reason.name(),
                            HexFormat.of().formatHex(Arrays.copyOfRange(bytes, from, Math.min(end, from + 100))));
            }
        });
        return OptionalLong.empty();
    }

    private void said(MavlinkHeard.Said said, long now, Yield to) {
        to.message();
        if (said.lost() > 0) {
            to.lost(said.lost());
        }
        var system = said.system();
        switch (said.message()) {
            case MavlinkMessage.Heartbeat(var type) -> {
                // Cameras and gimbals of a vehicle have heartbeats of their own.
                if (said.component() == 1 || !types.containsKey(system)) {
                    types.put(system, type);
                }
            }
            case MavlinkMessage.Position position -> {
                reckoned.put(system, now);
                sighting(
                        system,
                        new Fix(position.latitude(), position.longitude(), RECKONED_METRES),
                        new Motion(
                                position.course(),
                                OptionalDouble.of(position.speed()),
                                position.heading(),
                                OptionalDouble.of(position.altitude()),
                                OptionalDouble.of(position.climb())),
                        now,
                        to);
            }
            case MavlinkMessage.Satellites satellites -> {
                if (now - reckoned.getOrDefault(system, Long.MIN_VALUE / 2) > FRESH_MILLIS) {
                    sighting(
                            system,
                            new Fix(
                                    satellites.latitude(),
                                    satellites.longitude(),
                                    Math.clamp(
                                            satellites.accuracy().orElse(SATELLITE_METRES), LEAST_METRES, MOST_METRES)),
                            new Motion(
                                    satellites.course(),
                                    satellites.speed(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.of(satellites.altitude()),
                                    OptionalDouble.empty()),
                            now,
                            to);
                }
            }
            case MavlinkMessage.Display display -> displayed.put(system, new Displayed(display, now));
            case MavlinkMessage.Other ignored -> {}
        }
    }

    private void sighting(int system, Fix fix, Motion motion, long now, Yield to) {
        int type = types.getOrDefault(system, 0);
        if (type == GROUND_STATION) {
            return;
        }
        to.sighting(
                new Observation(
                        new TrackIdentity("mavlink", feed + "/" + system),
                        domain(type),
                        Optional.of(fix),
                        completed(motion, system, now),
                        Particulars.of(Optional.empty(), Optional.empty(), Optional.of(word(type)))),
                OptionalLong.empty());
    }

    /// What the position leaves open is taken from what the vehicle displayed just before.
    private Motion completed(Motion motion, int system, long now) {
        var last = displayed.get(system);
        if (last == null || now - last.at() > FRESH_MILLIS) {
            return motion;
        }
        var display = last.display();
        return new Motion(
                motion.course(),
                either(motion.speed(), display.speed()),
                either(motion.heading(), display.heading()),
                either(motion.altitude(), display.altitude()),
                either(motion.climb(), display.climb()));
    }

    private static OptionalDouble either(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }

    private static TrackDomain domain(int type) {
        return switch (type) {
            case 1, 2, 3, 4, 7, 8, 13, 14, 15, 16, 19, 20, 21, 22, 23, 24, 25, 28, 29, 35 -> TrackDomain.AIR;
            case 10 -> TrackDomain.LAND;
            case 11, 12 -> TrackDomain.SEA;
            default -> TrackDomain.UNKNOWN;
        };
    }

    private static String word(int type) {
        return switch (type) {
            case 1 -> "fixed wing";
            case 2, 3, 13, 14, 15, 29, 35 -> "multicopter";
            case 4 -> "helicopter";
            case 7 -> "airship";
            case 8 -> "balloon";
            case 10 -> "rover";
            case 11 -> "boat";
            case 12 -> "submarine";
            case 19, 20, 21, 22, 23, 24, 25 -> "VTOL";
            default -> "MAV_TYPE " + type;
        };
    }
}
