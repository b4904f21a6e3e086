package org.renkei.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was refused here, so that nobody can fill the audit log with it: the first few of a sender and code are noted
/// one by one, those that follow within the hour once, with their count.
///
/// @param <C> why something is refused
public final class Refusals<C> {
    private static final int MOST_SENDERS = 1_000;
    /// For all that come when there are too many to tell apart.
    private static final String OTHERS = "others";

    private static final Duration EACH = Duration.ofHours(1);

    private final int oneByOne;
    private final Map<Key<C>, Tally> tallies = new HashMap<>();

    /// @param oneByOne so many of each hour
    public Refusals(int oneByOne) {
        this.oneByOne = oneByOne;
    }

    private record Key<C>(String sender, C code) {}

    /// @param more those that are still to be noted
    private record Tally(Instant since, long count, long more, String why) {}

    /// What is to be noted: so many times one sender since then, and why the last time.
    public record Noted<C>(String sender, C code, long count, String why, Instant since) {}

    /// One was refused; answers what is to be noted now.
    public synchronized Optional<Noted<C>> note(String from, C code, String why, Instant now) {
        var known = tallies.size() < MOST_SENDERS || tallies.containsKey(new Key<>(from, code));
        var sender = known ? from : OTHERS;
        var key = new Key<>(sender, code);
        var tally = tallies.getOrDefault(key, new Tally(now, 0, 0, why));
        var alone = tally.count() < oneByOne;
        tallies.put(key, new Tally(tally.since(), tally.count() + 1, tally.more() + (alone ? 0 : 1), why));
        return alone ? Optional.of(new Noted<>(sender, code, 1, why, now)) : Optional.empty();
    }

    /// What the hours that are over have brought.
    public synchronized List<Noted<C>> due(Instant now) {
        return take(now.minus(EACH));
    }

    /// All that was not noted yet.
    public synchronized List<Noted<C>> all() {
        return take(Instant.MAX);
    }

    private List<Noted<C>> take(Instant begunBy) {
        var noted = new ArrayList<Noted<C>>();
        tallies.forEach((key, tally) -> {
            if (!tally.since().isAfter(begunBy) && tally.more() > 0) {
                noted.add(new Noted<>(key.sender(), key.code(), tally.more(), tally.why(), tally.since()));
            }
        });
        tallies.values().removeIf(tally -> !tally.since().isAfter(begunBy));
        return noted;
    }
}
