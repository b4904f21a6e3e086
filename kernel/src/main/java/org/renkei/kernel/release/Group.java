package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A name that stands for several parties in a label, such as FVEY; who belongs to it depends on the day.
public record Group(String code, List<Membership> members) {
    public Group {
        members = List.copyOf(members);
    }

    /// From a day (included) until a day (excluded), or open.
    public record Membership(
            String party, LocalDate from, @Nullable LocalDate until) {
        boolean covers(String code, LocalDate day) {
            return party.equals(code) && !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    public boolean holds(String party, LocalDate day) {
        return members.stream().anyMatch(member -> member.covers(party, day));
    }

    /// Every day on which it may change whether the party belongs to it.
    List<LocalDate> turningPoints(String party) {
        return members.stream()
                .filter(member -> member.party().equals(party))
                .flatMap(member -> Stream.of(member.from(), member.until()))
                .filter(Objects::nonNull)
                .toList();
    }
}
