package org.renkei.kernel.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one feed says of one identity: the state made from its sightings alone. Sources are never mixed, so that a
/// party may be shown exactly those that it may see. Immutable.
///
/// @param state null as long as no position was said
/// @param motion what was measured last, course and speed included
/// @param observedAt epoch milliseconds of the newest position, or of the newest particulars if there is none
/// @param receivedAt epoch milliseconds when the feed last said anything of it
/// @param minutes the last place in each minute in which there was one, oldest first; the present minute is not in it
/// @param newest the newest measurement as it came, null when there is none
/// @param suspect places that cannot be, one after the other, null when the newest was believed
public record TrackSource(
        String feed,
        TrackIdentity identity,
        TrackDomain domain,
        @Nullable Kinematics state,
        Motion motion,
        Particulars particulars,
        long observedAt,
        long receivedAt,
        List<Whereabouts> minutes,
        @Nullable Fix newest,
        @Nullable Suspect suspect) {
    /// So many places that cannot be, each within reach of the one before, are believed after all.
    static final int BELIEVED_AFTER = 5;

    /// The same measurement again within this time is the same transmission heard by another station.
    static final long REPEATED_WITHIN = 10_000;

    /// A clock of a source may run ahead of ours by this much, milliseconds.
    static final long AHEAD = 5_000;

    /// So many minutes of places are kept for forms that are delayed.
    static final int MINUTES = 130;

    private static final long MINUTE = 60_000;

    public TrackSource {
        minutes = List.copyOf(minutes);
    }

    /// A place out of reach, and how many in a row agree with it.
    record Suspect(long at, Fix fix, int count) {}

    /// What became of a sighting.
    enum Outcome {
        MOVED,
        /// Older than the newest position: history, nothing else.
        LATE,
        /// The same measurement again.
        REPEATED,
        /// No position in it.
        PARTICULARS,
        /// Out of reach: not believed.
        JUMPED,
        /// Out of reach, but so often that it is believed: the state starts anew there.
        RESTARTED
    }

    record Step(TrackSource source, Outcome outcome) {}

    static Step first(Sighting sighting) {
        var at = observedAt(sighting);
        var source = new TrackSource(
                sighting.feed(),
                sighting.identity(),
                sighting.domain(),
                null,
                sighting.motion(),
                sighting.particulars(),
                at,
                sighting.receivedAt(),
                List.of(),
                null,
                null);
        return sighting.fix()
                .map(fix -> new Step(source.restarted(sighting, at, fix), Outcome.MOVED))
                .orElse(new Step(source, Outcome.PARTICULARS));
    }

    /// When the object was there; a time that is still to come is the time of reception.
    static long observedAt(Sighting sighting) {
        return sighting.observedAt() > sighting.receivedAt() + AHEAD ? sighting.receivedAt() : sighting.observedAt();
    }

    Step take(Sighting sighting) {
        var at = observedAt(sighting);
        var fix = sighting.fix().orElse(null);
        if (fix == null) {
            return new Step(heard(sighting), Outcome.PARTICULARS);
        }
        if (state == null) {
            return new Step(restarted(sighting, at, fix), Outcome.MOVED);
        }
        if (at == state.at() && isThere(fix)) {
            return new Step(heard(sighting), Outcome.REPEATED);
        }
        if (at <= state.at()) {
            return new Step(heardLate(sighting), Outcome.LATE);
        }
        if (isRepeated(fix, sighting.motion(), at)) {
            return new Step(heard(sighting), Outcome.REPEATED);
        }
        var limits = limitsOf(sighting);
        if (isWithinReach(state.latitude(), state.longitude(), state.accuracyMetres(), state.at(), at, fix, limits)) {
            return new Step(
                    moved(sighting, at, fix, state.measured(at, fix, sighting.motion(), limits)), Outcome.MOVED);
        }
        return jumped(sighting, at, fix, limits);
    }

    private Step jumped(Sighting sighting, long at, Fix fix, TrackLimits limits) {
        var before = suspect;
        var agrees = before != null
                && at > before.at()
                && isWithinReach(
                        before.fix().latitude(),
                        before.fix().longitude(),
                        before.fix().accuracyMetres(),
                        before.at(),
                        at,
                        fix,
                        limits);
        var count = before != null && agrees ? before.count() + 1 : 1;
        return count >= BELIEVED_AFTER
                ? new Step(restarted(sighting, at, fix), Outcome.RESTARTED)
                : new Step(suspecting(sighting, new Suspect(at, fix, count)), Outcome.JUMPED);
    }

    /// The state that the newest position leads to, at that time.
    public @Nullable Kinematics stateAt(long time) {
        return state == null ? null : state.predict(time, TrackLimits.of(domain));
    }

    /// Where the object was at a full minute, by the newest place before it; null when there was none within the
    /// time after which a track is lost.
    public @Nullable Whereabouts asOf(long fullMinute) {
        var place = newest != null && observedAt < fullMinute ? newestPlace(newest) : null;
        for (var i = minutes.size() - 1; i >= 0 && place == null; i--) {
            place = minutes.get(i).at() < fullMinute ? minutes.get(i) : null;
        }
        return place == null
                        || fullMinute - place.at()
                                > TrackLimits.of(domain).lost().toMillis()
                ? null
                : place;
    }

    /// How the source stands by its own silence.
    public TrackState stateAfter(long now) {
        return TrackLimits.of(domain).stateAfter(now - (state == null ? receivedAt : observedAt));
    }

    private boolean isRepeated(Fix fix, Motion said, long at) {
        return at - observedAt <= REPEATED_WITHIN && isThere(fix) && said.equals(motion);
    }

    private boolean isThere(Fix fix) {
        return newest != null && fix.latitude() == newest.latitude() && fix.longitude() == newest.longitude();
    }

    /// Within reach at the highest speed, with three standard deviations at either end.
    private static boolean isWithinReach(
            double latitude, double longitude, double accuracy, long from, long to, Fix fix, TrackLimits limits) {
        var way = Earth.distance(latitude, longitude, fix.latitude(), fix.longitude());
        return way <= limits.fastest() * (to - from) / 1000.0 + 3 * (accuracy + fix.accuracyMetres());
    }

    private TrackLimits limitsOf(Sighting sighting) {
        return TrackLimits.of(domainWith(sighting)).faster(sighting.pace());
    }

    private TrackDomain domainWith(Sighting sighting) {
        return sighting.domain() == TrackDomain.UNKNOWN ? domain : sighting.domain();
    }

    private TrackSource restarted(Sighting sighting, long at, Fix fix) {
        var limits = limitsOf(sighting);
        return moved(sighting, at, fix, Kinematics.start(at, fix, sighting.motion(), limits));
    }

    private TrackSource moved(Sighting sighting, long at, Fix fix, Kinematics to) {
        return new TrackSource(
                feed,
                identity,
                domainWith(sighting),
                to,
                sighting.motion(),
                particulars.updatedBy(sighting.particulars()),
                at,
                Math.max(receivedAt, sighting.receivedAt()),
                minutesBefore(at),
                fix,
                null);
    }

    /// The places of past minutes; the present state joins them when it is the last of its minute.
    private List<Whereabouts> minutesBefore(long at) {
        if (newest == null || Math.floorDiv(at, MINUTE) == Math.floorDiv(observedAt, MINUTE)) {
            return minutes;
        }
        var longer = new ArrayList<>(minutes);
        longer.add(newestPlace(newest));
        return longer.size() > MINUTES ? longer.subList(longer.size() - MINUTES, longer.size()) : longer;
    }

    /// As it was measured, like the history: the two must not fall into two cells.
    private Whereabouts newestPlace(Fix fix) {
        return new Whereabouts(observedAt, fix.latitude(), Earth.wrapped(fix.longitude()));
    }

    private TrackSource heard(Sighting sighting) {
        return with(particulars.updatedBy(sighting.particulars()), domainWith(sighting), sighting, suspect);
    }

    /// Particulars of the past do not overwrite those of today.
    private TrackSource heardLate(Sighting sighting) {
        return with(sighting.particulars().updatedBy(particulars), domain, sighting, suspect);
    }

    private TrackSource suspecting(Sighting sighting, Suspect now) {
        return with(particulars, domain, sighting, now);
    }

    private TrackSource with(Particulars said, TrackDomain in, Sighting sighting, @Nullable Suspect now) {
        var received = Math.max(receivedAt, sighting.receivedAt());
        return new TrackSource(feed, identity, in, state, motion, said, observedAt, received, minutes, newest, now);
    }
}
