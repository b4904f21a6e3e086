package org.renkei.kernel.ais;

import java.util.OptionalInt;
import org.renkei.kernel.ais.AisMessage.Header;

/// Messages that carry text, or content of applications that stays as it is.
final class AisBinaryDecoder {
    private AisBinaryDecoder() {}

    static AisMessage addressed(Header header, AisBits bits) {
        bits.need(88);
        return new AisMessage.AddressedBinary(
                header,
                bits.unsigned(38, 2),
                bits.unsigned(40, 30),
                bits.flag(70),
                bits.unsigned(72, 10),
                bits.unsigned(82, 6),
                bits.binary(88, bits.length()));
    }

    static AisMessage broadcast(Header header, AisBits bits) {
        bits.need(56);
        return new AisMessage.BroadcastBinary(
                header, bits.unsigned(40, 10), bits.unsigned(50, 6), bits.binary(56, bits.length()));
    }

    static AisMessage addressedText(Header header, AisBits bits) {
        bits.need(72);
        return new AisMessage.AddressedText(
                header, bits.unsigned(38, 2), bits.unsigned(40, 30), bits.flag(70), bits.text(72, bits.length() - 72));
    }

    static AisMessage broadcastText(Header header, AisBits bits) {
        bits.need(40);
        return new AisMessage.BroadcastText(header, bits.text(40, bits.length() - 40));
    }

    static AisMessage corrections(Header header, AisBits bits) {
        bits.need(80);
        return new AisMessage.DifferentialCorrections(
                header, AisDecoder.coarsePosition(bits, 40, 58), bits.binary(80, bits.length()));
    }

    static AisMessage slotted(Header header, AisBits bits) {
        var multiple = header.type() == 26;
        var addressed = bits.flag(38);
        var structured = bits.flag(39);
        var application = addressed ? 70 : 40;
        var data = structured ? application + 16 : application;
        // The communication state: its selector and 19 bits at the end.
        var end = multiple ? bits.length() - 20 : bits.length();
        bits.need(data + bits.length() - end);
        return new AisMessage.SlottedBinary(
                header,
                addressed ? OptionalInt.of(bits.unsigned(40, 30)) : OptionalInt.empty(),
                structured ? OptionalInt.of(bits.unsigned(application, 16)) : OptionalInt.empty(),
                bits.binary(data, end),
                multiple ? bits.unsigned(end, 20) : 0);
    }
}
