package org.renkei.feeds.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.testing.Recordings;

/// Recordings of others to sightings.
class RecordedFeedsTest {
    @BeforeAll
    static void needsTheRecordings() {
        Recordings.need("ais");
    }

    @Test
    void fiveMinutesOfANationalNetworkBecomeSightings() throws IOException {
        var decoded = DecodedLines.of(Kind.AIS, Recordings.read("ais/nmea/dma_20131112_1200_ais-sample.nmea.gz"));
        assertThat(decoded.messages()).isEqualTo(26_077);
        assertThat(decoded.reasons()).isEmpty();
        assertThat(decoded.duplicates()).as("the recording holds none").isZero();
        assertThat(decoded.sightings().stream()
                        .map(sighting -> sighting.identity().value())
                        .collect(Collectors.toSet()))
                .hasSize(1_508);
        assertThat(decoded.sightings())
                .allSatisfy(sighting -> assertThat(sighting.observedAt())
                        .as("from its $PGHP line")
                        .isBetween(1_384_257_600_000L, 1_384_257_900_000L));
    }

    @Test
    void whatSeveralStationsHeardCountsOnce() throws IOException {
        var decoded = DecodedLines.of(Kind.AIS, Recordings.read("ais/labelled/538004030_drift_1.nmea.gz"));
        assertThat(decoded.messages()).isEqualTo(5_118);
        assertThat(decoded.duplicates()).isGreaterThan(900);
        assertThat(decoded.duplicates() + decoded.sightings().size()).isEqualTo(5_118);
    }

    @Test
    void aDocumentOfAReceiverBecomesItsAircraft() throws IOException {
        var decoded = DecodedLines.of(
                Kind.AIRCRAFT_JSON, Recordings.read("adsb/aircraft_json/roob1090_kdca_20200831.json.gz"));
        assertThat(decoded.messages()).isEqualTo(96);
        assertThat(decoded.reasons()).isEmpty();
        assertThat(decoded.sightings()).allSatisfy(sighting -> {
            assertThat(sighting.domain()).isEqualTo(TrackDomain.AIR);
            assertThat(sighting.observedAt()).isBetween(1_598_880_000_000L, 1_598_880_624_209L);
        });
        assertThat(decoded.sightings().stream()
                        .filter(sighting -> sighting.particulars().nacp().isPresent()))
                .hasSize(50);
        assertThat(decoded.sightings().stream()
                        .filter(sighting -> sighting.particulars().nic().isPresent()))
                .hasSize(50);
    }
}
