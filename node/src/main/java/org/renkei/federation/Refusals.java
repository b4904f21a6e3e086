package org.renkei.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renkei.kernel.link.ParcelCode;

/// Parcels that were refused here, so that a neighbour cannot fill the audit log with them: the first of a sender and
/// code is noted at once, those that follow within the hour once, with their count.
final class Refusals {
    private static final Duration EACH = Duration.ofHours(1);

    private final Map<Key, Tally> tallies = new HashMap<>();

    private record Key(String party, ParcelCode code) {}

    private record Tally(Instant since, long more, String why) {}

    /// What is to be noted: so many parcels of one sender, and why the last of them was refused.
    record Noted(String party, ParcelCode code, long count, String why) {}

    /// One was refused; answers what is to be noted now.
    synchronized Optional<Noted> note(String party, ParcelCode code, String why, Instant now) {
        var key = new Key(party, code);
        var tally = tallies.get(key);
        if (tally == null) {
            tallies.put(key, new Tally(now, 0, why));
            return Optional.of(new Noted(party, code, 1, why));
        }
        tallies.put(key, new Tally(tally.since(), tally.more() + 1, why));
        return Optional.empty();
    }

    /// What the hours that are over have brought.
    synchronized List<Noted> due(Instant now) {
        return take(now.minus(EACH));
    }

    /// All that was not noted yet.
    synchronized List<Noted> all() {
        return take(Instant.MAX);
    }

    private List<Noted> take(Instant begunBy) {
        var noted = new ArrayList<Noted>();
        tallies.forEach((key, tally) -> {
            if (!tally.since().isAfter(begunBy) && tally.more() > 0) {
                noted.add(new Noted(key.party(), key.code(), tally.more(), tally.why()));
            }
        });
        tallies.values().removeIf(tally -> !tally.since().isAfter(begunBy));
        return noted;
    }
}
