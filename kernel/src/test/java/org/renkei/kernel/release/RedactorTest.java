package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.record.Otherwise;

class RedactorTest {

    @ParameterizedTest(name = "{0}, {1} as {2}: {3}, {4} on {5} km")
    @CsvSource(delimiter = '|', textBlock = """
        32.789    | 130.742    | POSITION_10_KM  | 32.75  | 130.75  | 11
        32.7      | 130.7      | POSITION_10_KM  | 32.75  | 130.75  | 11
        32.6999   | 130.6999   | POSITION_10_KM  | 32.65  | 130.65  | 11
        -32.789   | -130.742   | POSITION_10_KM  | -32.75 | -130.75 | 11
        -0.01     | 0.01       | POSITION_10_KM  | -0.05  | 0.05    | 11
        0         | 0          | POSITION_10_KM  | 0.05   | 0.05    | 11
        -90       | -180       | POSITION_10_KM  | -89.95 | -179.95 | 11
        32.789    | 130.742    | POSITION_100_KM | 32.5   | 130.5   | 111
        32.999999 | 130.000001 | POSITION_100_KM | 32.5   | 130.5   | 111
        -32.789   | -130.742   | POSITION_100_KM | -32.5  | -130.5  | 111
        -0.01     | 0.01       | POSITION_100_KM | -0.5   | 0.5     | 111
        -90       | -180       | POSITION_100_KM | -89.5  | -179.5  | 111
        """)
    void aPositionBecomesTheMiddleOfItsCell(
            double lat, double lon, Otherwise otherwise, double coarseLat, double coarseLon, int grid) {
        assertThat(Redactor.redact(position(lat, lon), otherwise))
                .isEqualTo(new CborMap(Map.of(
                        "lat", new CborFloat(coarseLat),
                        "lon", new CborFloat(coarseLon),
                        "gridKm", new CborInt(grid))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPositionOfACellBecomesTheSame(long seed) {
        var random = Seeds.random(seed);
        for (var cells : new int[] {10, 1}) {
            var otherwise = cells == 10 ? Otherwise.POSITION_10_KM : Otherwise.POSITION_100_KM;
            var south = (random.nextInt(180 * cells) - 90 * cells + 0.01) / cells;
            var west = (random.nextInt(360 * cells) - 180 * cells + 0.01) / cells;
            var expected = Redactor.redact(position(south, west), otherwise);
            for (var i = 0; i < 10; i++) {
                var there =
                        position(south + random.nextDouble() * 0.98 / cells, west + random.nextDouble() * 0.98 / cells);
                assertThat(Redactor.redact(there, otherwise)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"90, 0", "0, 180", "90, 180"})
    void theLastPoleAndMeridianStayOnTheEarth(double lat, double lon) {
        for (var otherwise : List.of(Otherwise.POSITION_10_KM, Otherwise.POSITION_100_KM)) {
            var coarse = ((CborMap) Redactor.redact(position(lat, lon), otherwise)).entries();
            assertThat(((CborFloat) coarse.get("lat")).value()).isBetween(-90.0, 90.0);
            assertThat(((CborFloat) coarse.get("lon")).value()).isBetween(-180.0, 180.0);
        }
    }

    @Test
    void aPositionKeepsNothingBesideTheCell() {
        var exact = new CborMap(Map.of(
                "lat", new CborInt(32),
                "lon", new CborFloat(130.7),
                "altitudeMetres", new CborInt(812),
                "mgrs", new CborText("52SGB1234567890")));
        assertThat(((CborMap) Redactor.redact(exact, Otherwise.POSITION_100_KM)).entries())
                .containsOnlyKeys("lat", "lon", "gridKm")
                .containsEntry("lat", new CborFloat(32.5));
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        2016-04-15T16:25:06Z          | TIME_HOUR | 2016-04-15T16:00:00Z
        2016-04-15T16:25:06.123456Z   | TIME_HOUR | 2016-04-15T16:00:00Z
        2016-04-15T16:59:59.999Z      | TIME_HOUR | 2016-04-15T16:00:00Z
        2016-04-16T01:25:06+09:00     | TIME_HOUR | 2016-04-15T16:00:00Z
        2016-04-15T21:55:06+05:45     | TIME_HOUR | 2016-04-15T16:00:00Z
        2016-04-15T16:00:00Z          | TIME_HOUR | 2016-04-15T16:00:00Z
        2016-04-15T16:25:06Z          | TIME_DAY  | 2016-04-15T00:00:00Z
        2016-04-16T01:25:06+09:00     | TIME_DAY  | 2016-04-15T00:00:00Z
        1969-12-31T23:59:59Z          | TIME_HOUR | 1969-12-31T23:00:00Z
        1969-12-31T23:59:59Z          | TIME_DAY  | 1969-12-31T00:00:00Z
        """)
    void aTimeBecomesItsHourOrItsDay(String exact, Otherwise otherwise, String coarse) {
        assertThat(Redactor.redact(new CborText(exact), otherwise)).isEqualTo(new CborText(coarse));
    }

    @Test
    void anIdentityKeepsItsTypeAlone() {
        var identity = new CborMap(Map.of(
                "type", new CborText("destroyer"), "name", new CborText("Kongō"), "mmsi", new CborInt(431999999)));
        assertThat(Redactor.redact(identity, Otherwise.IDENTITY_TYPE))
                .isEqualTo(new CborMap(Map.of("type", new CborText("destroyer"))));
    }

    /// What cannot be made coarser does not go as it is.
    @ParameterizedTest
    @EnumSource(Otherwise.class)
    void aValueOfAnotherShapeIsRemoved(Otherwise otherwise) {
        for (var value : List.of(
                new CborNull(),
                new CborBool(true),
                new CborInt(1),
                new CborFloat(1.5),
                new CborText("2016-04-15"),
                new CborText("2016-04-15T16:25:06"),
                new CborText("at dawn"),
                CborArray.of(new CborFloat(32.7), new CborFloat(130.7)),
                new CborMap(Map.of()),
                new CborMap(Map.of("lat", new CborFloat(1))),
                new CborMap(Map.of("lat", new CborText("1"), "lon", new CborFloat(1))),
                new CborMap(Map.of("latitude", new CborFloat(1), "longitude", new CborFloat(1))),
                new CborMap(Map.of("type", new CborInt(7), "name", new CborText("Kongō"))),
                new CborMap(Map.of("name", new CborText("Kongō"))),
                position(90.01, 0),
                position(0, -180.01),
                position(Double.NaN, 0),
                position(0, Double.POSITIVE_INFINITY))) {
            assertThat(Redactor.redact(value, otherwise)).as("%s", value).isNull();
        }
    }

    @Test
    void removingTakesEverything() {
        assertThat(Redactor.redact(position(1, 1), Otherwise.REMOVE)).isNull();
        assertThat(Redactor.redact(new CborText("2016-04-15T16:25:06Z"), Otherwise.REMOVE))
                .isNull();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static CborValue position(double lat, double lon) {
        return new CborMap(Map.of("lat", new CborFloat(lat), "lon", new CborFloat(lon)));
    }
}
