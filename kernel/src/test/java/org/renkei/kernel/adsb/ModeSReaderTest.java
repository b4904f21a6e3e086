package org.renkei.kernel.adsb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModeSReaderTest {
    private static final String EVEN = "8D40621D58C382D690C8AC2863A7";
    private static final String ODD = "8D40621D58C386435CC412692AD6";

    @Test
    void readsACallsign() {
        var said = (Squitter.Identification) heard("8D4840D6202CC371C32CE0576098");
        assertThat(said.callsign()).hasValue("KLM1023");
        assertThat(said.header().address()).isEqualTo("4840d6");
    }

    @Test
    void joinsTwoHalvesOfAPosition() {
        var even = (Squitter.AirbornePosition) heard("*" + EVEN + ";");
        var odd = (Squitter.AirbornePosition) heard("@00000000abcd" + ODD + ";");
        assertThat(even.altitude()).hasValue(38_000);
        var position = Cpr.global(even.position(), odd.position(), false).orElseThrow();
        assertThat(position.latitude()).isCloseTo(52.257202, within(1e-6));
        assertThat(position.longitude()).isCloseTo(3.919373, within(1e-6));
        var near = Cpr.local(even.position(), new AircraftPosition(52.0, 4.5));
        assertThat(near.latitude()).isCloseTo(52.257202, within(1e-6));
        assertThat(near.longitude()).isCloseTo(3.919373, within(1e-6));
    }

    @Test
    void readsVelocityOverGroundAndThroughAir() {
        var ground = (Squitter.Velocity) heard("8D485020994409940838175B284F");
        assertThat(ground.speed().orElseThrow()).isCloseTo(159.20, within(0.01));
        assertThat(ground.track().orElseThrow()).isCloseTo(182.88, within(0.01));
        assertThat(ground.climb()).hasValue(-832);
        var air = (Squitter.Velocity) heard("8DA05F219B06B6AF189400CBC33F");
        assertThat(air.airspeed()).hasValue(375);
        assertThat(air.heading().orElseThrow()).isCloseTo(243.98, within(0.01));
        assertThat(air.climb()).hasValue(-2304);
    }

    @Test
    void takesThePositionFromTheStartAndThenFromTheLastOne() {
        var squitters = new Squitters();
        assertThat(squitters.report(heard(EVEN), 0)).isEmpty();
        assertThat(squitters.report(heard(ODD), 12_000)).as("too far apart").isEmpty();
        var report = squitters.report(heard(EVEN), 13_000).orElseThrow();
        assertThat(report.position().orElseThrow().latitude()).isCloseTo(52.257202, within(1e-6));
        assertThat(report.nic()).hasValue(8);
        assertThat(squitters.report(heard(ODD), 14_000)).isPresent();
    }

    @Test
    void knowsHowWellAnAircraftKnowsWhereItIs() {
        var squitters = new Squitters();
        // Type code 31 airborne; version 2 at bit 41, supplement A at 44, NACp 9 at 45, SIL 3 at 51.
        var status = 31L << 51 | 2L << 13 | 1L << 12 | 9L << 8 | 3L << 4;
        var said = (Squitter.OperationalStatus) SquitterDecoder.decode(17, "40621d", status);
        assertThat(said).isEqualTo(new Squitter.OperationalStatus(said.header(), false, 2, true, 9, 3));
        assertThat(squitters.report(said, 0)).isEmpty();
        squitters.report(heard(EVEN), 1_000);
        var report = squitters.report(heard(ODD), 2_000).orElseThrow();
        assertThat(report.nacp()).hasValue(9);
        assertThat(report.nic()).as("supplement A alone").hasValue(8);
        assertThat(NavigationIntegrity.category(11, true, true)).isEqualTo(9);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "8D40621D58C382D690C8AC2863A6, WRONG_PARITY",
        "8D40621D58C382D690C8AC28, FORM",
        "8D40621D58C382D690C8AC2863AX, FORM",
        "*;, FORM",
    })
    void saysWhyALineIsRefused(String line, AdsbRefusal reason) {
        assertThat(ModeSReader.read(line)).isEqualTo(new AdsbLine.Refused<Squitter>(reason));
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noiseIsAnsweredNeverThrown(int seed) {
        var random = new Random(seed);
        var squitters = new Squitters();
        for (var i = 0; i < 500; i++) {
            var squitter =
                    SquitterDecoder.decode(17, "~00000" + random.nextInt(4), random.nextLong() & 0xFFFFFFFFFFFFFFL);
            squitters
                    .report(squitter, i * 1_000L)
                    .flatMap(AircraftReport::position)
                    .ifPresent(position -> {
                        assertThat(Math.abs(position.latitude())).isLessThanOrEqualTo(90);
                        assertThat(Math.abs(position.longitude())).isLessThanOrEqualTo(180);
                    });
            var text = new StringBuilder("*" + EVEN + ";");
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            text.setLength(random.nextInt(text.length()));
            assertThat(ModeSReader.read(text.toString())).isNotNull();
        }
    }

    private static Squitter heard(String line) {
        return ((AdsbLine.Heard<Squitter>) ModeSReader.read(line)).message();
    }
}
