package org.renkei.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.renkei.kernel.ais.AisDuplicates;
import org.renkei.kernel.ais.AisLine;
import org.renkei.kernel.ais.AisMessage;
import org.renkei.kernel.ais.AisReader;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackBook;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// From AIS lines to tracks in one thread: decoding, what several stations heard, filtering, and joining with what a
/// radar
/// sees. 5,000 ships go in circles and report every ten seconds; every fifth is a plot of the radar as well, whose
/// plots are worked off besides and not counted.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@OperationsPerInvocation(AisTracksBenchmark.MESSAGES)
public class AisTracksBenchmark {
    static final int MESSAGES = 20_000;

    private static final int SHIPS = 5_000;
    private static final int SEEN_BY_RADAR = 5;
    private static final int REPORTS = MESSAGES / SHIPS;
    private static final int INVOCATIONS = 9;
    private static final long EVERY_MILLIS = 10_000;
    private static final double METRES_A_SECOND = 1852.0 / 3600;

    /// The lines and plots of one full circle, and the picture that they make.
    @State(Scope.Thread)
    public static class Sea {
        final List<Round> rounds = rounds();
        final AisReader reader = new AisReader();
        final AisDuplicates duplicates = new AisDuplicates(EVERY_MILLIS, 65_536);
        final TrackBook book = new TrackBook();
        long now = 1_760_000_000_000L;
        int next;

        /// How many tracks hold both.
        long joined() {
            return book.tracks().stream()
                    .filter(track -> track.identities().size() > 1)
                    .count();
        }
    }

    /// What comes within ten seconds.
    record Round(List<String> lines, List<Plot> plots) {}

    record Plot(TrackIdentity identity, Fix fix, Motion motion) {}

    @Benchmark
    public int tracksFromLines(Sea sea) {
        var moved = 0;
        for (var i = 0; i < REPORTS; i++) {
            var round = sea.rounds.get(sea.next++ % sea.rounds.size());
            sea.now += EVERY_MILLIS;
            for (var line : round.lines) {
                if (sea.reader.read(line, sea.now) instanceof AisLine.Heard(var message, var reception)
                        && !sea.duplicates.isRepeat(reception.content(), sea.now)
                        && message instanceof AisMessage.PositionReport report) {
                    moved += sea.book.take(sighting(report, sea.now)).moved() ? 1 : 0;
                }
            }
            for (var plot : round.plots) {
                sea.book.take(sighting("radar", plot.identity, sea.now + 500, plot.fix, plot.motion));
            }
            sea.book.sweep(sea.now);
        }
        return moved;
    }

    private static Sighting sighting(AisMessage.PositionReport report, long now) {
        var movement = report.movement();
        var place = movement.position().orElseThrow();
        return sighting(
                "ais",
                new TrackIdentity("mmsi", "%09d".formatted(report.mmsi())),
                now,
                new Fix(place.latitude(), place.longitude(), movement.accurate() ? 10 : 30),
                Motion.of(movement.course().orElseThrow(), movement.speed().orElseThrow() * METRES_A_SECOND));
    }

    private static Sighting sighting(String feed, TrackIdentity identity, long now, Fix fix, Motion motion) {
        return new Sighting(feed, identity, TrackDomain.SEA, now, now, Optional.of(fix), motion, Particulars.NONE);
    }

    private static List<Round> rounds() {
        var rounds = new ArrayList<Round>();
        for (var round = 0; round < INVOCATIONS * REPORTS; round++) {
            var lines = new ArrayList<String>();
            var plots = new ArrayList<Plot>();
            for (var ship = 0; ship < SHIPS; ship++) {
                var at = AisCircle.of(ship, (double) round / (INVOCATIONS * REPORTS));
                lines.add(at.line(431_000_000 + ship));
                if (ship % SEEN_BY_RADAR == 0) {
                    plots.add(new Plot(
                            new TrackIdentity("radar", "BENCH/" + ship),
                            new Fix(at.latitude(), at.longitude(), 50),
                            Motion.of(at.course(), at.knots() * METRES_A_SECOND)));
                }
            }
            rounds.add(new Round(lines, plots));
        }
        return rounds;
    }
}
