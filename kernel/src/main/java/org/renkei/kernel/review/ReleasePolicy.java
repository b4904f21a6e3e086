package org.renkei.kernel.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// A nation's own rules on what it releases, beyond labels and agreements: one version, in force from a day on.
///
/// @param version counts from 1; 0 for the policy of a node that has none
/// @param many more records than this are many: together, or one after the other by one author to one party
/// @param manyHours for how long what an author has released counts with what they release now, 1 to 720
public record ReleasePolicy(int version, LocalDate from, int many, int manyHours, List<PolicyRule> rules) {
    /// For how long, where a policy does not say.
    public static final int USUAL_MANY_HOURS = 1;

    public static final int MAX_MANY_HOURS = 720;

    /// Nothing is sent to an officer.
    public static final ReleasePolicy NONE = new ReleasePolicy(0, LocalDate.EPOCH, 100, USUAL_MANY_HOURS, List.of());

    public ReleasePolicy {
        rules = List.copyOf(rules);
        if (many < 1) {
            throw new IllegalArgumentException("many is more than " + many);
        }
        if (manyHours < 1 || manyHours > MAX_MANY_HOURS) {
            throw new IllegalArgumentException("many within 1 to " + MAX_MANY_HOURS + " hours, not " + manyHours);
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

    /// Whether a rule asks how many records are released.
    public boolean countsMany() {
        return rules.stream().anyMatch(rule -> rule.cause() == Cause.MANY);
    }

    /// @param earlier what the author has released to the party within [#manyHours], with nobody being asked
    /// @param now what they release together
    public boolean isMany(long earlier, int now) {
        return earlier + now > many;
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }
}
