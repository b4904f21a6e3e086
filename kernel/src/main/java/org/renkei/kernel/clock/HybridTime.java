package org.renkei.kernel.clock;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// A moment: microseconds since 1970-01-01T00:00Z (until the year 2255) and a counter from 0 to 1,023, in that order.
/// Its packed form and its text order the same way.
public record HybridTime(long micros, int counter) implements Comparable<HybridTime> {
    public static final long MAX_MICROS = (1L << 53) - 1;
    public static final int MAX_COUNTER = 1023;
    public static final HybridTime ZERO = new HybridTime(0, 0);

    private static final int COUNTER_BITS = 10;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final Pattern TEXT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\.(\\d{6})Z\\.(\\d{4})");

    public HybridTime {
        if (micros < 0 || micros > MAX_MICROS) {
            throw new IllegalArgumentException("microseconds out of range: " + micros);
        }
        if (counter < 0 || counter > MAX_COUNTER) {
            throw new IllegalArgumentException("counter out of range: " + counter);
        }
    }

    /// 53 bits of microseconds above 10 bits of counter; never negative.
    public long packed() {
        return micros << COUNTER_BITS | counter;
    }

    /// @throws IllegalArgumentException when negative
    public static HybridTime ofPacked(long packed) {
        return new HybridTime(packed >> COUNTER_BITS, (int) (packed & MAX_COUNTER));
    }

    /// Microseconds since 1970 of an instant.
    ///
    /// @throws ArithmeticException some 290,000 years from then
    public static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /// The physical part.
    public Instant instant() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// For example `2016-04-15T16:25:06.000000Z.0017`; always of the same length.
    @Override
    public String toString() {
        String second = instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String withoutZone = second.substring(0, second.length() - 1);
        return "%s.%06dZ.%04d".formatted(withoutZone, micros % MICROS_PER_SECOND, counter);
    }

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException for any other text
    public static HybridTime parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a hybrid time: " + text);
        }
        try {
            long seconds = Instant.parse(matcher.group(1) + "Z").getEpochSecond();
            long micros = seconds * MICROS_PER_SECOND + Integer.parseInt(matcher.group(2));
            return new HybridTime(micros, Integer.parseInt(matcher.group(3)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a hybrid time: " + text, e);
        }
    }

    @Override
    public int compareTo(HybridTime other) {
        return Long.compare(packed(), other.packed());
    }
}
