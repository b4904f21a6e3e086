package org.renkei.kernel.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the offices of several parties meet: a body of a coordination mechanism, or one office that others
/// turn to.
public record Body(String code, String nameEn, String nameJa, Level level, List<Member> members) {
    public Body {
        members = List.copyOf(members);
    }

    /// The office of one party; persons are not named.
    ///
    /// @param code by which the register knows the office
    public record Member(String code, String party, String officeEn, String officeJa, OfficeHours hours) {
        public BusinessClock clock() {
            return clock(hours);
        }

        /// The same office, where it works other hours than these here.
        public BusinessClock clock(OfficeHours others) {
            return new BusinessClock(others, Holidays.of(party));
        }
    }

    public Optional<Member> member(String party) {
        return members.stream().filter(one -> one.party().equals(party)).findFirst();
    }

    /// Why a matter does not go from this body to another; null when it may.
    ///
    /// @param act an escalation goes to a higher body and a delegation to a lower one; other acts go nowhere
    public @Nullable Objection against(Act act, Body to) {
        var up = act == Act.ESCALATE;
        if (!up && act != Act.DELEGATE || (up ? to.level.isAbove(level) : level.isAbove(to.level))) {
            return null;
        }
        return new Objection(
                "/body",
                (up ? "an escalation goes to a higher level" : "a delegation goes to a lower level") + ": “" + nameEn
                        + "” is at the level “" + level.english() + "”, “" + to.nameEn + "” at “" + to.level.english()
                        + "”",
                (up ? "付議は上位の機関に対して行います" : "委任は下位の機関に対して行います") + "：「" + nameJa + "」は" + level.japanese() + "、「"
                        + to.nameJa + "」は" + to.level.japanese() + "です");
    }
}
