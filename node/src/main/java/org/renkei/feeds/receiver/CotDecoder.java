package org.renkei.feeds.receiver;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotRead;
import org.renkei.kernel.cot.CotReader;

/// Events of Cursor on Target. Those about connections and chats are passed over; those that are not taken say why.
final class CotDecoder implements Decoder {
    private static final long TOLERANCE = 5_000;

    private final boolean live;

    /// @param live whether the times of events are of now, other than in a recording
    CotDecoder(boolean live) {
        this.live = live;
    }

    @Override
    public OptionalLong read(String line, long now, Yield to) {
        var piece = CotPieces.piece(line);
        return switch (CotReader.read(piece)) {
            case CotRead.Heard(CotEvent event) -> {
                to.message();
                heard(event, piece, now, to);
                yield OptionalLong.of(event.time());
            }
            case CotRead.Control ignored -> OptionalLong.empty();
            case CotRead.Refused(var reason) -> {
                to.refused(reason.name(), text(piece));
                yield OptionalLong.empty();
            }
        };
    }

    private void heard(CotEvent event, byte[] piece, long now, Yield to) {
        if (CotObservations.isAboutConnection(event)) {
            return;
        }
        var refusal = live && event.stale() < now - TOLERANCE ? "STALE" : CotObservations.refusal(event);
        if (refusal == null) {
            to.sighting(CotObservations.of(event), OptionalLong.of(event.time()));
        } else {
            to.refused(refusal, text(piece));
        }
    }

    private static String text(byte[] piece) {
        return new String(piece, StandardCharsets.UTF_8);
    }
}
