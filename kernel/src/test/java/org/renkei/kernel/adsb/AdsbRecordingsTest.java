package org.renkei.kernel.adsb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recordings of receivers, against the decodes of pyModeS.
class AdsbRecordingsTest {
    @BeforeAll
    static void needsTheRecordings() {
        SharedData.need("adsb");
    }

    @Test
    void everySquitterIsReadAsByPyModeS() {
        var golden = JsonMapper.shared().readTree(SharedData.text("adsb/modes/pymodes_golden_v2.json.gz"));
        var squitters = 0;
        for (var entry : golden.properties()) {
            switch (ModeSReader.read(entry.getKey())) {
                case AdsbLine.Heard<Squitter>(var squitter) -> {
                    squitters++;
                    same(squitter, entry.getValue());
                }
                case AdsbLine.Beside<Squitter>() ->
                    assertThat(entry.getValue().path("df").asInt()).isNotEqualTo(17);
                case AdsbLine.Refused<Squitter>(var reason) -> throw new AssertionError(entry + " " + reason);
            }
        }
        assertThat(squitters).isEqualTo(200);
    }

    private static void same(Squitter squitter, JsonNode gold) {
        assertThat(squitter.header().downlinkFormat()).isEqualTo(gold.path("df").asInt());
        assertThat(squitter.header().address()).isEqualTo(gold.path("icao").asString());
        assertThat(squitter.header().typeCode()).isEqualTo(gold.path("typecode").asInt());
        switch (squitter) {
            case Squitter.Identification said -> {
                // pyModeS writes a space of the air as an underscore.
                assertThat(said.callsign())
                        .hasValue(gold.path("callsign")
                                .asString()
                                .replace('_', ' ')
                                .strip());
                assertThat(said.category()).isEqualTo(gold.path("category").asInt());
            }
            case Squitter.AirbornePosition said -> {
                assertThat(said.altitude()).hasValue(gold.path("altitude").asInt());
                assertThat(said.position().odd())
                        .isEqualTo(gold.path("cpr_format").asInt() == 1);
            }
            case Squitter.Velocity said -> {
                // pyModeS gives whole knots.
                assertThat(said.speed().orElseThrow())
                        .isCloseTo(gold.path("groundspeed").asDouble(), within(1.0));
                assertThat(said.track().orElseThrow())
                        .isCloseTo(gold.path("track").asDouble(), within(1e-9));
                assertThat(said.climb()).hasValue(gold.path("vertical_rate").asInt());
            }
            case Squitter.OperationalStatus said -> throw new AssertionError(said);
            case Squitter.Other said -> throw new AssertionError(said);
        }
    }

    @Test
    void anAircraftFliesOnASmoothLine() {
        var squitters = new Squitters();
        var last = new HashMap<String, AircraftReport>();
        var positions = 0;
        for (var line : SharedData.lines("adsb/modes/pymodes_sample_data_adsb_part1.csv.gz")) {
            var fields = line.replace("\"", "").split(",");
            var squitter = ((AdsbLine.Heard<Squitter>) ModeSReader.read(fields[1])).message();
            assertThat(squitter.header().address()).isEqualToIgnoringCase(fields[2]);
            assertThat(squitter.header().typeCode()).isEqualTo(Integer.parseInt(fields[3]));
            var at = Math.round(Double.parseDouble(fields[0]) * 1000);
            var report = squitters
                    .report(squitter, at)
                    .filter(said -> said.position().isPresent());
            if (report.isPresent()) {
                positions++;
                var before = last.put(report.get().address(), report.get());
                if (before != null) {
                    // No faster than 400 m/s, and two seconds more, as the times are whole seconds.
                    var seconds = (at - before.at().orElseThrow()) / 1000.0 + 2;
                    assertThat(metres(before, report.get())).isLessThan(400 * seconds);
                }
            }
        }
        // All but the halves before the first pair.
        assertThat(positions).isEqualTo(652);
        assertThat(last).hasSize(1);
    }

    private static double metres(AircraftReport from, AircraftReport to) {
        var a = from.position().orElseThrow();
        var b = to.position().orElseThrow();
        var north = (b.latitude() - a.latitude()) * 111_320;
        var east = (b.longitude() - a.longitude()) * 111_320 * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(north, east);
    }

    @Test
    void everyBaseStationLineOfALogIsRead() {
        var reader = new BaseStationReader();
        var counts = new TreeMap<String, Integer>();
        var addresses = new HashSet<String>();
        for (var line : SharedData.lines("adsb/sbs/stratux_cyoung-09062015-noproblem-stratux-es.log.gz")) {
            switch (reader.read(line)) {
                case AdsbLine.Heard<AircraftReport>(var report) -> {
                    counts.merge("heard", 1, Integer::sum);
                    addresses.add(report.address());
                    report.position().ifPresent(position -> counts.merge("positions", 1, Integer::sum));
                    report.callsign().ifPresent(callsign -> counts.merge("callsigns", 1, Integer::sum));
                    report.speed().ifPresent(speed -> counts.merge("speeds", 1, Integer::sum));
                    report.at().ifPresent(at -> counts.merge("times", 1, Integer::sum));
                }
                case AdsbLine.Beside<AircraftReport>() -> counts.merge("beside", 1, Integer::sum);
                case AdsbLine.Refused<AircraftReport>(var reason) -> counts.merge(reason.name(), 1, Integer::sum);
            }
        }
        // The first line after the second start is one of zeros; one line is cut off in the middle.
        assertThat(counts)
                .hasToString(
                        "{FORM=1, LINE_TOO_LONG=1, beside=2, callsigns=221, heard=44477, positions=2104, speeds=2288,"
                                + " times=44477}");
        assertThat(addresses).hasSize(216);
    }
}
