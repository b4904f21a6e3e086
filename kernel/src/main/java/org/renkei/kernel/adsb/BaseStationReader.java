package org.renkei.kernel.adsb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads lines of the BaseStation protocol ("SBS-1", TCP port 30003): `MSG,…` with 22 fields, with or
/// without date and time, which are taken as UTC. Also the form of Stratux logs: `START,…` with the time,
/// then nanoseconds since then before each `MSG`. Not for several threads.
public final class BaseStationReader {
    private static final int LONGEST = 1_000;
    private static final int FEWEST_FIELDS = 17;
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss xx 'UTC' uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/M/d");

    private @Nullable Long start;

    public AdsbLine<AircraftReport> read(String line) {
        if (line.length() > LONGEST) {
            return new AdsbLine.Refused<>(AdsbRefusal.LINE_TOO_LONG);
        }
        var text = line.strip();
        if (text.startsWith("START,")) {
            start = startedAt(text.substring("START,".length()));
            return new AdsbLine.Beside<>();
        }
        var fields = text.split(",", -1);
        if (fields[0].equals("MSG")) {
            return message(fields, 0, at(fields));
        }
        if (fields.length > 1 && fields[1].equals("MSG") && start != null) {
            return message(fields, 1, sinceStart(fields[0], start));
        }
        return text.isEmpty() || isBeside(fields[0])
                ? new AdsbLine.Beside<>()
                : new AdsbLine.Refused<>(AdsbRefusal.FORM);
    }

    /// The other kinds of lines: selections, new aircraft, new identities, status, clicks, pauses of a
    /// log, comments.
    private static boolean isBeside(String first) {
        return switch (first) {
            case "SEL", "ID", "AIR", "STA", "CLK", "PAUSE", "UNPAUSE" -> true;
            default -> first.startsWith("#");
        };
    }

    private static AdsbLine<AircraftReport> message(String[] fields, int from, OptionalLong at) {
        if (fields.length < from + FEWEST_FIELDS) {
            return new AdsbLine.Refused<>(AdsbRefusal.FORM);
        }
        var address = fields[from + 4].toLowerCase(Locale.ROOT);
        if (!address.matches("~?[0-9a-f]{6}") || address.endsWith("000000")) {
            return new AdsbLine.Refused<>(AdsbRefusal.ADDRESS);
        }
        try {
            return new AdsbLine.Heard<>(new AircraftReport(
                    address,
                    at,
                    callsign(fields[from + 10]),
                    position(fields[from + 14], fields[from + 15]),
                    number(fields[from + 11], -2_000, 200_000),
                    number(fields[from + 12], 0, 5_000),
                    direction(fields[from + 13]),
                    OptionalDouble.empty(),
                    number(fields[from + 16], -100_000, 100_000),
                    OptionalInt.empty(),
                    OptionalInt.empty()));
        } catch (NumberFormatException unreadable) {
            return new AdsbLine.Refused<>(AdsbRefusal.VALUE);
        }
    }

    private static Optional<String> callsign(String field) {
        var callsign = field.strip();
        return callsign.isEmpty() || callsign.length() > 8 ? Optional.empty() : Optional.of(callsign);
    }

    private static Optional<AircraftPosition> position(String latitude, String longitude) {
        if (latitude.isBlank() || longitude.isBlank()) {
            return Optional.empty();
        }
        var position = new AircraftPosition(within(latitude, -90, 90), within(longitude, -180, 180));
        // Some receivers write 0,0 for a position they do not know.
        return position.latitude() == 0 && position.longitude() == 0 ? Optional.empty() : Optional.of(position);
    }

    private static OptionalDouble direction(String field) {
        return field.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(within(field, 0, 360) % 360);
    }

    private static OptionalDouble number(String field, double least, double most) {
        return field.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(within(field, least, most));
    }

    private static double within(String field, double least, double most) {
        var value = Double.parseDouble(field.strip());
        if (!(value >= least && value <= most)) {
            throw new NumberFormatException(field);
        }
        return value;
    }

    private static OptionalLong at(String[] fields) {
        if (fields.length < 8 || fields[6].isBlank() || fields[7].isBlank()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(LocalDate.parse(fields[6].strip(), DAY)
                    .atTime(LocalTime.parse(fields[7].strip()))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli());
        } catch (DateTimeException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static @Nullable Long startedAt(String text) {
        try {
            return START.parse(text.strip(), Instant::from).toEpochMilli();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static OptionalLong sinceStart(String nanos, long start) {
        return nanos.length() <= 18 && !nanos.isEmpty() && nanos.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(start + Long.parseLong(nanos) / 1_000_000)
                : OptionalLong.empty();
    }
}
