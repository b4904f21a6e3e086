package org.renkei.ogcapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;

/// The parameter `datetime`: a moment, or an interval with both ends in it; null is open.
public record Period(@Nullable Instant from, @Nullable Instant to) {
    public static final Period ALWAYS = new Period(null, null);

    /// @param text by RFC 3339, such as `2026-04-01T00:00:00Z`, `2026-04-01T00:00:00Z/..` or `../2026-04-01T00:00:00Z`
    public static Period parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            var moment = moment(text, text);
            return new Period(moment, moment);
        }
        var from = end(text.substring(0, slash), text);
        var to = end(text.substring(slash + 1), text);
        if (from != null && to != null && from.isAfter(to)) {
            throw unreadable(text);
        }
        return new Period(from, to);
    }

    /// Whether something that took place at that time counts; what says no time always counts.
    public boolean holds(@Nullable Instant time) {
        return time == null || (from == null || !time.isBefore(from)) && (to == null || !time.isAfter(to));
    }

    private static @Nullable Instant end(String text, String whole) {
        return text.isEmpty() || text.equals("..") ? null : moment(text, whole);
    }

    private static Instant moment(String text, String whole) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw unreadable(whole);
        }
    }

    private static Problem unreadable(String text) {
        return new Problem(
                Category.BAD_REQUEST,
                "datetime is a time such as 2026-04-01T00:00:00Z, or two with a slash between, '..' for an open end; not "
                        + text,
                "datetime は 2026-04-01T00:00:00Z のような時刻、または斜線で区切った二つの時刻（開いた端は ..）です: " + text);
    }
}
