package org.renkei.kernel.ais;

import static org.renkei.kernel.ais.AisDecoder.unlessZero;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.ais.AisMessage.Header;

/// Messages that say what a ship or an aid to navigation is.
final class AisStaticDecoder {
    private static final int AUXILIARY_CRAFT = 98;

    private AisStaticDecoder() {}

    static AisMessage voyage(Header header, AisBits bits) {
        // 424 bits; some transmitters leave out the last ones after the destination.
        bits.need(420);
        var draught = bits.unsigned(294, 8);
        return new AisMessage.StaticVoyageData(
                header,
                bits.unsigned(38, 2),
                unlessZero(bits.unsigned(40, 30)),
                bits.text(70, 42),
                bits.text(112, 120),
                bits.unsigned(232, 8),
                dimensions(bits, 240),
                bits.unsigned(270, 4),
                new AisArrival(
                        bits.unsigned(274, 4), bits.unsigned(278, 5), bits.unsigned(283, 5), bits.unsigned(288, 6)),
                draught == 0 ? OptionalDouble.empty() : OptionalDouble.of(draught / 10.0),
                bits.text(302, 120),
                !bits.flag(422));
    }

    static AisMessage extendedClassB(Header header, AisBits bits) {
        bits.need(308);
        return new AisMessage.ExtendedClassBReport(
                header,
                AisDecoder.classBMovement(bits, 305),
                bits.text(143, 120),
                bits.unsigned(263, 8),
                dimensions(bits, 271),
                bits.unsigned(301, 4),
                !bits.flag(306),
                bits.flag(307));
    }

    static AisMessage aid(Header header, AisBits bits) {
        bits.need(271);
        var name = bits.text(43, 120).orElse("");
        // The name goes on behind the other fields when its 20 characters are full.
        var more = bits.text(272, bits.length() - 272).orElse("");
        var whole = name.length() == 20 ? name + more : name;
        return new AisMessage.AidToNavigation(
                header,
                bits.unsigned(38, 5),
                whole.isEmpty() ? Optional.empty() : Optional.of(whole),
                bits.flag(163),
                AisDecoder.position(bits, 164, 192),
                dimensions(bits, 219),
                bits.unsigned(249, 4),
                bits.unsigned(253, 6),
                bits.flag(259),
                bits.unsigned(260, 8),
                bits.flag(268),
                bits.flag(269),
                bits.flag(270));
    }

    static AisMessage part(Header header, AisBits bits) {
        bits.need(40);
        return switch (bits.unsigned(38, 2)) {
            case 0 -> name(header, bits);
            case 1 -> ship(header, bits);
            default -> throw Refused.because(AisRefusal.FORM);
        };
    }

    private static AisMessage name(Header header, AisBits bits) {
        bits.need(160);
        return new AisMessage.StaticName(header, bits.text(40, 120));
    }

    private static AisMessage ship(Header header, AisBits bits) {
        bits.need(162);
        var auxiliary = header.mmsi() / 10_000_000 == AUXILIARY_CRAFT;
        return new AisMessage.StaticShip(
                header,
                bits.unsigned(40, 8),
                bits.text(48, 18),
                bits.unsigned(66, 4),
                bits.unsigned(70, 20),
                bits.text(90, 42),
                auxiliary ? Optional.empty() : Optional.of(dimensions(bits, 132)),
                auxiliary ? unlessZero(bits.unsigned(132, 30)) : OptionalInt.empty());
    }

    private static AisDimensions dimensions(AisBits bits, int at) {
        return new AisDimensions(
                bits.unsigned(at, 9), bits.unsigned(at + 9, 9), bits.unsigned(at + 18, 6), bits.unsigned(at + 24, 6));
    }
}
