package org.renkei.kernel.track;

import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;

/// What a release of tracks to a party rests on, and what of it is allowed now.
///
/// @param word says nothing to the party
/// @param now the ground on which all that was told on this one rests from now on; the same word as
/// long as nothing has changed
/// @param label of what is left, as addressed to the party; null where the sender does not say
/// @param coarsening how what was told is made coarser first; null where it stays as it is
public record Ground(
        String word,
        String now,
        @Nullable Label label,
        @Nullable Coarsening coarsening) {
    /// Of one party, at one time.
    public static final int MOST = 1_000;

    /// One of which only is known that it stands.
    public static Ground standing(String word) {
        return new Ground(word, word, null, null);
    }

    /// Whether what was told on it may be kept as it is.
    public boolean stands() {
        return word.equals(now) && coarsening == null;
    }
}
