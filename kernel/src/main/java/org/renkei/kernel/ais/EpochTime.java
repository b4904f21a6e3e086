package org.renkei.kernel.ais;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/// Times as lines write them.
final class EpochTime {
    private static final int FEWEST = 9;
    private static final int SECONDS = 10;
    private static final int MOST = 13;

    private EpochTime() {}

    /// Seconds since 1970 (up to ten digits) or milliseconds (more), as milliseconds.
    static OptionalLong parse(String digits) {
        if (digits.length() < FEWEST
                || digits.length() > MOST
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        var number = Long.parseLong(digits);
        return OptionalLong.of(digits.length() <= SECONDS ? number * 1000 : number);
    }

    /// The fields of a `$PGHP` line from the year on.
    static OptionalLong parse(String[] fields, int year) {
        try {
            return OptionalLong.of(LocalDateTime.of(
                            Integer.parseInt(fields[year]),
                            Integer.parseInt(fields[year + 1]),
                            Integer.parseInt(fields[year + 2]),
                            Integer.parseInt(fields[year + 3]),
                            Integer.parseInt(fields[year + 4]),
                            Integer.parseInt(fields[year + 5]),
                            Integer.parseInt(fields[year + 6]) * 1_000_000)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli());
        } catch (NumberFormatException | DateTimeException unreadable) {
            return OptionalLong.empty();
        }
    }
}
