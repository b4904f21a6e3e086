package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.Seeds;

class TrackWireTest {
    private static final UUID ID = UUID.fromString("eb3e1ae1-8904-8a4d-8113-5c66fe551cdc");

    @Test
    void writesTheseBytes() {
        var sender = new TrackSender();
        var hex = HexFormat.of();
        Golden.check(
                "track-updates.txt",
                "base " + hex.formatHex(sender.write(ship(0, 33.5, 131.5))) + "\ndelta "
                        + hex.formatHex(sender.write(ship(10_000, 33.50012, 131.49977))));
    }

    /// Whatever is lost and however it is mixed: what is read is what was written, as finely as fixed point goes.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isReadWhateverElseIsLost(long seed) {
        var random = Seeds.random(seed);
        var sender = new TrackSender();
        var receiver = new TrackReceiver();
        var read = 0;
        for (var update : voyages(random)) {
            var bytes = sender.write(update);
            if (random.nextInt(5) == 0) {
                continue;
            }
            var got = receiver.read(bytes);
            if (got.isPresent()) {
                read++;
                assertThat(got.get().id()).isEqualTo(update.id());
                assertThat(got.get().at()).isCloseTo(update.at(), within(50L));
                assertThat(Earth.distance(
                                got.get().latitude(), got.get().longitude(), update.latitude(), update.longitude()))
                        .isLessThan(1.2);
                assertThat(got.get().accuracyMetres())
                        .isCloseTo(update.accuracyMetres(), within(0.05 * update.accuracyMetres()));
                assertThat(got.get().coarse()).isEqualTo(update.coarse());
                assertThat(got.get().domain()).isEqualTo(update.domain());
                same(got.get().speed(), update.speed(), 0.051);
                same(got.get().altitude(), update.altitude(), 0.51);
            }
        }
        assertThat(read).isGreaterThan(400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesThirtyBytesAtMostInTheUsualCase(long seed) {
        var sender = new TrackSender();
        var sizes = new ArrayList<Integer>();
        voyages(Seeds.random(seed)).forEach(update -> sizes.add(sender.write(update).length));
        assertThat(sizes.stream().filter(size -> size > 30).count()).isLessThan(sizes.size() / 4);
        assertThat(sizes.stream().mapToInt(size -> size).average().orElseThrow())
                .isLessThan(26);
        assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(50));
    }

    /// Broken bytes are refused with one word; whatever is read has a place on Earth.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void refusesBrokenBytesAndNothingElseHappens(long seed) {
        var random = Seeds.random(seed);
        var sender = new TrackSender();
        var receiver = new TrackReceiver();
        for (var update : voyages(random)) {
            var bytes = sender.write(update);
            receiver.read(bytes);
            var broken = random.nextBoolean() ? bytes.clone() : new byte[random.nextInt(60)];
            for (var i = 0; i < broken.length; i++) {
                broken[i] = random.nextInt(4) == 0 ? (byte) random.nextInt() : broken[i];
            }
            assertThat(refused(new TrackReceiver(), broken).or(() -> refused(receiver, broken)))
                    .as(HexFormat.of().formatHex(broken))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            failure -> assertThat(failure.orElseThrow()).isInstanceOf(IllegalArgumentException.class));
        }
    }

    private static Optional<RuntimeException> refused(TrackReceiver receiver, byte[] bytes) {
        try {
            receiver.read(bytes);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static void same(OptionalDouble got, OptionalDouble expected, double within) {
        assertThat(got.isPresent()).isEqualTo(expected.isPresent());
        if (got.isPresent()) {
            assertThat(got.getAsDouble()).isCloseTo(expected.getAsDouble(), within(within));
        }
    }

    private static TrackUpdate ship(long later, double latitude, double longitude) {
        return new TrackUpdate(
                ID,
                TrackDomain.SEA,
                false,
                1_800_000_000_000L + later,
                latitude,
                longitude,
                10,
                OptionalDouble.of(90.2),
                OptionalDouble.of(7.2),
                OptionalDouble.empty());
    }

    /// Twelve objects, ten seconds apart, some across the antimeridian and near the poles.
    private static List<TrackUpdate> voyages(Random random) {
        var updates = new ArrayList<TrackUpdate>();
        for (var object = 0; object < 12; object++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            var domain = TrackDomain.values()[random.nextInt(4)];
            var speed = random.nextDouble(0, 300);
            var moves = random.nextInt(4) > 0;
            var place = new Earth.Place(random.nextDouble(-90, 90), 179.9);
            var course = random.nextDouble(0, 360);
            for (var i = 0; i < 60; i++) {
                updates.add(new TrackUpdate(
                        id,
                        domain,
                        random.nextInt(10) == 0,
                        1_800_000_000_000L + i * 10_000L + random.nextInt(1_000),
                        place.latitude(),
                        place.longitude(),
                        random.nextDouble(1, 10_000),
                        moves ? OptionalDouble.of(course) : OptionalDouble.empty(),
                        moves ? OptionalDouble.of(speed) : OptionalDouble.empty(),
                        domain == TrackDomain.AIR
                                ? OptionalDouble.of(random.nextDouble(-100, 13_000))
                                : OptionalDouble.empty()));
                var way = speed * 10;
                place = Earth.move(
                        place.latitude(),
                        place.longitude(),
                        way * Math.sin(Math.toRadians(course)),
                        way * Math.cos(Math.toRadians(course)));
            }
        }
        return updates;
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }
}
