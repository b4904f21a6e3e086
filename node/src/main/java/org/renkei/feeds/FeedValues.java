package org.renkei.feeds;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers and times as sources write them, Japanese eras and full-width digits included.
final class FeedValues {
    private static final Pattern ERA_TIME =
            Pattern.compile("(令和|平成)(元|\\d{1,2})年(\\d{1,2})月(\\d{1,2})日(午前|午後)?(?:(\\d{1,2})時(?:(\\d{1,2})分|(半))?)?.*");
    private static final Pattern INDOOR = Pattern.compile("(?:屋内)?([\\d,]+)人?.*");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int YEAR_BEFORE_REIWA = 2018;
    private static final int YEAR_BEFORE_HEISEI = 1988;

    private FeedValues() {}

    /// Null for an empty text.
    static @Nullable Double number(String field, @Nullable String text) throws FeedException {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(narrow(text).replace(",", ""));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new FeedException(FeedProblem.NOT_A_NUMBER, field, text);
    }

    /// Null for an empty text.
    static @Nullable Integer count(String field, @Nullable String text) throws FeedException {
        Double value = number(field, text == null ? null : text.replaceFirst("人$", ""));
        if (value != null && (value < 0 || value > 10_000_000)) {
            throw new FeedException(FeedProblem.NOT_A_NUMBER, field, String.valueOf(text));
        }
        return value == null ? null : (Integer) value.intValue();
    }

    /// The people who fit indoors: `屋内1,371人／屋外5,470人（面積の1/2）` is 1371. Null where no number stands first.
    static @Nullable Integer indoorCapacity(String text) throws FeedException {
        Matcher matcher = INDOOR.matcher(narrow(text));
        return matcher.matches() ? count("想定収容人数", matcher.group(1)) : null;
    }

    /// An ISO 8601 time with its offset.
    static Instant time(String field, @Nullable String text) throws FeedException {
        if (text == null || text.isBlank()) {
            throw new FeedException(FeedProblem.MISSING, field);
        }
        try {
            return inRange(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            throw new FeedException(FeedProblem.NOT_A_TIME, field, text);
        }
    }

    /// `令和6年1月9日午後6時時点`, Japanese time.
    static Instant eraTime(String field, String text) throws FeedException {
        Matcher matcher = ERA_TIME.matcher(narrow(text));
        if (!matcher.matches()) {
            throw new FeedException(FeedProblem.NOT_A_TIME, field, text);
        }
        try {
            return LocalDateTime.of(year(matcher), part(matcher, 3), part(matcher, 4), hour(matcher), minute(matcher))
                    .atZone(JAPAN)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new FeedException(FeedProblem.NOT_A_TIME, field, text);
        }
    }

    /// Four digits of year, as the record's schema wants them.
    static Instant inRange(Instant time) {
        if (time.isBefore(Instant.EPOCH.minusSeconds(62_000_000_000L))
                || time.isAfter(Instant.ofEpochSecond(253_402_300_799L))) {
            throw new DateTimeException("year out of range");
        }
        return time;
    }

    /// Full-width digits and signs to the ones of ASCII.
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static int year(Matcher matcher) {
        int before = "令和".equals(matcher.group(1)) ? YEAR_BEFORE_REIWA : YEAR_BEFORE_HEISEI;
        return before + ("元".equals(matcher.group(2)) ? 1 : Integer.parseInt(matcher.group(2)));
    }

    private static int hour(Matcher matcher) {
        int hour = part(matcher, 6);
        return "午後".equals(matcher.group(5)) && hour < 12 ? hour + 12 : hour;
    }

    private static int minute(Matcher matcher) {
        return matcher.group(8) != null ? 30 : part(matcher, 7);
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
