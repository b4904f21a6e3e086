package org.renkei.kernel.adsb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseStationReaderTest {
    private final BaseStationReader reader = new BaseStationReader();

    @Test
    void readsAPositionWithItsTime() {
        var report = heard(
                "MSG,3,1,1,86DCA0,1,2026/11/21,03:04:05.250,2026/11/21,03:04:05.300,,35000,,,35.55,139.78,,,0,0,0,0");
        assertThat(report.address()).isEqualTo("86dca0");
        assertThat(report.at())
                .hasValue(Instant.parse("2026-11-21T03:04:05.250Z").toEpochMilli());
        assertThat(report.altitude()).hasValue(35_000);
        assertThat(report.position()).hasValue(new AircraftPosition(35.55, 139.78));
        assertThat(report.speed()).isEmpty();
    }

    @Test
    void readsLinesWithoutDate() {
        var report = heard("MSG,4,,,AA6A76,,,,,,,,468,89,,,-64,,0,0,0,0");
        assertThat(report.at()).isEmpty();
        assertThat(report.speed()).hasValue(468);
        assertThat(report.track()).hasValue(89);
        assertThat(report.climb()).hasValue(-64);
    }

    @Test
    void countsFromTheStartOfALog() {
        reader.read("START,Wed Sep 2 04:23:37 +0000 UTC 2015");
        var report = heard("2936535519,MSG,8,,,ABDF3F,,,,,,,,,,,,,,,,,");
        assertThat(report.at())
                .hasValue(Instant.parse("2015-09-02T04:23:39.936Z").toEpochMilli());
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            MSG,3,,,AA6A76                                        | FORM
            MSG,3,,,AA6A7,,,,,,,,468,89,,,-64,,0,0,0,0            | ADDRESS
            MSG,3,,,000000,,,,,,,,468,89,,,-64,,0,0,0,0           | ADDRESS
            MSG,3,,,AA6A76,,,,,,,x,468,89,,,-64,,0,0,0,0          | VALUE
            MSG,3,,,AA6A76,,,,,,,,NaN,89,,,-64,,0,0,0,0           | VALUE
            MSG,3,,,AA6A76,,,,,,,,468,89,91,10,-64,,0,0,0,0       | VALUE
            hello                                                 | FORM
            """)
    void saysWhyALineIsRefused(String line, AdsbRefusal reason) {
        assertThat(reader.read(line)).isEqualTo(new AdsbLine.Refused<AircraftReport>(reason));
    }

    @Test
    void passesOverOtherLines() {
        for (var line : new String[] {"", "AIR,,1,1,86DCA0,1", "STA,,5,1,86DCA0,1", "# comment"}) {
            assertThat(reader.read(line)).isEqualTo(new AdsbLine.Beside<AircraftReport>());
        }
    }

    private AircraftReport heard(String line) {
        return ((AdsbLine.Heard<AircraftReport>) reader.read(line)).message();
    }
}
