package org.renkei.kernel.ais;

import static org.renkei.kernel.ais.AisDecoder.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renkei.kernel.ais.AisMessage.Header;

/// Messages by which stations arrange who sends when and where.
final class AisControlDecoder {
    private AisControlDecoder() {}

    static AisMessage acknowledgment(Header header, AisBits bits) {
        bits.need(70);
        return new AisMessage.Acknowledgment(
                header,
                groups(
                        bits,
                        40,
                        32,
                        30,
                        4,
                        at -> new AisMessage.Acknowledged(bits.unsigned(at, 30), bits.unsigned(at + 30, 2))));
    }

    static AisMessage inquiry(Header header, AisBits bits) {
        bits.need(70);
        return new AisMessage.TimeInquiry(header, bits.unsigned(40, 30));
    }

    static AisMessage interrogation(Header header, AisBits bits) {
        bits.need(88);
        var asked = new ArrayList<AisMessage.Asked>();
        asked.add(asked(bits, 40, 70));
        if (bits.has(108) && bits.unsigned(90, 6) != 0) {
            asked.add(asked(bits, 40, 90));
        }
        if (bits.has(158)) {
            asked.add(asked(bits, 110, 140));
        }
        return new AisMessage.Interrogation(header, asked);
    }

    private static AisMessage.Asked asked(AisBits bits, int mmsi, int message) {
        return new AisMessage.Asked(bits.unsigned(mmsi, 30), bits.unsigned(message, 6), bits.unsigned(message + 6, 12));
    }

    static AisMessage assignment(Header header, AisBits bits) {
        bits.need(92);
        return new AisMessage.Assignment(
                header,
                groups(
                        bits,
                        40,
                        52,
                        52,
                        2,
                        at -> new AisMessage.Assigned(
                                bits.unsigned(at, 30), bits.unsigned(at + 30, 12), bits.unsigned(at + 42, 10))));
    }

    static AisMessage reservation(Header header, AisBits bits) {
        bits.need(70);
        return new AisMessage.SlotReservation(
                header,
                groups(
                        bits,
                        40,
                        30,
                        30,
                        4,
                        at -> new AisMessage.Reserved(
                                bits.unsigned(at, 12),
                                bits.unsigned(at + 12, 4),
                                bits.unsigned(at + 16, 3),
                                bits.unsigned(at + 19, 11))));
    }

    static AisMessage channels(Header header, AisBits bits) {
        bits.need(145);
        var addressed = bits.flag(139);
        return new AisMessage.ChannelManagement(
                header,
                bits.unsigned(40, 12),
                bits.unsigned(52, 12),
                bits.unsigned(64, 4),
                bits.flag(68),
                addressed ? Optional.empty() : AisDecoder.area(bits, 69, 104),
                addressed ? List.of(bits.unsigned(69, 30), bits.unsigned(104, 30)) : List.of(),
                bits.flag(140),
                bits.flag(141),
                bits.unsigned(142, 3));
    }

    static AisMessage group(Header header, AisBits bits) {
        bits.need(154);
        return new AisMessage.GroupAssignment(
                header,
                AisDecoder.area(bits, 40, 75),
                bits.unsigned(110, 4),
                bits.unsigned(114, 8),
                bits.unsigned(144, 2),
                bits.unsigned(146, 4),
                bits.unsigned(150, 4));
    }
}
