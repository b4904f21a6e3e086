package org.renkei.kernel.mavlink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MavlinkReaderTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final byte[] KEY = new byte[32];

    static {
        for (var i = 0; i < KEY.length; i++) {
            KEY[i] = (byte) (i * 7);
        }
    }

    static List<Integer> seeds() {
        return new Random(33).ints(200).boxed().toList();
    }

    /// CRC-16/MCRF4XX of the catalogue of parametrised CRC algorithms: its check value.
    @Test
    void reckonsTheChecksumOfTheCatalogue() {
        var check = "123456789".getBytes(US_ASCII);
        assertThat(MavlinkReader.checksum(check, 0, 8, '9')).isEqualTo(0x6f91);
    }

    @Test
    void readsAHeartbeat() {
        assertThat(read(new MavlinkReader(), new Vehicle(1).heartbeat(2)))
                .containsExactly(new MavlinkHeard.Said(1, 1, new MavlinkMessage.Heartbeat(2), 0, false));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void positionsComeBackAsTheyWereSent(int seed) {
        var random = new Random(seed);
        var latitude = random.nextDouble(-90, 90);
        var longitude = random.nextDouble(-180, 180);
        var north = random.nextInt(-3_000, 3_000);
        var east = random.nextInt(-3_000, 3_000);
        var frame = new Vehicle(random.nextInt(1, 256)).position(latitude, longitude, 123_450, north, east, -250, NOW);
        var said = (MavlinkHeard.Said) read(new MavlinkReader(), frame).getFirst();
        var position = (MavlinkMessage.Position) said.message();
        assertThat(position.latitude()).isCloseTo(latitude, within(1e-7));
        assertThat(position.longitude()).isCloseTo(longitude, within(1e-7));
        assertThat(position.altitude()).isEqualTo(123.45);
        assertThat(position.climb()).isEqualTo(2.5);
        assertThat(position.heading()).isEqualTo(OptionalDouble.of(90));
        assertThat(position.speed()).isCloseTo(Math.hypot(north, east) / 100, within(1e-9));
        position.course().ifPresent(course -> {
            assertThat(course).isBetween(0.0, 359.9999999999);
            assertThat(Math.cos(Math.toRadians(course)) * position.speed()).isCloseTo(north / 100.0, within(1e-6));
        });
    }

    @Test
    void aReceiverWithoutAFixSaysNothingOfAPlace() {
        var vehicle = new Vehicle(3);
        var heard = read(new MavlinkReader(), vehicle.satellites(35, 139, 1, 0), vehicle.satellites(35, 139, 3, 2_500));
        assertThat(((MavlinkHeard.Said) heard.get(0)).message()).isEqualTo(new MavlinkMessage.Other());
        var fix = (MavlinkMessage.Satellites) ((MavlinkHeard.Said) heard.get(1)).message();
        assertThat(fix.accuracy()).isEqualTo(OptionalDouble.of(2.5));
        assertThat(fix.course()).isEqualTo(OptionalDouble.of(180));
        assertThat(fix.speed()).isEqualTo(OptionalDouble.of(12.34));
    }

    /// VFR_HUD of system 1, component 1, number 7: airspeed 21.5, ground speed 19.25, altitude 120.75,
    /// climb -1.5, heading 271, throttle 63 %. By the specification alone: little end first, larger
    /// fields first, the zero at the end cut off, CRC-16/MCRF4XX over all after the start and CRC_EXTRA
    /// 20, which is what `VFR_HUD float airspeed float groundspeed float alt float climb int16_t
    /// heading uint16_t throttle ` yields.
    @Test
    void readsWhatAPilotWouldReadOff() {
        var frame = HexFormat.of().parseHex("fd1300000701014a00000000ac4100009a410080f1420000c0bf0f013f0c32");
        assertThat(read(new MavlinkReader(), frame))
                .containsExactly(new MavlinkHeard.Said(
                        1,
                        1,
                        new MavlinkMessage.Display(
                                OptionalDouble.of(19.25),
                                OptionalDouble.of(271),
                                OptionalDouble.of(120.75),
                                OptionalDouble.of(-1.5)),
                        0,
                        false));
        assertThat(new Vehicle(1).skipping(7).display(21.5f, 19.25f, 120.75f, -1.5f, 271, 63))
                .isEqualTo(frame);
    }

    @Test
    void readsNothingIntoWhatAPilotCannotRead() {
        var unknown = new Vehicle(1).display(Float.NaN, Float.NaN, Float.NaN, Float.NaN, 0, 0);
        assertThat(said(read(new MavlinkReader(), unknown)).message())
                .isEqualTo(new MavlinkMessage.Display(
                        OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.empty()));
        for (var wrong : List.of(
                new Vehicle(1).display(1, -2, 3, 4, 90, 0),
                new Vehicle(1).display(1, Float.POSITIVE_INFINITY, 3, 4, 90, 0),
                new Vehicle(1).display(1, 2, Float.NEGATIVE_INFINITY, 4, 90, 0),
                new Vehicle(1).display(1, 2, 3, 1e30f, 90, 0),
                new Vehicle(1).display(1, 2, 3, 4, 361, 0),
                new Vehicle(1).display(1, 2, 3, 4, -1, 0))) {
            assertThat(reasons(new MavlinkReader(), wrong)).containsExactly(MavlinkRefusal.VALUE);
        }
    }

    @Test
    void countsWhatIsMissingBetweenTwoFramesOfOneVehicle() {
        var one = new Vehicle(1);
        var other = new Vehicle(2).skipping(250);
        var reader = new MavlinkReader();
        assertThat(lost(reader, one.heartbeat(2), other.heartbeat(2))).isZero();
        assertThat(lost(reader, one.skipping(4).heartbeat(2))).isEqualTo(4);
        assertThat(lost(reader, other.skipping(9).heartbeat(2))).isEqualTo(9);
        assertThat(lost(reader, new Vehicle(1).heartbeat(2))).as("began anew").isZero();
    }

    @Test
    void anyChangedBitBetrays() {
        var whole = new Vehicle(1).position(35.5, 139.7, 1_000, 100, 0, 0, NOW);
        for (var bit = 8; bit < whole.length * 8; bit++) {
            var damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(read(new MavlinkReader(), damaged))
                    .as("bit " + bit)
                    .noneMatch(heard -> heard instanceof MavlinkHeard.Said(var s, var c, var message, var l, var g)
                            && message instanceof MavlinkMessage.Position);
        }
    }

    @Test
    void signaturesHaveToHoldWhereTheKeyIsKnown() {
        var frame = new Vehicle(1).signingWith(KEY).position(35, 139, 0, 0, 0, 0, NOW);
        assertThat(said(read(new MavlinkReader(KEY, true), frame)).signed()).isTrue();
        var forged = frame.clone();
        forged[forged.length - 1] ^= 1;
        assertThat(reasons(new MavlinkReader(KEY, false), forged)).containsExactly(MavlinkRefusal.WRONG_SIGNATURE);
        assertThat(reasons(new MavlinkReader(new byte[32], false), frame))
                .containsExactly(MavlinkRefusal.WRONG_SIGNATURE);
        assertThat(said(read(new MavlinkReader(), frame)).signed())
                .as("nobody looked")
                .isFalse();
    }

    @Test
    void unsignedIsRefusedOnlyWhereTheSettingAsks() {
        var frame = new Vehicle(1).heartbeat(2);
        assertThat(reasons(new MavlinkReader(KEY, true), frame)).containsExactly(MavlinkRefusal.UNSIGNED);
        assertThat(reasons(new MavlinkReader(KEY, false), frame)).isEmpty();
    }

    @Test
    void whatWasRecordedIsNotTakenAgain() {
        var reader = new MavlinkReader(KEY, true);
        var vehicle = new Vehicle(1).signingWith(KEY);
        var first = vehicle.position(35, 139, 0, 0, 0, 0, NOW);
        assertThat(reasons(reader, first)).isEmpty();
        assertThat(reasons(reader, first)).containsExactly(MavlinkRefusal.REPLAYED);
        assertThat(reasons(reader, vehicle.position(35, 139, 0, 0, 0, 0, NOW + 1)))
                .isEmpty();
        var late = new Vehicle(9).signingWith(KEY).position(35, 139, 0, 0, 0, 0, NOW - 61_000);
        assertThat(reasons(reader, late)).as("a sender not heard yet").containsExactly(MavlinkRefusal.REPLAYED);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsFramesBetweenGarbage(int seed) {
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        var vehicle = new Vehicle(5);
        var frames = random.nextInt(1, 6);
        for (var i = 0; i < frames; i++) {
            var garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            bytes.writeBytes(garbage);
            bytes.writeBytes(vehicle.position(35, 139, i, 0, 0, 0, NOW));
        }
        assertThat(read(new MavlinkReader(), bytes.toByteArray()))
                .filteredOn(heard -> heard instanceof MavlinkHeard.Said(var s, var c, var message, var l, var g)
                        && message instanceof MavlinkMessage.Position)
                .hasSize(frames);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageSaysNothingAndEveryByteIsAccountedFor(int seed) {
        var random = new Random(seed);
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        for (var i = 0; i < bytes.length / 20; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) 0xfd;
        }
        for (var heard : read(new MavlinkReader(), bytes)) {
            switch (heard) {
                case MavlinkHeard.Said said -> assertThat(said.message()).isEqualTo(new MavlinkMessage.Other());
                case MavlinkHeard.Refused(var reason, var from, var to) ->
                    assertThat(from).as(reason.name()).isLessThan(to).isNotNegative();
            }
        }
    }

    @Test
    void theOlderVersionIsRefused() {
        assertThat(reasons(new MavlinkReader(), HexFormat.of().parseHex("fe09000101000000000002035104035a59")))
                .containsExactly(MavlinkRefusal.VERSION_1);
    }

    private static List<MavlinkHeard> read(MavlinkReader reader, byte[]... datagrams) {
        var heard = new ArrayList<MavlinkHeard>();
        for (var datagram : datagrams) {
            reader.read(datagram, NOW, heard::add);
        }
        return heard;
    }

    private static MavlinkHeard.Said said(List<MavlinkHeard> heard) {
        return (MavlinkHeard.Said) heard.getFirst();
    }

    private static int lost(MavlinkReader reader, byte[]... datagrams) {
        return read(reader, datagrams).stream()
                .mapToInt(heard -> ((MavlinkHeard.Said) heard).lost())
                .sum();
    }

    private static List<MavlinkRefusal> reasons(MavlinkReader reader, byte[] datagram) {
        return read(reader, datagram).stream()
                .filter(MavlinkHeard.Refused.class::isInstance)
                .map(heard -> ((MavlinkHeard.Refused) heard).reason())
                .toList();
    }
}
