package org.renkei.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// Which records are looked at, by their markings. A record without a marking passes no sieve but
/// [#EVERYTHING].
///
/// @param passing null for every record
/// @param whole of those that pass, the ones whose stored content may be matched as it is; of the others a
/// form has to be made first
/// @param standing when not null, only what is current and has not ended by then counts as whole
public record Sieve(
        @Nullable List<Layer> passing,
        List<Layer> whole,
        @Nullable Instant standing) {
    public static final Sieve EVERYTHING = new Sieve(null, List.of(), null);
    public static final Sieve NOTHING = new Sieve(List.of(), List.of(), null);

    public Sieve {
        passing = passing == null ? null : List.copyOf(passing);
        whole = List.copyOf(whole);
    }

    /// Records with one of these markings.
    ///
    /// @param party whose records; null for anybody's
    public record Layer(@Nullable String party, List<Hash> markings) {
        public Layer {
            markings = List.copyOf(markings);
        }
    }

    /// The same, with everything to be judged by its form.
    public Sieve withoutWhole() {
        return passing == null ? this : new Sieve(passing, List.of(), null);
    }
}
