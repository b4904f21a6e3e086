package org.renkei.kernel.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds ships that fall silent where the feed hears others. Where it hears nobody, it is the feed that is silent.
final class GapRule implements Rule {
    private static final double WEIGHT = 0.2;
    private static final long LOOK_AGAIN = 10 * 60_000;

    private final WatchLimits.Gap limits;
    private final Map<TrackIdentity, Voice> voices = new HashMap<>();

    GapRule(WatchLimits.Gap limits) {
        this.limits = limits;
    }

    /// How a ship is heard.
    private static final class Voice {
        private Seen last;
        private double interval;
        private long lookAt;
        private @Nullable Finding open;

        private Voice(Seen first) {
            last = first;
        }
    }

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        if (!seen.isSea()) {
            return;
        }
        var voice = voices.computeIfAbsent(seen.identity(), identity -> new Voice(seen));
        var passed = seen.at() - voice.last.at();
        if (voice.open != null) {
            found.accept(closed(voice.open, voice.last, seen));
            voice.open = null;
        } else if (passed > 0) {
            voice.interval = voice.interval == 0 ? passed : (1 - WEIGHT) * voice.interval + WEIGHT * passed;
        }
        voice.last = seen;
        voice.lookAt = seen.at() + silence(voice);
    }

    private long silence(Voice voice) {
        return Math.max(limits.silence(), (long) (limits.intervals() * voice.interval));
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        for (var voice : voices.values()) {
            if (voice.open == null && now >= voice.lookAt && voice.interval > 0 && isUnderWay(voice.last)) {
                voice.lookAt = now + LOOK_AGAIN;
                look(voice, now, found);
            }
        }
    }

    private boolean isUnderWay(Seen last) {
        return !last.saysItLiesStill() && last.speed().orElse(0) >= limits.speed();
    }

    private void look(Voice voice, long now, Consumer<Finding> found) {
        var last = voice.last;
        var halfway = last.at() + (now - last.at()) / 2;
        var others = voices.values().stream()
                .map(other -> other.last)
                .filter(other -> other.at() > halfway
                        && other.feed().equals(last.feed())
                        && other.distance(last) <= limits.coverage())
                .count();
        if (others >= limits.others()) {
            var gap = new Finding(
                    FindingKind.GAP,
                    List.of(last.identity()),
                    last.at(),
                    now,
                    false,
                    "",
                    List.of(last.evidence()),
                    List.of(
                            new Figure(Measure.SILENCE, (now - last.at()) / 1e3, silence(voice) / 1e3),
                            new Figure(Measure.SPEED, last.speed().orElse(0), limits.speed()),
                            new Figure(Measure.OTHERS_HEARD, others, limits.others())));
            voice.open = gap;
            found.accept(gap);
        }
    }

    private static Finding closed(Finding gap, Seen last, Seen back) {
        var seconds = (back.at() - last.at()) / 1e3;
        return new Finding(
                FindingKind.GAP,
                gap.subjects(),
                gap.from(),
                back.at(),
                true,
                "",
                List.of(last.evidence(), back.evidence()),
                List.of(
                        new Figure(
                                Measure.SILENCE,
                                seconds,
                                gap.figures().getFirst().limit()),
                        Figure.of(Measure.DISTANCE, last.distance(back)),
                        Figure.of(Measure.MEAN_SPEED, last.distance(back) / seconds)));
    }

    @Override
    public void forget(TrackIdentity identity) {
        voices.remove(identity);
    }
}
