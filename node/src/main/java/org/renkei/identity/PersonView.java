package org.renkei.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as the API shows one.
public record PersonView(
        UUID id,
        String signInName,
        Map<String, String> name,
        String nation,
        String organisation,
        List<String> bodies,
        List<String> roles,
        String clearance,
        List<String> caveats,
        @Nullable String clearedUntil,
        List<String> languages,
        boolean active) {

    public static PersonView of(Person person) {
        var until = person.clearance().until();
        return new PersonView(
                person.id(),
                person.signInName(),
                Map.of("en", person.nameEn(), "ja", person.nameJa()),
                person.nation(),
                person.organisation(),
                person.bodies(),
                person.roles().stream().map(Role::text).sorted().toList(),
                person.clearance().level().name(),
                person.clearance().caveats(),
                until == null ? null : until.toString(),
                person.languages(),
                person.active());
    }
}
