package org.renkei.kernel.review;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;

/// One rule of a release policy: which releases it is about, and what is done with them. It can only ever hold
/// something back: what the label or an agreement forbids stays forbidden.
///
/// @param id names the rule in the queue and in the audit log
/// @param parties party codes; empty for every party
/// @param kinds kinds of record; empty for every kind
/// @param atLeast only what is classified so or higher, over all portions; null for everything
/// @param persons how many officers must agree, 1 or 2
/// @param hours until a release that waits is escalated, 1 to 720
public record PolicyRule(
        String id,
        Act act,
        Cause cause,
        Set<String> parties,
        Set<String> kinds,
        @Nullable Classification atLeast,
        int persons,
        int hours) {
    /// What names of rules look like.
    public static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    private static final int MAX_HOURS = 720;

    /// What a rule does.
    public enum Act {
        /// An officer decides.
        REVIEW,
        /// It is not released.
        WITHHOLD
    }

    public PolicyRule {
        parties = Set.copyOf(parties);
        kinds = Set.copyOf(kinds);
        if (!id.matches(NAME)) {
            throw new IllegalArgumentException("'" + id + "' is no name of a rule: small letters, digits and hyphens");
        }
        if (persons < 1 || persons > 2) {
            throw new IllegalArgumentException("rule " + id + ": one or two officers, not " + persons);
        }
        if (hours < 1 || hours > MAX_HOURS) {
            throw new IllegalArgumentException("rule " + id + ": 1 to " + MAX_HOURS + " hours, not " + hours);
        }
        if (act == Act.WITHHOLD && cause != Cause.ALWAYS) {
            throw new IllegalArgumentException(
                    "rule " + id + ": what is withheld is withheld always, whatever the cause");
        }
    }

    boolean fits(Circumstances of) {
        return (cause == Cause.ALWAYS || of.causes().contains(cause))
                && (parties.isEmpty() || parties.contains(of.party()))
                && (kinds.isEmpty() || kinds.contains(of.kind()))
                && (atLeast == null || of.classification().level() >= atLeast.level());
    }
}
