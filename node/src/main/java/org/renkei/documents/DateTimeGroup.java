package org.renkei.documents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times on paper as a date-time group in UTC (ACP 121): `141230Z Apr 26`, the same in both languages.
public final class DateTimeGroup {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("ddHHmm'Z' MMM yy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private DateTimeGroup() {}

    /// A dash where there is none.
    public static String of(@Nullable Instant time) {
        return time == null ? "–" : FORM.format(time);
    }
}
