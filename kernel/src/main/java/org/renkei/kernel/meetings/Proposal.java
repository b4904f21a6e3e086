package org.renkei.kernel.meetings;

import java.util.Map;
import java.util.Set;

/// One thing that all who are told of it may agree to: a time and place, an item of the agenda, or its
/// outcome.
///
/// @param agreedBy its writer among them
/// @param objectedBy by nation, with what it said
public record Proposal(Statement said, Standing standing, Set<String> agreedBy, Map<String, Statement> objectedBy) {
    public Proposal {
        agreedBy = Set.copyOf(agreedBy);
        objectedBy = Map.copyOf(objectedBy);
    }

    /// Once all have agreed to it, nobody takes it back; another is proposed.
    public enum Standing {
        /// Not all have answered, or somebody objects.
        PROPOSED,
        AGREED,
        WITHDRAWN,
        /// A newer one was agreed before, or its writer proposed another.
        OVERTAKEN
    }

    /// Whether a nation has still to say what it thinks of it.
    public boolean waitsFor(String party) {
        return standing == Standing.PROPOSED
                && said.to().contains(party)
                && !agreedBy.contains(party)
                && !objectedBy.containsKey(party);
    }
}
