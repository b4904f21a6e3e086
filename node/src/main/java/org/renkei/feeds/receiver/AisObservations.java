package org.renkei.feeds.receiver;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.feeds.receiver.Yield.Observation;
import org.renkei.kernel.ais.AisDimensions;
import org.renkei.kernel.ais.AisMessage;
import org.renkei.kernel.ais.AisMovement;
import org.renkei.kernel.ais.AisPosition;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// What an AIS message says of its sender: of ships, aircraft of search and rescue, base stations and aids to
/// navigation.
final class AisObservations {
    private static final double METRES_A_SECOND = 1852.0 / 3600;

    /// A position called accurate is better than 10 m; others are some tens of metres (ITU-R M.1371-5 table 45).
    private static final double ACCURATE_METRES = 10;

    private static final double USUAL_METRES = 30;

    /// A long-range report gives 1/10 minute.
    private static final double LONG_RANGE_METRES = 100;

    private static final int STATUS_NOT_DEFINED = 15;

    private AisObservations() {}

    /// Empty of messages that say neither where nor what their sender is, and of senders without a number.
    static Optional<Observation> of(AisMessage message) {
        if (message.mmsi() == 0) {
            return Optional.empty();
        }
        return said(message).filter(observation -> !observation.isEmpty());
    }

    private static Optional<Observation> said(AisMessage message) {
        return switch (message) {
            case AisMessage.PositionReport m -> moving(m, TrackDomain.SEA, m.movement(), status(m.status()));
            case AisMessage.ClassBReport m -> moving(m, TrackDomain.SEA, m.movement(), Particulars.NONE);
            case AisMessage.ExtendedClassBReport m ->
                moving(
                        m,
                        TrackDomain.SEA,
                        m.movement(),
                        ship(m.name(), Optional.empty(), m.shipType(), m.dimensions()));
            case AisMessage.RescueAircraftReport m -> aircraft(m);
            case AisMessage.LongRangeReport m -> longRange(m);
            case AisMessage.BaseStationReport m ->
                Optional.of(
                        observation(m, TrackDomain.LAND, m.position(), m.accurate(), Motion.UNKNOWN, Particulars.NONE));
            case AisMessage.AidToNavigation m ->
                Optional.of(observation(
                        m,
                        TrackDomain.SEA,
                        m.position(),
                        m.accurate(),
                        Motion.UNKNOWN,
                        Particulars.of(m.name(), Optional.empty(), Optional.of("aid-" + m.aidType()))));
            case AisMessage.StaticVoyageData m -> still(m, voyage(m));
            case AisMessage.StaticName m -> still(m, Particulars.of(m.name(), Optional.empty(), Optional.empty()));
            case AisMessage.StaticShip m ->
                still(
                        m,
                        ship(
                                Optional.empty(),
                                m.callsign(),
                                m.shipType(),
                                m.dimensions().orElse(new AisDimensions(0, 0, 0, 0))));
            case AisMessage.AddressedBinary ignored -> Optional.empty();
            case AisMessage.Acknowledgment ignored -> Optional.empty();
            case AisMessage.BroadcastBinary ignored -> Optional.empty();
            case AisMessage.TimeInquiry ignored -> Optional.empty();
            case AisMessage.AddressedText ignored -> Optional.empty();
            case AisMessage.BroadcastText ignored -> Optional.empty();
            case AisMessage.Interrogation ignored -> Optional.empty();
            case AisMessage.Assignment ignored -> Optional.empty();
            case AisMessage.DifferentialCorrections ignored -> Optional.empty();
            case AisMessage.SlotReservation ignored -> Optional.empty();
            case AisMessage.ChannelManagement ignored -> Optional.empty();
            case AisMessage.GroupAssignment ignored -> Optional.empty();
            case AisMessage.SlottedBinary ignored -> Optional.empty();
        };
    }

    private static Optional<Observation> moving(
            AisMessage message, TrackDomain domain, AisMovement movement, Particulars particulars) {
        return Optional.of(observation(
                message,
                domain,
                movement.position(),
                movement.accurate(),
                motion(movement, OptionalDouble.empty()),
                particulars));
    }

    private static Optional<Observation> aircraft(AisMessage.RescueAircraftReport message) {
        var altitude = message.altitude();
        return Optional.of(observation(
                message,
                TrackDomain.AIR,
                message.movement().position(),
                message.movement().accurate(),
                motion(
                        message.movement(),
                        altitude.isPresent() ? OptionalDouble.of(altitude.getAsInt()) : OptionalDouble.empty()),
                Particulars.NONE));
    }

    private static Optional<Observation> longRange(AisMessage.LongRangeReport message) {
        return Optional.of(new Observation(
                identity(message),
                TrackDomain.SEA,
                message.movement()
                        .position()
                        .map(place -> new Fix(place.latitude(), place.longitude(), LONG_RANGE_METRES)),
                motion(message.movement(), OptionalDouble.empty()),
                status(message.status())));
    }

    private static Optional<Observation> still(AisMessage message, Particulars particulars) {
        return Optional.of(
                new Observation(identity(message), TrackDomain.SEA, Optional.empty(), Motion.UNKNOWN, particulars));
    }

    private static Observation observation(
            AisMessage message,
            TrackDomain domain,
            Optional<AisPosition> position,
            boolean accurate,
            Motion motion,
            Particulars particulars) {
        var metres = accurate ? ACCURATE_METRES : USUAL_METRES;
        return new Observation(
                identity(message),
                domain,
                position.map(place -> new Fix(place.latitude(), place.longitude(), metres)),
                motion,
                particulars);
    }

    private static TrackIdentity identity(AisMessage message) {
        return new TrackIdentity("mmsi", String.format(Locale.ROOT, "%09d", message.mmsi()));
    }

    private static Motion motion(AisMovement movement, OptionalDouble altitude) {
        var speed = movement.speed();
        var heading = movement.heading();
        return new Motion(
                movement.course(),
                speed.isPresent() ? OptionalDouble.of(speed.getAsDouble() * METRES_A_SECOND) : OptionalDouble.empty(),
                heading.isPresent() ? OptionalDouble.of(heading.getAsInt()) : OptionalDouble.empty(),
                altitude,
                OptionalDouble.empty());
    }

    private static Particulars status(int status) {
        return status == STATUS_NOT_DEFINED ? Particulars.NONE : Particulars.NONE.withStatus(Integer.toString(status));
    }

    private static Particulars ship(
            Optional<String> name, Optional<String> callsign, int shipType, AisDimensions dimensions) {
        return ship(name, callsign, shipType, Optional.empty(), Optional.empty(), dimensions);
    }

    private static Particulars voyage(AisMessage.StaticVoyageData message) {
        var imo = message.imo();
        return ship(
                message.name(),
                message.callsign(),
                message.shipType(),
                imo.isPresent() ? Optional.of(Integer.toString(imo.getAsInt())) : Optional.empty(),
                message.destination(),
                message.dimensions());
    }

    private static Particulars ship(
            Optional<String> name,
            Optional<String> callsign,
            int shipType,
            Optional<String> imo,
            Optional<String> destination,
            AisDimensions dimensions) {
        return new Particulars(
                name,
                callsign,
                shipType == 0 ? Optional.empty() : Optional.of(Integer.toString(shipType)),
                Optional.empty(),
                imo,
                destination,
                OptionalInt.empty(),
                OptionalInt.empty(),
                positive(dimensions.length()),
                positive(dimensions.beam()));
    }

    private static OptionalInt positive(int metres) {
        return metres > 0 ? OptionalInt.of(metres) : OptionalInt.empty();
    }
}
