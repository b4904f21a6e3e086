package org.renkei.kernel.contacts;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.OfficeHours;

/// All that is seen of how offices are reached, by nation and name. The order of arrival changes nothing.
public record PhoneBook(List<OfficeContact> entries) {
    private static final Comparator<OfficeContact> IN_BOOK = Comparator.comparing(OfficeContact::party)
            .thenComparing(OfficeContact::en)
            .thenComparing(OfficeContact.BY_AGE.reversed())
            .thenComparing(one -> one.record().toString());

    public PhoneBook {
        entries = List.copyOf(entries);
    }

    /// @param entries in any order, each once or more often, also in older forms
    public static PhoneBook of(Collection<OfficeContact> entries) {
        Map<UUID, OfficeContact> newest = new HashMap<>();
        entries.forEach(one ->
                newest.merge(one.record(), one, (a, b) -> OfficeContact.BY_AGE.compare(a, b) >= 0 ? a : b));
        return new PhoneBook(newest.values().stream().sorted(IN_BOOK).toList());
    }

    /// What is said of an office: first by its own nation, then by others.
    public List<OfficeContact> of(Body.Member office) {
        return entries.stream()
                .filter(one -> one.office().equals(office.code()))
                .sorted(Comparator.comparing(one -> !one.party().equals(office.party())))
                .toList();
    }

    /// Those of offices that are not among these.
    public List<OfficeContact> besides(Set<String> offices) {
        return entries.stream().filter(one -> !offices.contains(one.office())).toList();
    }

    /// The hours that the nation of an office said last itself: nobody says when another's office works.
    public Optional<OfficeHours> hours(Body.Member office) {
        return entries.stream()
                .filter(one ->
                        one.party().equals(office.party()) && one.office().equals(office.code()) && one.hours() != null)
                .max(OfficeContact.BY_AGE.thenComparing(one -> one.record().toString()))
                .map(OfficeContact::hours);
    }
}
