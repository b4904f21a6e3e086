package org.renkei.kernel.relief;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which offer serves which need.
///
/// @param via record of the place by way of which it comes
/// @param objections why it does not fit; then it changes nothing
public record Assignment(
        UUID id,
        String party,
        Instant stated,
        UUID need,
        UUID offer,
        Amount amount,
        @Nullable UUID via,
        Words viaName,
        @Nullable Instant arrival,
        Decision decision,
        List<Objection> objections) {
    public Assignment {
        objections = List.copyOf(objections);
    }

    public enum Decision {
        PROPOSED,
        /// By the nation that offers, and by nobody else.
        PROMISED,
        CANCELLED;

        static Decision find(String code) {
            return switch (code) {
                case "promised" -> PROMISED;
                case "cancelled" -> CANCELLED;
                default -> PROPOSED;
            };
        }
    }

    /// Why an assignment does not fit.
    ///
    /// @param at JSON pointer into its body
    public record Objection(String at, String english, String japanese) {}

    static final Comparator<Assignment> ORDER = Comparator.comparing(Assignment::stated)
            .thenComparing(one -> one.id().toString());

    /// Empty where it names no need or no offer.
    public static Optional<Assignment> of(ReliefRecord record) {
        return record.record("need")
                .flatMap(need -> record.record("offer")
                        .map(offer -> new Assignment(
                                record.id(),
                                record.party(),
                                record.time().instant(),
                                need,
                                offer,
                                record.amount(),
                                record.record("via").orElse(null),
                                record.words("viaName"),
                                record.instant("arrival").orElse(null),
                                Decision.find(record.textOr("decision", "")),
                                List.of())));
    }

    Assignment with(List<Objection> reasons) {
        return new Assignment(id, party, stated, need, offer, amount, via, viaName, arrival, decision, reasons);
    }

    public boolean fits() {
        return objections.isEmpty();
    }

    boolean counts(Decision as) {
        return fits() && decision == as;
    }
}
