package org.renkei.release;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;

/// Whoever stands between a decision by the rules and what leaves: policy and officers. Only ever holds back.
public interface Gatekeeper {
    /// Begins to watch what is settled in the caller's transaction.
    ///
    /// @param known records that were decided before, of which officers may have ruled
    /// @param atOnce how many records are settled together at somebody's word; 1 when it is about one record, or
    ///     when only the facts have changed
    /// @param author who releases them; null when an officer has looked at them, or only the facts have changed
    Watch watch(Collection<UUID> known, int atOnce, @Nullable String author);

    /// These records may not go to these parties any more, whatever officers might say: nobody is asked about them.
    void forget(Collection<UUID> records, Collection<String> parties);

    /// All that decides for a party beyond markings, rights and agreements; another text means deciding again.
    String facts(String party);

    /// Whether a rule withholds something from the party that its marking would give it.
    boolean withholds(String party);

    /// Over one round of settling.
    interface Watch {
        /// Nations that have consented to this revision going to a party.
        Set<String> consenting(SharedRecord record, String party);

        /// @param marking of the record now
        /// @param before marking over all portions of the revision before, null when there is none
        /// @param holds whether the party holds the record in this marking already
        Answer ask(SharedRecord record, Hash marking, @Nullable Label before, boolean holds, Decision decision);

        /// The party holds something of this kind now.
        void holds(String kind, String party);

        /// What would come out, with nobody being asked.
        Answer wouldAsk(SharedRecord record, Hash marking, Decision decision);

        /// Puts the questions to the officers, with all else that the caller's transaction writes.
        void write();
    }

    /// What comes out, and why, beside the reasons of the decision itself.
    record Answer(Decision decision, List<Note> notes) {
        public Answer {
            notes = List.copyOf(notes);
        }
    }

    /// A reason in both languages, with what would change it.
    record Note(
            String code,
            boolean met,
            String en,
            String ja,
            @Nullable String remedyEn,
            @Nullable String remedyJa) {}
}
