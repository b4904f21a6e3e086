package org.renkei.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Somebody who may sign in at this node.
///
/// @param signInName small letters, digits, dot, hyphen, underscore: never the form of a node's name
/// @param nation ISO 3166-1 alpha-3
/// @param bodies at which this person works, by their codes in the register of bodies
public record Person(
        UUID id,
        String signInName,
        String nameEn,
        String nameJa,
        String nation,
        String organisation,
        List<String> bodies,
        Set<Role> roles,
        Clearance clearance,
        List<String> languages,
        boolean active) {

    public Person {
        bodies = List.copyOf(bodies);
        roles = Set.copyOf(roles);
        languages = List.copyOf(languages);
    }

    /// As whom this person writes: name and organisation.
    public String author() {
        return organisation.isEmpty() ? nameEn : nameEn + ", " + organisation;
    }
}
