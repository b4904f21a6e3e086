package org.renkei.kernel.ais;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// One message on the air, of the types 1 to 27 of ITU-R M.1371-5 annex 8. What a message calls "not
/// available" is empty, and so is a value outside its range; numbers of tables (status, type of ship,
/// kind of position fix) stay as they were sent.
public sealed interface AisMessage {
    /// @param type 1 to 27
    /// @param repeat how often it was repeated, 0 to 3
    /// @param mmsi of the sender
    record Header(int type, int repeat, int mmsi) {}

    Header header();

    default int type() {
        return header().type();
    }

    default int mmsi() {
        return header().mmsi();
    }

    /// Types 1, 2 and 3.
    ///
    /// @param status navigational status, 0 to 15
    /// @param turn the indicator of the rate of turn, −127 to 127
    /// @param maneuver 1 no special maneuver, 2 special maneuver, 0 not available
    record PositionReport(
            Header header, int status, OptionalInt turn, AisMovement movement, int maneuver, int communication)
            implements AisMessage {
        /// Degrees a minute, to starboard positive; empty when there is no sensor.
        public OptionalDouble turnRate() {
            if (turn.isEmpty() || Math.abs(turn.getAsInt()) == 127) {
                return OptionalDouble.empty();
            }
            var root = turn.getAsInt() / 4.733;
            return OptionalDouble.of(Math.copySign(root * root, root));
        }
    }

    /// Types 4 and 11. Parts of the time that are not known are 0 (year, month, day), 24 (hour) or 60.
    record BaseStationReport(
            Header header,
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            Optional<AisPosition> position,
            boolean accurate,
            int positionFix,
            boolean raim,
            int communication)
            implements AisMessage {}

    /// Type 5.
    ///
    /// @param imo empty when 0
    /// @param draught metres; empty when 0
    record StaticVoyageData(
            Header header,
            int version,
            OptionalInt imo,
            Optional<String> callsign,
            Optional<String> name,
            int shipType,
            AisDimensions dimensions,
            int positionFix,
            AisArrival arrival,
            OptionalDouble draught,
            Optional<String> destination,
            boolean terminalReady)
            implements AisMessage {}

    /// Type 6.
    record AddressedBinary(
            Header header,
            int sequence,
            int destination,
            boolean retransmitted,
            int areaCode,
            int functionId,
            AisBinary data)
            implements AisMessage {}

    /// Types 7 and 13: up to four messages that are acknowledged.
    record Acknowledgment(Header header, List<Acknowledged> acknowledged) implements AisMessage {
        public Acknowledgment {
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /// @param mmsi whose message
    record Acknowledged(int mmsi, int sequence) {}

    /// Type 8.
    record BroadcastBinary(Header header, int areaCode, int functionId, AisBinary data) implements AisMessage {}

    /// Type 9.
    ///
    /// @param altitude metres; 4094 stands for that or more
    record RescueAircraftReport(
            Header header,
            OptionalInt altitude,
            AisMovement movement,
            int regional,
            boolean terminalReady,
            boolean assigned,
            int communication)
            implements AisMessage {}

    /// Type 10.
    record TimeInquiry(Header header, int destination) implements AisMessage {}

    /// Type 12.
    record AddressedText(Header header, int sequence, int destination, boolean retransmitted, Optional<String> text)
            implements AisMessage {}

    /// Type 14.
    record BroadcastText(Header header, Optional<String> text) implements AisMessage {}

    /// Type 15.
    record Interrogation(Header header, List<Asked> asked) implements AisMessage {
        public Interrogation {
            asked = List.copyOf(asked);
        }
    }

    /// @param message type of the message that is asked for
    /// @param slotOffset where the answer shall be sent
    record Asked(int mmsi, int message, int slotOffset) {}

    /// Type 16.
    record Assignment(Header header, List<Assigned> assigned) implements AisMessage {
        public Assignment {
            assigned = List.copyOf(assigned);
        }
    }

    /// One station and its slots.
    record Assigned(int mmsi, int offset, int increment) {}

    /// Type 17: corrections for satellite navigation.
    record DifferentialCorrections(Header header, Optional<AisPosition> position, AisBinary data)
            implements AisMessage {}

    /// Type 18. `carrierSense` tells a unit of class B "CS" from "SO".
    record ClassBReport(
            Header header,
            AisMovement movement,
            boolean carrierSense,
            boolean display,
            boolean digitalCalling,
            boolean wholeBand,
            boolean message22,
            boolean assigned,
            int communication)
            implements AisMessage {}

    /// Type 19.
    record ExtendedClassBReport(
            Header header,
            AisMovement movement,
            Optional<String> name,
            int shipType,
            AisDimensions dimensions,
            int positionFix,
            boolean terminalReady,
            boolean assigned)
            implements AisMessage {}

    /// Type 20.
    record SlotReservation(Header header, List<Reserved> reserved) implements AisMessage {
        public SlotReservation {
            reserved = List.copyOf(reserved);
        }
    }

    /// Slots that a base station keeps for itself.
    record Reserved(int offset, int number, int timeout, int increment) {}

    /// Type 21.
    ///
    /// @param virtual nothing floats there
    record AidToNavigation(
            Header header,
            int aidType,
            Optional<String> name,
            boolean accurate,
            Optional<AisPosition> position,
            AisDimensions dimensions,
            int positionFix,
            int second,
            boolean offPosition,
            int regional,
            boolean raim,
            boolean virtual,
            boolean assigned)
            implements AisMessage {}

    /// Type 22, for an area or for up to two stations.
    record ChannelManagement(
            Header header,
            int channelA,
            int channelB,
            int transceiverMode,
            boolean lowPower,
            Optional<AisArea> area,
            List<Integer> destinations,
            boolean bandA,
            boolean bandB,
            int zoneSize)
            implements AisMessage {
        public ChannelManagement {
            destinations = List.copyOf(destinations);
        }
    }

    /// Type 23.
    record GroupAssignment(
            Header header,
            Optional<AisArea> area,
            int stationType,
            int shipType,
            int transceiverMode,
            int interval,
            int quietMinutes)
            implements AisMessage {}

    /// Type 24, part A.
    record StaticName(Header header, Optional<String> name) implements AisMessage {}

    /// Type 24, part B.
    ///
    /// @param dimensions empty of an auxiliary craft, which says its mother ship instead
    record StaticShip(
            Header header,
            int shipType,
            Optional<String> vendor,
            int unitModel,
            int serialNumber,
            Optional<String> callsign,
            Optional<AisDimensions> dimensions,
            OptionalInt motherShip)
            implements AisMessage {}

    /// Types 25 and 26.
    ///
    /// @param application area code and function id in one number of 16 bits
    record SlottedBinary(
            Header header, OptionalInt destination, OptionalInt application, AisBinary data, int communication)
            implements AisMessage {}

    /// Type 27, heard by satellites. Position to 1/10 minute, speed and course without decimals.
    record LongRangeReport(Header header, int status, AisMovement movement, boolean currentPosition)
            implements AisMessage {}
}
