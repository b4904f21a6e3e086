package org.renkei.kernel.ais;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.ais.AisMessage.Header;

/// The bits of one message, read by type.
final class AisDecoder {
    private static final int HEADER = 38;

    private AisDecoder() {}

    static AisMessage decode(AisBits bits) {
        bits.need(HEADER);
        var header = new Header(bits.unsigned(0, 6), bits.unsigned(6, 2), bits.unsigned(8, 30));
        return switch (header.type()) {
            case 1, 2, 3 -> position(header, bits);
            case 4, 11 -> baseStation(header, bits);
            case 5 -> AisStaticDecoder.voyage(header, bits);
            case 6 -> AisBinaryDecoder.addressed(header, bits);
            case 7, 13 -> AisControlDecoder.acknowledgment(header, bits);
            case 8 -> AisBinaryDecoder.broadcast(header, bits);
            case 9 -> aircraft(header, bits);
            case 10 -> AisControlDecoder.inquiry(header, bits);
            case 12 -> AisBinaryDecoder.addressedText(header, bits);
            case 14 -> AisBinaryDecoder.broadcastText(header, bits);
            case 15 -> AisControlDecoder.interrogation(header, bits);
            case 16 -> AisControlDecoder.assignment(header, bits);
            case 17 -> AisBinaryDecoder.corrections(header, bits);
            case 18 -> classB(header, bits);
            case 19 -> AisStaticDecoder.extendedClassB(header, bits);
            case 20 -> AisControlDecoder.reservation(header, bits);
            case 21 -> AisStaticDecoder.aid(header, bits);
            case 22 -> AisControlDecoder.channels(header, bits);
            case 23 -> AisControlDecoder.group(header, bits);
            case 24 -> AisStaticDecoder.part(header, bits);
            case 25, 26 -> AisBinaryDecoder.slotted(header, bits);
            case 27 -> longRange(header, bits);
            default -> throw Refused.because(AisRefusal.UNKNOWN_TYPE);
        };
    }

    private static AisMessage position(Header header, AisBits bits) {
        // Some receivers cut the last bits of the communication state; gpsd takes such reports, too.
        bits.need(163);
        var turn = bits.signed(42, 8);
        return new AisMessage.PositionReport(
                header,
                bits.unsigned(38, 4),
                turn == -128 ? OptionalInt.empty() : OptionalInt.of(turn),
                new AisMovement(
                        position(bits, 61, 89),
                        bits.flag(60),
                        bits.flag(148),
                        scaled(bits.unsigned(50, 10), 1022, 10),
                        scaled(bits.unsigned(116, 12), 3599, 10),
                        upTo(bits.unsigned(128, 9), 359),
                        bits.unsigned(137, 6)),
                bits.unsigned(143, 2),
                bits.has(168) ? bits.unsigned(149, 19) : 0);
    }

    private static AisMessage baseStation(Header header, AisBits bits) {
        bits.need(168);
        return new AisMessage.BaseStationReport(
                header,
                bits.unsigned(38, 14),
                bits.unsigned(52, 4),
                bits.unsigned(56, 5),
                bits.unsigned(61, 5),
                bits.unsigned(66, 6),
                bits.unsigned(72, 6),
                position(bits, 79, 107),
                bits.flag(78),
                bits.unsigned(134, 4),
                bits.flag(148),
                bits.unsigned(149, 19));
    }

    private static AisMessage aircraft(Header header, AisBits bits) {
        bits.need(168);
        return new AisMessage.RescueAircraftReport(
                header,
                upTo(bits.unsigned(38, 12), 4094),
                new AisMovement(
                        position(bits, 61, 89),
                        bits.flag(60),
                        bits.flag(147),
                        scaled(bits.unsigned(50, 10), 1022, 1),
                        scaled(bits.unsigned(116, 12), 3599, 10),
                        OptionalInt.empty(),
                        bits.unsigned(128, 6)),
                bits.unsigned(134, 8),
                !bits.flag(142),
                bits.flag(146),
                bits.unsigned(148, 20));
    }

    private static AisMessage classB(Header header, AisBits bits) {
        bits.need(168);
        return new AisMessage.ClassBReport(
                header,
                classBMovement(bits, 147),
                bits.flag(141),
                bits.flag(142),
                bits.flag(143),
                bits.flag(144),
                bits.flag(145),
                bits.flag(146),
                bits.unsigned(148, 20));
    }

    static AisMovement classBMovement(AisBits bits, int raim) {
        return new AisMovement(
                position(bits, 57, 85),
                bits.flag(56),
                bits.flag(raim),
                scaled(bits.unsigned(46, 10), 1022, 10),
                scaled(bits.unsigned(112, 12), 3599, 10),
                upTo(bits.unsigned(124, 9), 359),
                bits.unsigned(133, 6));
    }

    private static AisMessage longRange(Header header, AisBits bits) {
        bits.need(95);
        bits.atMost(168);
        return new AisMessage.LongRangeReport(
                header,
                bits.unsigned(40, 4),
                new AisMovement(
                        coarsePosition(bits, 44, 62),
                        bits.flag(38),
                        bits.flag(39),
                        scaled(bits.unsigned(79, 6), 62, 1),
                        scaled(bits.unsigned(85, 9), 359, 1),
                        OptionalInt.empty(),
                        60),
                !bits.flag(94));
    }

    /// 1/10,000 minute: longitude in 28 bits, latitude in 27.
    static Optional<AisPosition> position(AisBits bits, int longitude, int latitude) {
        return position(bits.signed(longitude, 28) / 600_000.0, bits.signed(latitude, 27) / 600_000.0);
    }

    /// 1/10 minute: longitude in 18 bits, latitude in 17.
    static Optional<AisPosition> coarsePosition(AisBits bits, int longitude, int latitude) {
        return position(bits.signed(longitude, 18) / 600.0, bits.signed(latitude, 17) / 600.0);
    }

    private static Optional<AisPosition> position(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
                ? Optional.of(new AisPosition(latitude, longitude))
                : Optional.empty();
    }

    static Optional<AisArea> area(AisBits bits, int northEastLongitude, int southWestLongitude) {
        var northEast = coarsePosition(bits, northEastLongitude, northEastLongitude + 18);
        var southWest = coarsePosition(bits, southWestLongitude, southWestLongitude + 18);
        return northEast.isPresent() && southWest.isPresent()
                ? Optional.of(new AisArea(northEast.get(), southWest.get()))
                : Optional.empty();
    }

    private static OptionalDouble scaled(int value, int highest, int per) {
        return value <= highest ? OptionalDouble.of((double) value / per) : OptionalDouble.empty();
    }

    private static OptionalInt upTo(int value, int highest) {
        return value <= highest ? OptionalInt.of(value) : OptionalInt.empty();
    }

    static OptionalInt unlessZero(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /// How many groups of bits follow, each with at least `needed` bits.
    static <T> ArrayList<T> groups(AisBits bits, int from, int size, int needed, int most, Group<T> group) {
        var all = new ArrayList<T>(most);
        for (var at = from; all.size() < most && bits.has(at + needed); at += size) {
            all.add(group.at(at));
        }
        return all;
    }

    /// Reads one group.
    interface Group<T> {
        T at(int bit);
    }
}
