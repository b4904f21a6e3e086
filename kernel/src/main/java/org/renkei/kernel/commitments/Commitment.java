package org.renkei.kernel.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;

/// A commitment as it follows from what is held of it: for the statements that two hold, the same at both.
///
/// @param opening null while it is not here
/// @param told statements in the order in which they count
/// @param waiting those that name something that is not here
/// @param proposals what was proposed to agree on, the record of the commitment first
/// @param agreed the newest that every nation agrees to; null while there is none
/// @param due until when, as agreed last; until then, as it was recorded
/// @param owners what each nation said last of which of its offices answers for it
/// @param evidence that was not taken back
public record Commitment(
        UUID id,
        @Nullable Statement opening,
        Set<String> nations,
        List<Told> told,
        List<Statement> waiting,
        List<Proposal> proposals,
        @Nullable Proposal agreed,
        LocalDate due,
        Map<String, Statement> owners,
        List<Statement> evidence) {
    public Commitment {
        nations = Set.copyOf(nations);
        told = List.copyOf(told);
        waiting = List.copyOf(waiting);
        proposals = List.copyOf(proposals);
        owners = Map.copyOf(owners);
        evidence = List.copyOf(evidence);
    }

    /// A statement and why it does not fit; it fits when there is no objection.
    public record Told(Statement statement, List<Objection> objections) {
        public Told {
            objections = List.copyOf(objections);
        }

        public boolean fits() {
            return objections.isEmpty();
        }
    }

    /// How one proposal stands: once all have agreed to it, nobody takes it back; another is proposed.
    public enum Standing {
        /// Not all have answered, or somebody objects.
        PROPOSED,
        AGREED,
        WITHDRAWN,
        /// A newer one was agreed before, or its writer proposed another.
        OVERTAKEN
    }

    /// @param agreedBy its writer among them
    /// @param objectedBy by nation, with what it said
    public record Proposal(
            Statement said, State state, Standing standing, Set<String> agreedBy, Map<String, Statement> objectedBy) {
        public Proposal {
            agreedBy = Set.copyOf(agreedBy);
            objectedBy = Map.copyOf(objectedBy);
        }

        /// Whether a nation has still to say what it thinks of it.
        public boolean waitsFor(String party) {
            return standing == Standing.PROPOSED && !agreedBy.contains(party) && !objectedBy.containsKey(party);
        }
    }

    /// What one nation says alone: proposals that not all agree to.
    public List<Proposal> pending() {
        return proposals.stream()
                .filter(one -> one.standing() == Standing.PROPOSED)
                .toList();
    }

    /// The newest that a nation proposed or agreed to: how it sees the commitment.
    public Optional<Proposal> position(String party) {
        return proposals.stream()
                .filter(one ->
                        one.standing() != Standing.WITHDRAWN && one.agreedBy().contains(party))
                .reduce((a, b) -> b);
    }

    /// Whether all agree that nothing is left to be done.
    public boolean isOver() {
        return agreed != null && agreed.state().isFinal();
    }
}
