package org.renkei.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.renkei.kernel.cases.Body;

/// A deadline in working hours as the API shows it, with the holidays on which an office waits.
public record DeadlineView(Instant due, List<Office> offices) {

    /// @param hours empty for an office that never closes
    /// @param holidays that fall in between, weekends aside
    public record Office(String party, String en, String ja, String zone, String hours, List<LocalDate> holidays) {}

    static DeadlineView of(Instant now, Instant due, List<Body.Member> members) {
        return new DeadlineView(
                due,
                members.stream()
                        .map(one -> new Office(
                                one.party(),
                                one.officeEn(),
                                one.officeJa(),
                                one.hours().zone().getId(),
                                hours(one),
                                one.clock().holidaysBetween(now, due)))
                        .toList());
    }

    static String hours(Body.Member member) {
        return member.hours().isAlwaysOpen()
                ? ""
                : member.hours().from() + "–" + member.hours().until();
    }
}
