package org.renkei.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was refused here, so that nobody can fill the audit log with it: the first of a sender and code is noted at
/// once, those that follow within the hour once, with their count.
///
/// @param <C> why something is refused
final class Refusals<C> {
    private static final int MOST_SENDERS = 1_000;
    /// For all that come when there are too many to tell apart.
    private static final String OTHERS = "others";

    private static final Duration EACH = Duration.ofHours(1);

    private final Map<Key<C>, Tally> tallies = new HashMap<>();

    private record Key<C>(String sender, C code) {}

    private record Tally(Instant since, long more, String why) {}

    /// What is to be noted: so many times one sender, and why the last time.
    record Noted<C>(String sender, C code, long count, String why) {}

    /// One was refused; answers what is to be noted now.
    synchronized Optional<Noted<C>> note(String from, C code, String why, Instant now) {
        var known = tallies.size() < MOST_SENDERS || tallies.containsKey(new Key<>(from, code));
        var sender = known ? from : OTHERS;
        var key = new Key<>(sender, code);
        var tally = tallies.get(key);
        if (tally == null) {
            tallies.put(key, new Tally(now, 0, why));
            return Optional.of(new Noted<>(sender, code, 1, why));
        }
        tallies.put(key, new Tally(tally.since(), tally.more() + 1, why));
        return Optional.empty();
    }

    /// What the hours that are over have brought.
    synchronized List<Noted<C>> due(Instant now) {
        return take(now.minus(EACH));
    }

    /// All that was not noted yet.
    synchronized List<Noted<C>> all() {
        return take(Instant.MAX);
    }

    private List<Noted<C>> take(Instant begunBy) {
        var noted = new ArrayList<Noted<C>>();
        tallies.forEach((key, tally) -> {
            if (!tally.since().isAfter(begunBy) && tally.more() > 0) {
                noted.add(new Noted<>(key.sender(), key.code(), tally.more(), tally.why()));
            }
        });
        tallies.values().removeIf(tally -> !tally.since().isAfter(begunBy));
        return noted;
    }
}
