package org.renkei.kernel.track;

import java.util.Optional;
import java.util.OptionalInt;

/// What a source says about an object besides where it is. Each is empty when the source does not say it.
///
/// @param type AIS ship type number, ICAO type code or CoT type, as the source writes it
/// @param status AIS navigational status number or the source's own word
/// @param imo IMO ship number
/// @param nic navigation integrity category of an aircraft, 0 to 11
/// @param nacp navigation accuracy category for position of an aircraft, 0 to 11
/// @param length metres
/// @param beam metres
public record Particulars(
        Optional<String> name,
        Optional<String> callsign,
        Optional<String> type,
        Optional<String> status,
        Optional<String> imo,
        Optional<String> destination,
        OptionalInt nic,
        OptionalInt nacp,
        OptionalInt length,
        OptionalInt beam) {
    /// Nothing said.
    public static final Particulars NONE = new Particulars(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    /// A name and nothing else.
    public static Particulars named(String name) {
        return of(Optional.of(name), Optional.empty(), Optional.empty());
    }

    /// How it is called and of what type it is, and nothing else.
    public static Particulars of(Optional<String> name, Optional<String> callsign, Optional<String> type) {
        return new Particulars(
                name,
                callsign,
                type,
                NONE.status,
                NONE.imo,
                NONE.destination,
                NONE.nic,
                NONE.nacp,
                NONE.length,
                NONE.beam);
    }

    /// The same with another status.
    public Particulars withStatus(String other) {
        return new Particulars(name, callsign, type, Optional.of(other), imo, destination, nic, nacp, length, beam);
    }

    /// What is said later counts; what it leaves open stays as it was.
    public Particulars updatedBy(Particulars later) {
        return new Particulars(
                later.name.or(() -> name),
                later.callsign.or(() -> callsign),
                later.type.or(() -> type),
                later.status.or(() -> status),
                later.imo.or(() -> imo),
                later.destination.or(() -> destination),
                later.nic.isPresent() ? later.nic : nic,
                later.nacp.isPresent() ? later.nacp : nacp,
                later.length.isPresent() ? later.length : length,
                later.beam.isPresent() ? later.beam : beam);
    }
}
