package org.renkei.kernel.adsb;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes reports of squitters: joins the two halves of a position and remembers how well each aircraft
/// knows where it is. Bounded in aircraft and in time. Not for several threads.
public final class Squitters {
    private static final int MOST = 20_000;
    private static final long PAIR_MILLIS = 10_000;
    private static final long NEAR_MILLIS = 60_000;

    private final LinkedHashMap<String, Aircraft> aircraft = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Aircraft {
        private @Nullable CprPosition even;
        private @Nullable CprPosition odd;
        private long evenAt;
        private long oddAt;
        private @Nullable AircraftPosition last;
        private long lastAt;
        private boolean supplementA;
        private OptionalInt nacp = OptionalInt.empty();
    }

    /// @param at epoch milliseconds
    /// @return empty when the squitter says nothing that a report holds
    public Optional<AircraftReport> report(Squitter squitter, long at) {
        var address = squitter.header().address();
        var known = aircraft.computeIfAbsent(address, fresh -> new Aircraft());
        if (aircraft.size() > MOST) {
            aircraft.pollFirstEntry();
        }
        return switch (squitter) {
            case Squitter.Identification said -> said.callsign().map(callsign -> named(address, at, callsign));
            case Squitter.AirbornePosition said -> positioned(known, said, at);
            case Squitter.Velocity said -> Optional.of(moving(address, at, said));
            case Squitter.OperationalStatus said -> {
                known.supplementA = said.supplement();
                known.nacp = said.version() > 0 ? OptionalInt.of(said.nacp()) : OptionalInt.empty();
                yield Optional.empty();
            }
            case Squitter.Other ignored -> Optional.empty();
        };
    }

    private static AircraftReport named(String address, long at, String callsign) {
        return new AircraftReport(
                address,
                OptionalLong.of(at),
                Optional.of(callsign),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static AircraftReport moving(String address, long at, Squitter.Velocity said) {
        return new AircraftReport(
                address,
                OptionalLong.of(at),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                said.speed(),
                said.track(),
                said.heading(),
                asDouble(said.climb()),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static Optional<AircraftReport> positioned(Aircraft known, Squitter.AirbornePosition said, long at) {
        var half = said.position();
        if (half.odd()) {
            known.odd = half;
            known.oddAt = at;
        } else {
            known.even = half;
            known.evenAt = at;
        }
        return position(known, half, at).map(position -> {
            known.last = position;
            known.lastAt = at;
            return new AircraftReport(
                    said.header().address(),
                    OptionalLong.of(at),
                    Optional.empty(),
                    Optional.of(position),
                    asDouble(said.altitude()),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.of(NavigationIntegrity.category(
                            said.header().typeCode(), known.supplementA, said.supplement())),
                    known.nacp);
        });
    }

    private static Optional<AircraftPosition> position(Aircraft known, CprPosition half, long at) {
        var last = known.last;
        if (last != null && Math.abs(at - known.lastAt) <= NEAR_MILLIS) {
            return Optional.of(Cpr.local(half, last));
        }
        var even = known.even;
        var odd = known.odd;
        return even != null && odd != null && Math.abs(known.evenAt - known.oddAt) <= PAIR_MILLIS
                ? Cpr.global(even, odd, half.odd())
                : Optional.empty();
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }
}
