package org.renkei.kernel.cases;

import java.util.List;
import java.util.Optional;

/// Where the offices of several parties meet: a body of a coordination mechanism, or one office that others
/// turn to.
public record Body(String code, String nameEn, String nameJa, Level level, List<Member> members) {
    public Body {
        members = List.copyOf(members);
    }

    /// The office of one party; persons are not named.
    public record Member(String party, String officeEn, String officeJa, OfficeHours hours) {
        public BusinessClock clock() {
            return new BusinessClock(hours, Holidays.of(party));
        }
    }

    public Optional<Member> member(String party) {
        return members.stream().filter(one -> one.party().equals(party)).findFirst();
    }
}
