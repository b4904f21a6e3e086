package org.renkei.feeds.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedReading.Members;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.NodeSettings.Endpoint;

/// GeoJSON points and vehicles as sightings.
class PlacesThatMoveTest {
    private static final String POINT = """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[139.5,35.25,120]},\
            "properties":{"vessel":%d,"ts":1790000000,"cog":360,"sog":10,"callsign":"KAIO"}}""";

    private final Heard heard = new Heard();

    @Test
    void membersAreNamedByTheSettings() {
        decoder().read(line("{\"type\":\"FeatureCollection\",\"features\":[" + POINT.formatted(7) + "]}"), 0, heard);
        assertThat(heard.seen).singleElement().satisfies(seen -> {
            assertThat(seen.identity()).hasToString("geojson:boats/7");
            assertThat(seen.fix().orElseThrow().latitude()).isEqualTo(35.25);
            assertThat(seen.motion().course()).hasValue(0);
            assertThat(seen.motion().speed().orElseThrow()).isCloseTo(5.144, within(0.001));
            assertThat(seen.particulars().name()).contains("KAIO");
        });
        assertThat(heard.times).containsExactly(1_790_000_000_000L);
    }

    @Test
    void aSequenceIsReadTextByTextAndABrokenOneStopsNothing() {
        var separated = "\u001e" + POINT.formatted(1) + "\n\u001e{\"type\":\n\u001e" + POINT.formatted(2) + "\n";
        decoder().read(line(separated), 0, heard);
        decoder().read(line(POINT.formatted(3) + "\nnoise\n" + POINT.formatted(4) + "\n"), 0, heard);
        assertThat(heard.seen)
                .extracting(seen -> seen.identity().value())
                .containsExactly("boats/1", "boats/2", "boats/3", "boats/4");
        assertThat(heard.reasons).containsExactly("FORM", "FORM");
    }

    @Test
    void sayingTheSameAgainIsNoNews() {
        var decoder = decoder();
        decoder.read(line(POINT.formatted(1)), 0, heard);
        decoder.read(line(POINT.formatted(1)), 0, heard);
        assertThat(heard.seen).hasSize(1);
        assertThat(heard.duplicates).isEqualTo(1);
    }

    @Test
    void whatIsNoPointOrHasNoNameIsRefused() {
        for (var broken : List.of(
                POINT.formatted(1).replace("Point", "LineString"),
                POINT.formatted(1).replace("139.5", "\"east\""),
                POINT.formatted(1).replace("139.5", "1390"),
                POINT.formatted(1).replace("vessel", "ship"),
                "{\"type\":\"Point\"}",
                "[]",
                "")) {
            decoder().read(line(broken), 0, heard);
        }
        assertThat(heard.seen).isEmpty();
        assertThat(heard.reasons).containsExactly("NO_POINT", "NO_POINT", "VALUE", "NO_ID", "FORM", "FORM", "FORM");
    }

    @Test
    void aVehicleIsKnownByItsFeedAndNumber() {
        var decoder = MavlinkDecoder.of(feed(Kind.MAVLINK, new FeedReading.Vehicles(null, false)));
        var heartbeat = "fd090000000101000000000000000203510403e71e";
        decoder.read(hex(heartbeat), 0, heard);
        assertThat(heard.messages).isEqualTo(1);
        assertThat(heard.reasons).isEmpty();
        decoder.read(hex("00ff"), 0, heard);
        assertThat(heard.reasons).contains("GARBAGE");
    }

    /// A position without a heading, then one with it, and a fix of satellites without any motion; what
    /// was displayed fills what is open, for five seconds, and never takes the place of what is said.
    @Test
    void whatAPositionLeavesOpenIsTakenFromWhatTheVehicleDisplays() {
        var decoder = MavlinkDecoder.of(feed(Kind.MAVLINK, new FeedReading.Vehicles(null, false)));
        var withoutHeading = "fd1c0000010101210000010000008093dc1480b7d952c0d4010000000000e80300000000ffffd465";
        var display = "fd1300000701014a00000000ac4100009a410080f1420000c0bf0f013f0c32";
        var withHeading = "fd1c0000020101210000010000008093dc1468bbd952c0d4010000000000e803000000002823529a";
        var satellites = "fd1e000003010118000001000000000000008093dc1480b7d952905f010078009600ffffffff030992b7";
        decoder.read(hex(withoutHeading), 0, heard);
        decoder.read(hex(display), 1_000, heard);
        assertThat(heard.seen).as("it is no place").hasSize(1);
        decoder.read(hex(withoutHeading), 2_000, heard);
        decoder.read(hex(withHeading), 3_000, heard);
        decoder.read(hex(withoutHeading), 6_001, heard);
        decoder.read(hex(display), 20_000, heard);
        decoder.read(hex(satellites), 21_000, heard);
        assertThat(heard.reasons).isEmpty();
        assertThat(heard.seen)
                .extracting(one -> one.motion().heading())
                .containsExactly(
                        OptionalDouble.empty(),
                        OptionalDouble.of(271),
                        OptionalDouble.of(90),
                        OptionalDouble.empty(),
                        OptionalDouble.of(271));
        assertThat(heard.seen.get(1).motion().speed())
                .as("by its own reckoning")
                .hasValue(10);
        assertThat(heard.seen.get(1).motion().altitude()).hasValue(120);
        var fix = heard.seen.getLast().motion();
        assertThat(fix.speed()).hasValue(19.25);
        assertThat(fix.climb()).hasValue(-1.5);
        assertThat(fix.altitude()).as("as the receiver says").hasValue(90);
        assertThat(fix.course()).as("a heading is no course").isEmpty();
    }

    private static String hex(String digits) {
        return CotPieces.line(HexFormat.of().parseHex(digits));
    }

    private static GeoJsonDecoder decoder() {
        var members = new Members("vessel", "ts", "cog", "sog", "callsign", 1852.0 / 3600);
        return new GeoJsonDecoder(feed(Kind.GEOJSON, new FeedReading.Features(true, members)));
    }

    private static FeedSettings feed(Kind kind, FeedReading reading) {
        return new FeedSettings(
                "boats",
                kind,
                new Source.Udp(new Endpoint("127.0.0.1", 1)),
                Label.parse("UNCLASSIFIED//PUBLIC"),
                true,
                reading);
    }

    private static String line(String text) {
        return CotPieces.line(text.getBytes(UTF_8));
    }

    private static final class Heard implements Yield {
        private final List<Observation> seen = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private int messages;
        private int duplicates;

        @Override
        public void message() {
            messages++;
        }

        @Override
        public void duplicate() {
            duplicates++;
        }

        @Override
        public void sighting(Observation observation, OptionalLong at) {
            assertThat(observation.domain()).isEqualTo(TrackDomain.UNKNOWN);
            seen.add(observation);
            at.ifPresent(times::add);
        }

        @Override
        public void refused(String reason, String line) {
            reasons.add(reason);
        }
    }
}
