package org.renkei.kernel.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// A nation's own rules on what it releases, beyond labels and agreements: one version, in force from a day on.
///
/// @param version counts from 1; 0 for the policy of a node that has none
/// @param many more records than this at once are many
public record ReleasePolicy(int version, LocalDate from, int many, List<PolicyRule> rules) {
    /// Nothing is sent to an officer.
    public static final ReleasePolicy NONE = new ReleasePolicy(0, LocalDate.EPOCH, 100, List.of());

    public ReleasePolicy {
        rules = List.copyOf(rules);
        if (many < 1) {
            throw new IllegalArgumentException("many is more than " + many);
        }
        var ids = new HashSet<String>();
        for (var rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are named " + rule.id());
            }
        }
    }

    /// Every rule that a release meets.
    public List<PolicyRule> matching(Circumstances circumstances) {
        return rules.stream().filter(rule -> rule.fits(circumstances)).toList();
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }
}
