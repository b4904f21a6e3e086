package org.renkei.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the holidays that the Cabinet Office of Japan and the Office of Personnel Management of the
/// United States published.
class BusinessClockTest {
    private static final BusinessClock TOKYO = clock("Asia/Tokyo", "08:30", "17:15", Holidays.JAPAN);
    private static final BusinessClock WASHINGTON = clock("America/New_York", "09:00", "17:00", Holidays.UNITED_STATES);

    private static BusinessClock clock(String zone, String from, String until, Holidays holidays) {
        var hours = new OfficeHours(ZoneId.of(zone), LocalTime.parse(from), LocalTime.parse(until));
        return new BusinessClock(hours, holidays);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016 01-01 01-11 02-11 03-20 03-21 04-29 05-03 05-04 05-05 07-18 08-11 09-19 09-22 10-10 11-03 11-23 12-23",
                "2019 01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23"
                        + " 10-14 10-22 11-03 11-04 11-23",
                "2020 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03"
                        + " 11-23",
                "2021 01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23",
                "2024 01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23"
                        + " 10-14 11-03 11-04 11-23",
                "2025 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03"
                        + " 11-23 11-24",
                "2026 01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03"
                        + " 11-23"
            })
    void japansHolidaysFollowFromItsLaw(String published) {
        assertThat(year(published, JapanHolidays::isHoliday)).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020 01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
                "2021 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
                "2022 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
                "2026 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"
            })
    void americanHolidaysFollowFromItsLaw(String published) {
        assertThat(year(published, UsHolidays::isHoliday)).isEqualTo(published);
    }

    private static String year(String published, Predicate<LocalDate> isHoliday) {
        var first = LocalDate.of(Integer.parseInt(published.substring(0, 4)), 1, 1);
        var days = Stream.iterate(first, day -> day.getYear() == first.getYear(), day -> day.plusDays(1))
                .filter(isHoliday)
                .map(day -> day.toString().substring(5))
                .toList();
        return first.getYear() + " " + String.join(" ", days);
    }

    @Test
    void anOfficeCountsItsOwnHoursAlone() {
        var friday = Instant.parse("2026-05-01T07:00:00Z");
        assertThat(TOKYO.after(friday, Duration.ofHours(2)))
                .as("16:00 on the Friday before Golden Week: 1 h 15 min, then Thursday 7 May from 08:30")
                .isEqualTo(Instant.parse("2026-05-07T00:15:00Z"));
        assertThat(TOKYO.holidaysBetween(friday, Instant.parse("2026-05-07T00:15:00Z")))
                .containsExactly(
                        LocalDate.parse("2026-05-03"),
                        LocalDate.parse("2026-05-04"),
                        LocalDate.parse("2026-05-05"),
                        LocalDate.parse("2026-05-06"));
        assertThat(TOKYO.after(Instant.parse("2026-12-28T08:00:00Z"), Duration.ofHours(1)))
                .as("closed from 29 December to 3 January")
                .isEqualTo(Instant.parse("2027-01-04T00:15:00Z"));
    }

    @Test
    void anAmericanOfficeChangesItsClockAndAJapaneseOneDoesNot() {
        assertThat(WASHINGTON.after(Instant.parse("2026-03-06T21:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-03-09T14:00:00Z"));
        assertThat(WASHINGTON.after(Instant.parse("2026-02-27T21:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
    }

    @Test
    void nobodyIsGivenLessThanIsSaid() {
        var both = List.of(TOKYO, WASHINGTON);
        assertThat(BusinessClock.after(both, Instant.parse("2026-11-23T00:00:00Z"), Duration.ofHours(4)))
                .as("Tokyo keeps Labor Thanksgiving Day, Washington works")
                .isEqualTo(Instant.parse("2026-11-24T03:30:00Z"));
        assertThat(BusinessClock.after(both, Instant.parse("2026-11-26T00:00:00Z"), Duration.ofHours(4)))
                .as("Washington keeps Thanksgiving")
                .isEqualTo(Instant.parse("2026-11-27T18:00:00Z"));
    }

    @Test
    void anOfficeThatNeverClosesCountsEveryHour() {
        var always = new BusinessClock(new OfficeHours(ZoneId.of("Asia/Tokyo"), null, null), Holidays.JAPAN);
        assertThat(always.after(Instant.parse("2026-05-03T00:00:00Z"), Duration.ofHours(30)))
                .isEqualTo(Instant.parse("2026-05-04T06:00:00Z"));
    }

    @Test
    void anOfficeIsOpenFromItsFirstMinuteUntilItsLast() {
        // Friday 3 April 2026, in Tokyo; the Monday after it is a working day
        var opens = Instant.parse("2026-04-02T23:30:00Z");
        var closes = Instant.parse("2026-04-03T08:15:00Z");
        assertThat(TOKYO.standing(opens.minusSeconds(1))).isEqualTo(new BusinessClock.Standing(false, opens));
        assertThat(TOKYO.standing(opens)).isEqualTo(new BusinessClock.Standing(true, closes));
        assertThat(TOKYO.standing(closes.minusSeconds(1))).isEqualTo(new BusinessClock.Standing(true, closes));
        assertThat(TOKYO.standing(closes))
                .as("after the weekend")
                .isEqualTo(new BusinessClock.Standing(false, Instant.parse("2026-04-05T23:30:00Z")));
        assertThat(TOKYO.standing(Instant.parse("2026-05-02T00:00:00Z")))
                .as("after the holidays of May 2026, the last of which is the 6th")
                .isEqualTo(new BusinessClock.Standing(false, Instant.parse("2026-05-06T23:30:00Z")));
        var always = new BusinessClock(new OfficeHours(ZoneId.of("Asia/Tokyo"), null, null), Holidays.JAPAN);
        assertThat(always.standing(closes)).isEqualTo(new BusinessClock.Standing(true, null));
    }
}
