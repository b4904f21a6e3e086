package org.renkei.kernel.release;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;

/// What must be added to a party's ledger so that it holds of a record what a decision says, and nothing more: a pure
/// function of the decision and of what the party holds. What it already holds is not sent again; what it may no longer
/// hold is recalled; a form that may take something back is preceded by a recall, so that nothing older stays behind.
public final class Settling {
    private Settling() {}

    /// What a party holds of one record. `revision` counts what was released to it so far, `form` is the digest of what
    /// it holds, null when it holds nothing.
    public record Held(int revision, @Nullable Hash form) {
        public static final Held NOTHING = new Held(0, null);
    }

    /// What changes for the party.
    public enum Effect {
        NOTHING,
        RELEASED,
        NARROWED,
        RECALLED
    }

    /// First a recall, when `recalls`; then a release of the form, when there is one; `held` is true afterwards.
    public record Change(
            Effect effect, boolean recalls, @Nullable SharedRecord releases, Held held) {}

    /// Whether a decision is known to take nothing back of what the party holds by the one before: labels, word
    /// and cuts are the same. The facts may have changed between the two, so the labels alone say nothing.
    public static boolean isSurelyNotNarrower(
            boolean sameLabels, Decision decision, @Nullable String wordBefore, String cutsBefore) {
        return sameLabels
                && decision.word().equals(wordBefore)
                && decision.cuts().equals(cutsBefore);
    }

    /// @param surelyNotNarrower as [#isSurelyNotNarrower] says
    /// @param mayHold whether the party may hold the record of that id, for references
    public static Change settle(
            SharedRecord record, Decision decision, Held held, boolean surelyNotNarrower, Predicate<UUID> mayHold) {
        var form = OutwardForm.of(record, decision, held.revision() + 1, mayHold);
        if (form.isEmpty()) {
            return recall(held);
        }
        var digest = digest(form.get());
        if (digest.equals(held.form())) {
            return new Change(Effect.NOTHING, false, null, held);
        }
        var narrows = held.form() != null && !surelyNotNarrower;
        return new Change(
                narrows ? Effect.NARROWED : Effect.RELEASED,
                narrows,
                form.get(),
                new Held(held.revision() + 1, digest));
    }

    /// The party may hold nothing of the record any more.
    public static Change recall(Held held) {
        return held.form() == null
                ? new Change(Effect.NOTHING, false, null, held)
                : new Change(Effect.RECALLED, true, null, new Held(held.revision(), null));
    }

    /// The form a party holds after a decision, to the byte: numbered as it is sent, or, where the party holds it
    /// already, as it was. Empty when it holds nothing then.
    public static Optional<SharedRecord> form(
            SharedRecord record, Decision decision, Held held, Predicate<UUID> mayHold) {
        return OutwardForm.of(record, decision, held.revision() + 1, mayHold)
                .map(form -> digest(form).equals(held.form()) ? form.withRevision(held.revision()) : form);
    }

    /// The digest of a form whatever its number, so that equal content is recognized.
    public static Hash digest(SharedRecord form) {
        return RecordCodec.digest(form.withRevision(1));
    }
}
