package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What one party gets of one revision of a record, and why. `reasons` names every rule that was evaluated for the
/// record's own label and for each portion, failed ones first.
public sealed interface Decision {

    /// The recipient's name: a party, or one node of it.
    String party();

    LocalDate asOf();

    List<Reason> reasons();

    /// The whole record.
    record Released(String party, LocalDate asOf, List<Reason> reasons) implements Decision {
        public Released {
            reasons = List.copyOf(reasons);
        }
    }

    /// The record without some places, or with coarser values there. With `onlyPortions` the record's own label forbids
    /// release and nothing goes but the named portions.
    record Redacted(
            String party, LocalDate asOf, List<Reason> reasons, List<Redaction> redactions, boolean onlyPortions)
            implements Decision {
        public Redacted {
            reasons = List.copyOf(reasons);
            redactions = List.copyOf(redactions);
        }
    }

    /// Nothing.
    record Withheld(String party, LocalDate asOf, List<Reason> reasons) implements Decision {
        public Withheld {
            reasons = List.copyOf(reasons);
        }
    }

    /// Nothing yet: all that is missing is a consent, and a human can ask for it.
    record NeedsReview(String party, LocalDate asOf, List<Reason> reasons) implements Decision {
        public NeedsReview {
            reasons = List.copyOf(reasons);
        }
    }

    /// The word of the API, the audit log and the reports.
    default String word() {
        return switch (this) {
            case Released released -> "released";
            case Redacted redacted -> "redacted";
            case Withheld withheld -> "withheld";
            case NeedsReview needsReview -> "needs-review";
        };
    }

    /// What is removed or made coarser, and whether nothing but portions goes: tells two decisions of one word apart.
    default String cuts() {
        return this instanceof Redacted redacted
                ? redacted.redactions().stream()
                        .map(one -> one.at() + " " + one.otherwise().code())
                        .collect(Collectors.joining("\n", redacted.onlyPortions() ? "only\n" : "", ""))
                : "";
    }

    /// True when something of the record leaves.
    default boolean leaves() {
        return this instanceof Released || this instanceof Redacted;
    }
}
