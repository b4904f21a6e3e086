package org.renkei.kernel.relief.moves;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cases.Objection;

/// A convoy or sortie as it follows from what is held of it: for the statements that two hold, the same at
/// both.
///
/// @param plan null while it is not here
/// @param told statements in the order in which they count
/// @param waiting those that name something that is not here
/// @param stages the legs in their order
/// @param delay the newest that has not been overtaken by an arrival
/// @param receipt the newest of the nation that it is brought to
public record Move(
        UUID id,
        @Nullable Statement plan,
        Set<String> nations,
        List<Told> told,
        List<Statement> waiting,
        List<Stage> stages,
        @Nullable Statement delay,
        @Nullable Statement cancelled,
        @Nullable Statement receipt) {
    public Move {
        nations = Set.copyOf(nations);
        told = List.copyOf(told);
        waiting = List.copyOf(waiting);
        stages = List.copyOf(stages);
    }

    /// Those that depart first in front; those without a plan last.
    public static final Comparator<Move> ORDER = Comparator.<Move, Instant>comparing(
                    one -> one.stages().isEmpty()
                            ? Instant.MAX
                            : one.stages().getFirst().leg().departure())
            .thenComparing(one -> one.id().toString());

    /// A statement and why it does not fit; it fits when there is no objection.
    public record Told(Statement statement, List<Objection> objections) {
        public Told {
            objections = List.copyOf(objections);
        }

        public boolean fits() {
            return objections.isEmpty();
        }
    }

    /// One leg and how far it is.
    ///
    /// @param departure when it is expected to depart by what was said last: what was late before delays it
    /// @param arrival when it is expected to arrive
    /// @param departed null until somebody said so
    /// @param arrived null until somebody said so
    public record Stage(
            Leg leg,
            Instant departure,
            Instant arrival,
            @Nullable Statement departed,
            @Nullable Statement arrived) {}

    public enum Status implements Coded {
        PLANNED,
        UNDER_WAY,
        /// Expected later than planned, departed or not.
        DELAYED,
        ARRIVED,
        CANCELLED
    }

    public Status status() {
        if (cancelled != null) {
            return Status.CANCELLED;
        }
        if (stages.isEmpty()) {
            return Status.PLANNED;
        }
        var last = stages.getLast();
        if (last.arrived() != null) {
            return Status.ARRIVED;
        }
        if (last.arrival().isAfter(last.leg().arrival())) {
            return Status.DELAYED;
        }
        return isDeparted() ? Status.UNDER_WAY : Status.PLANNED;
    }

    public boolean isDeparted() {
        return !stages.isEmpty() && stages.getFirst().departed() != null;
    }

    /// Whether nothing of it is still to come.
    public boolean isOver() {
        return switch (status()) {
            case ARRIVED, CANCELLED -> true;
            case PLANNED, UNDER_WAY, DELAYED -> false;
        };
    }

    /// The next leg that has not arrived.
    public Optional<Stage> next() {
        return isOver()
                ? Optional.empty()
                : stages.stream().filter(one -> one.arrived() == null).findFirst();
    }

    /// Whether the next departure or arrival should have been said by now.
    public boolean isSilent(Instant now) {
        return next().filter(one -> (one.departed() == null ? one.departure() : one.arrival()).isBefore(now))
                .isPresent();
    }

    /// The nation that it is brought to.
    public Optional<String> receiver() {
        return said("receiver");
    }

    public Optional<String> item() {
        return said("item");
    }

    public Optional<String> unit() {
        return said("unit");
    }

    public Optional<UUID> need() {
        return Optional.ofNullable(plan).flatMap(one -> one.id("need"));
    }

    public Optional<UUID> offer() {
        return Optional.ofNullable(plan).flatMap(one -> one.id("offer"));
    }

    /// What it was planned with.
    public long carried() {
        return plan == null ? 0 : plan.number("quantity").orElse(0L);
    }

    /// What the nation that runs it says it delivered; 0 while it has not arrived.
    public long delivered() {
        var last = stages.isEmpty() ? null : stages.getLast().arrived();
        return last == null ? 0 : last.number("delivered").orElse(0L);
    }

    /// What the receiver says it has.
    public long received() {
        return receipt == null ? 0 : receipt.number("quantity").orElse(0L);
    }

    /// Whether both said how much it was, and not the same.
    public boolean isDisputed() {
        return receipt != null && delivered() > 0 && received() != delivered();
    }

    private Optional<String> said(String name) {
        return Optional.ofNullable(plan).flatMap(one -> one.text(name));
    }
}
