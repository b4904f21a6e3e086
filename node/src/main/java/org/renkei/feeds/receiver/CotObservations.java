package org.renkei.feeds.receiver;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.receiver.Yield.Observation;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMark;
import org.renkei.kernel.cot.CotType;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackIdentity;

/// What an event of Cursor on Target says of a thing.
final class CotObservations {
    private static final int LONGEST_UID = 128;
    private static final int LONGEST_CALLSIGN = 64;

    /// Where an event does not say how well the place is known.
    private static final double USUAL_METRES = 50;

    private static final double LEAST_METRES = 1;
    private static final double MOST_METRES = 100_000;

    private CotObservations() {}

    /// Pings, talk about the protocol, requests to take something away: nothing in the world.
    static boolean isAboutConnection(CotEvent event) {
        return event.type().startsWith("t-");
    }

    /// Why the event yields nothing; null when it does.
    static @Nullable String refusal(CotEvent event) {
        if (CotMark.bears(event)) {
            return "OWN_TRACK";
        }
        if (event.type().startsWith("b-t-f")) {
            return "CHAT";
        }
        if (!CotType.isPlaced(event.type())) {
            return "TYPE";
        }
        if (event.uid().length() > LONGEST_UID) {
            return "VALUE";
        }
        // What devices send that do not know where they are.
        var point = event.point();
        return point.latitude() == 0 && point.longitude() == 0 && point.ce().isEmpty() ? "NO_PLACE" : null;
    }

    static Observation of(CotEvent event) {
        var detail = event.detail();
        var point = event.point();
        var accuracy = Math.clamp(point.ce().orElse(USUAL_METRES), LEAST_METRES, MOST_METRES);
        return new Observation(
                new TrackIdentity("cot", event.uid()),
                CotType.domain(event.type()),
                Optional.of(new Fix(point.latitude(), point.longitude(), accuracy)),
                new Motion(
                        detail.course(), detail.speed(), OptionalDouble.empty(), point.hae(), OptionalDouble.empty()),
                Particulars.of(
                        Optional.empty(),
                        detail.callsign().map(CotObservations::shortened),
                        Optional.of(event.type())));
    }

    private static String shortened(String callsign) {
        return callsign.codePointCount(0, callsign.length()) <= LONGEST_CALLSIGN
                ? callsign
                : callsign.substring(0, callsign.offsetByCodePoints(0, LONGEST_CALLSIGN));
    }
}
