package org.renkei.kernel.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Act.Progress;

/// A case as it follows from what is held of it: for the statements that two hold, the same at both.
///
/// @param opening null while it is not here; for a nation that joined later, its admission
/// @param nations those of the opening and those admitted since
/// @param phases how each nation sees the situation that has said so
/// @param told statements in the order in which they count
/// @param waiting those that name something that is not here
/// @param closedBy the nations that have closed it since it was last opened
/// @param receipts by statement, who has read or acknowledged it
public record Case(
        UUID id,
        @Nullable Statement opening,
        State state,
        Set<String> nations,
        Map<String, Phase> phases,
        List<Told> told,
        List<Statement> waiting,
        Set<String> closedBy,
        List<Asked> asked,
        List<Consultation> consultations,
        List<Undertaking> undertakings,
        List<Joining> joining,
        Map<UUID, List<Received>> receipts) {
    public Case {
        nations = Set.copyOf(nations);
        phases = Map.copyOf(phases);
        told = List.copyOf(told);
        waiting = List.copyOf(waiting);
        closedBy = Set.copyOf(closedBy);
        asked = List.copyOf(asked);
        consultations = List.copyOf(consultations);
        undertakings = List.copyOf(undertakings);
        joining = List.copyOf(joining);
        receipts = Map.copyOf(receipts);
    }

    public enum State implements Coded {
        OPEN,
        /// One nation has closed it and others have not.
        CLOSING,
        CLOSED
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

    public enum AskedState implements Coded {
        OPEN,
        OFFERED,
        ACCEPTED_IN_PART,
        ACCEPTED,
        ANSWERED,
        DECLINED,
        DONE,
        WITHDRAWN
    }

    /// A request for information or assistance, with all that came of it.
    ///
    /// @param accepted sum of the accepted quantities
    public record Asked(
            Statement said,
            AskedState state,
            List<Offered> offers,
            List<Statement> answers,
            List<Statement> refusals,
            long accepted) {
        public boolean isOver() {
            return switch (state) {
                case ANSWERED, DECLINED, DONE, WITHDRAWN -> true;
                case OPEN, OFFERED, ACCEPTED_IN_PART, ACCEPTED -> false;
            };
        }
    }

    public enum OfferState implements Coded {
        OFFERED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /// @param acceptance the newest
    /// @param progress what its giver said last of how it goes
    public record Offered(
            Statement said,
            OfferState state,
            @Nullable Statement acceptance,
            @Nullable Progress progress) {}

    /// A consultation and its minutes: each nation's newest version, and which nations agree that all say
    /// the same.
    public record Consultation(
            Statement called, boolean withdrawn, Map<String, Statement> versions, Set<String> agreedBy) {
        public Consultation {
            versions = Map.copyOf(versions);
            agreedBy = Set.copyOf(agreedBy);
        }

        public boolean isAgreed() {
            return agreedBy.containsAll(called.to());
        }
    }

    /// A task to self, an escalation or a delegation.
    ///
    /// @param progress of a task, what was said last
    /// @param result of an escalation or a delegation
    public record Undertaking(
            Statement said,
            boolean withdrawn,
            @Nullable Progress progress,
            @Nullable Statement result) {
        public boolean isOver() {
            return withdrawn || result != null || progress == Progress.DONE || progress == Progress.NOT_POSSIBLE;
        }
    }

    public enum JoiningState implements Coded {
        PROPOSED,
        /// All nations want it; the one that opened the case has still to admit it.
        ASSENTED,
        DECLINED,
        WITHDRAWN,
        /// Another joined meanwhile, who was not asked: it has to be proposed anew.
        LAPSED,
        JOINED
    }

    /// A nation that shall join.
    ///
    /// @param assented who wants it, the proposer among them
    /// @param refused who does not
    public record Joining(Statement said, String party, JoiningState state, Set<String> assented, Set<String> refused) {
        public Joining {
            assented = Set.copyOf(assented);
            refused = Set.copyOf(refused);
        }

        public boolean isOver() {
            return state != JoiningState.PROPOSED && state != JoiningState.ASSENTED;
        }

        /// Who has still to say whether it wants that; nobody once it is over.
        public Set<String> waitedFor() {
            return said.to().stream().filter(this::isOpenTo).collect(Collectors.toCollection(TreeSet::new));
        }

        public boolean isOpenTo(String nation) {
            return state == JoiningState.PROPOSED
                    && !assented.contains(nation)
                    && said.to().contains(nation);
        }
    }

    /// Code of the body where the case was moved last, or opened; empty while it was not.
    public String body() {
        return fitting()
                .filter(one -> one.equals(opening) || one.act() == Act.ESCALATE || one.act() == Act.DELEGATE)
                .flatMap(one -> one.text("body").stream())
                .reduce((a, b) -> b)
                .orElse("");
    }

    /// Nations whose present view of the situation some nation of the case was not told: it joined later.
    public Set<String> phasesToSayAnew() {
        var last = new TreeMap<String, Statement>();
        fitting()
                .filter(one -> one.act() == Act.OPEN || one.act() == Act.ADMIT || one.act() == Act.PHASE)
                .forEach(one -> last.put(one.party(), one));
        return last.values().stream()
                .filter(one -> !one.to().containsAll(nations))
                .map(Statement::party)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Statement> fitting() {
        return told.stream().filter(Told::fits).map(Told::statement);
    }

    public record Received(String party, Act.Receipt receipt, Instant time) {}

    /// The phases in the order of the nations' codes.
    public Map<String, Phase> phasesByNation() {
        return new TreeMap<>(phases);
    }

    public boolean isReceivedBy(String party, UUID record) {
        return receipts.getOrDefault(record, List.of()).stream()
                .anyMatch(one -> one.party().equals(party));
    }
}
