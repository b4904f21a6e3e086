package org.renkei.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.renkei.feeds.receiver.DecodedLines;
import org.renkei.kernel.watch.Finding;
import org.renkei.kernel.watch.Watch;
import org.renkei.kernel.watch.WatchLimits;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.testing.Recordings;

/// What the watch finds of recorded ships: those that others have labelled, and whole coasts.
class RecordedShipsTest {
    @BeforeAll
    static void needsTheRecordings() {
        Recordings.need("ais");
    }

    @Test
    void theShipThatWasLabelledAsDriftingDriftsAndNothingElseIsFound() throws IOException {
        assertThat(found("ais/labelled/538004030_drift_1.nmea.gz"))
                .extracting(Finding::key, Finding::over)
                .containsExactly(
                        tuple("drift/mmsi:538004030//1411922255387", false),
                        tuple("drift/mmsi:538004030//1411922255387", true));
    }

    @Test
    void theShipThatWasLabelledAsStoppingStopsAndNothingElseIsFound() throws IOException {
        assertThat(found("ais/labelled/219165000_ssc_1.nmea.gz"))
                .extracting(Finding::key)
                .containsExactly("stop/mmsi:219165000//1412525410659");
    }

    @Test
    void ofFiveMinutesOfACoastWithFifteenHundredShipsNothingIsFound() throws IOException {
        assertThat(found("ais/nmea/dma_20131112_1200_ais-sample.nmea.gz")).isEmpty();
    }

    /// By the times of the recording.
    private static List<Finding> found(String file) throws IOException {
        var watch = new Watch(WatchLimits.DEFAULTS, List.of());
        var found = new ArrayList<Finding>();
        var now = 0L;
        for (var sighting : DecodedLines.of(Kind.AIS, Recordings.read(file)).sightings()) {
            now = Math.max(now, sighting.observedAt());
            found.addAll(watch.seen(sighting));
            found.addAll(watch.passed(now));
        }
        return found;
    }
}
