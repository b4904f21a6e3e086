package org.renkei.kernel.link;

import java.util.ArrayDeque;

/// Keeps a quiet connection alive, measures the round trip and notices a dead partner. Its time goes on also when
/// the host's clock is set back in the middle of a session; time-outs follow the measured round trip.
final class Heartbeat {
    private static final long PING_AFTER_MILLIS = 10_000;
    private static final long FIRST_SILENCE_MILLIS = 60_000;
    private static final long LEAST_SILENCE_MILLIS = 25_000;
    private static final int ROUND_TRIPS_OF_SILENCE = 8;
    /// How often the round trip is measured while bulk is under way.
    private static final long LEAST_MEASURE_MILLIS = 500;
    private static final int MAX_PINGS = 16;
    /// A longer one is a clock that was set forward; believed, it would keep a dead link for days.
    private static final long MAX_ROUND_TRIP_MILLIS = 60_000;

    private final Effects effects;
    private final ArrayDeque<Long> pings = new ArrayDeque<>();
    private long heardAt;
    private long pingedAt;
    private long roundTripMillis = -1;
    private long roundTrips;
    private long latest;
    private long setBack;
    private long firstSilenceMillis = FIRST_SILENCE_MILLIS;

    Heartbeat(Effects effects) {
        this.effects = effects;
    }

    /// What is known of the round trip before the first one is measured.
    void reached(long millis) {
        firstSilenceMillis = Math.min(FIRST_SILENCE_MILLIS, silence(millis));
    }

    void begin(long clock) {
        latest = clock;
        heardAt = now(clock);
    }

    /// The session's own time, which never goes back.
    long now(long clock) {
        setBack = Math.max(setBack, latest - clock);
        latest = clock + setBack;
        return latest;
    }

    void heard(long now) {
        heardAt = now;
    }

    /// Ends the session when the partner has been silent for too long.
    void listen(long now) {
        var silence = roundTripMillis < 0 ? firstSilenceMillis : silence(roundTripMillis);
        if (now - heardAt > silence) {
            effects.close(LinkProblem.LOST, "nothing heard for " + (now - heardAt) / 1000 + " s");
        }
    }

    private static long silence(long roundTripMillis) {
        return LEAST_SILENCE_MILLIS + ROUND_TRIPS_OF_SILENCE * roundTripMillis;
    }

    /// @param measuring more often, because something depends on the round trip
    void beat(long now, boolean measuring) {
        var pause = measuring ? Math.max(LEAST_MEASURE_MILLIS, roundTripMillis) : PING_AFTER_MILLIS;
        if (now - pingedAt >= pause) {
            ping(now);
        }
    }

    void ping(long now) {
        pingedAt = now;
        pings.add(now);
        if (pings.size() > MAX_PINGS) {
            pings.removeFirst();
        }
        effects.send(new LinkFrame.Ping(now));
    }

    void pong(long token, long now) {
        if (pings.contains(token)) {
            pings.removeIf(sent -> sent <= token);
            roundTripMillis = Math.min(now - token, MAX_ROUND_TRIP_MILLIS);
            roundTrips++;
        }
    }

    long roundTripMillis() {
        return roundTripMillis;
    }

    long roundTrips() {
        return roundTrips;
    }
}
