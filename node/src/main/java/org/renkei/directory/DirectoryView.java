package org.renkei.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.OfficeHours;
import org.renkei.kernel.contacts.OfficeContact;
import org.renkei.kernel.contacts.PhoneBook;
import org.renkei.kernel.label.Label;

/// The directory as the API shows it.
///
/// @param bodies the highest level first
/// @param others entries of offices that sit in none of these
/// @param asOf of what is open
public record DirectoryView(String own, Instant asOf, List<BodyView> bodies, List<ContactView> others) {
    public record BodyView(String code, String level, Map<String, String> name, List<OfficeView> offices) {}

    /// @param hours `08:30–17:15` in the zone; empty for an office that never closes
    /// @param said whether its nation says these hours itself; else they are those of the register here
    /// @param changes when it closes, or opens next; null for one that never closes
    public record OfficeView(
            String code,
            String party,
            Map<String, String> name,
            String zone,
            String hours,
            boolean said,
            boolean open,
            @Nullable Instant changes,
            List<ContactView> contacts) {}

    /// One entry of the phone book, as its nation says it. What it does not say is empty.
    public record ContactView(
            UUID record,
            String party,
            boolean own,
            Instant at,
            Map<String, String> name,
            String telephone,
            String mail,
            String radio,
            String chat,
            Map<String, String> duty,
            String languages,
            Map<String, String> remarks,
            String label) {}

    /// What is the same for all of one directory.
    private record Reading(String self, PhoneBook book, Map<UUID, Label> labels, Instant now) {
        BodyView body(Body body) {
            return new BodyView(
                    body.code(),
                    body.level().code(),
                    names(body.nameEn(), body.nameJa()),
                    body.members().stream().map(this::office).toList());
        }

        private OfficeView office(Body.Member office) {
            var said = book.hours(office);
            var hours = said.orElse(office.hours());
            var standing = office.clock(hours).standing(now);
            return new OfficeView(
                    office.code(),
                    office.party(),
                    names(office.officeEn(), office.officeJa()),
                    hours.zone().getId(),
                    text(hours),
                    said.isPresent(),
                    standing.isOpen(),
                    standing.changes(),
                    book.of(office).stream().map(this::contact).toList());
        }

        ContactView contact(OfficeContact one) {
            return new ContactView(
                    one.record(),
                    one.party(),
                    one.party().equals(self),
                    one.time().instant(),
                    names(one.en(), one.ja()),
                    one.telephone(),
                    one.mail(),
                    one.radio(),
                    one.chat(),
                    names(one.dutyEn(), one.dutyJa()),
                    one.languages(),
                    names(one.remarksEn(), one.remarksJa()),
                    Objects.requireNonNull(labels.get(one.record())).text());
        }
    }

    static DirectoryView of(String self, List<Body> bodies, PhoneBook book, Map<UUID, Label> labels, Instant now) {
        var reading = new Reading(self, book, labels, now);
        var offices = bodies.stream()
                .flatMap(body -> body.members().stream())
                .map(Body.Member::code)
                .collect(Collectors.toSet());
        return new DirectoryView(
                self,
                now,
                bodies.stream()
                        .sorted(Comparator.comparing(Body::level))
                        .map(reading::body)
                        .toList(),
                book.besides(offices).stream().map(reading::contact).toList());
    }

    private static String text(OfficeHours hours) {
        return hours.isAlwaysOpen() ? "" : hours.from() + "–" + hours.until();
    }

    private static Map<String, String> names(String en, String ja) {
        return Map.of("en", en, "ja", ja);
    }
}
