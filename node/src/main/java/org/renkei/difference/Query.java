package org.renkei.difference;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What of a difference view is asked for.
///
/// @param caseId of one case alone
/// @param exercise that of the exercise, or what is real; a case is one or the other by itself
/// @param since only subjects of which something was said, or came in, since
/// @param from how many rows are left out
public record Query(Optional<UUID> caseId, boolean exercise, Only only, Optional<Instant> since, int from) {

    public enum Only {
        ALL,
        DIFFERING,
        /// With something that the partner is to have and has not confirmed.
        UNCONFIRMED,
        /// With something that is withheld, waits for an officer or was taken back.
        KEPT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
