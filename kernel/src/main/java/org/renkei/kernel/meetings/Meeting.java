package org.renkei.kernel.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;

/// A meeting as it follows from what is held of it: for the statements that two hold, the same at both.
///
/// @param opening null while it is not here
/// @param told statements in the order in which they count
/// @param waiting those that name something that is not here
/// @param schedules what was proposed of time and place, the call first
/// @param agreed the newest of them that every nation agrees to; null while there is none
/// @param ending what said that it was held or cancelled; null before
/// @param items of the agenda in its order, without those that were withdrawn
public record Meeting(
        UUID id,
        @Nullable Statement opening,
        Set<String> nations,
        List<Told> told,
        List<Statement> waiting,
        State state,
        List<Proposal> schedules,
        @Nullable Proposal agreed,
        @Nullable Statement ending,
        List<Item> items) {
    public Meeting {
        nations = Set.copyOf(nations);
        told = List.copyOf(told);
        waiting = List.copyOf(waiting);
        schedules = List.copyOf(schedules);
        items = List.copyOf(items);
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

    /// One item of the agenda.
    ///
    /// @param number `1` among the items that all nations are told of; where fewer are told, counted for
    ///     exactly these: `JPN·USA 1`
    /// @param proposal whether it is to be on the agenda
    /// @param position where it is wanted, from 1; at the same place the older one stands first
    /// @param papers that were not taken back
    /// @param outcomes what was proposed as its outcome
    /// @param outcome the newest that all agree to who are told of it
    public record Item(
            String number,
            Proposal proposal,
            long position,
            List<Statement> papers,
            List<Proposal> outcomes,
            @Nullable Proposal outcome) {
        public Item {
            papers = List.copyOf(papers);
            outcomes = List.copyOf(outcomes);
        }

        public Statement said() {
            return proposal.said();
        }

        /// The outcome that all agree to, else the newest that is proposed.
        public Optional<Proposal> latest() {
            return outcome != null
                    ? Optional.of(outcome)
                    : outcomes.stream()
                            .filter(one -> one.standing() == Proposal.Standing.PROPOSED)
                            .reduce((a, b) -> b);
        }

        /// Whether all agree that it comes up at the next meeting.
        public boolean isDeferred() {
            return outcome != null && outcome.said().result() == Result.DEFERRED;
        }
    }

    /// The time and place that count: as agreed last, else as it was called. To be asked of what has an
    /// opening.
    public Statement schedule() {
        return agreed != null ? agreed.said() : schedules.getFirst().said();
    }

    public boolean isOver(Instant now) {
        return !state.isOpen() || schedule().ends().isBefore(now);
    }
}
