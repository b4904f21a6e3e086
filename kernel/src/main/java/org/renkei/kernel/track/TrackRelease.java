package org.renkei.kernel.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Rulebook;

/// What one recipient may see of all tracks on one day, by the rules of the feeds and the rulebook that also decides
/// on records. A label is decided once and the answer kept; a change of the rulebook, of the feeds or of the day makes
/// a new one of these. A feed without a rule is seen by nobody. Not thread-safe.
public final class TrackRelease {
    private final Rulebook rulebook;
    private final CompiledRecipient to;
    private final int epochDay;
    private final Map<String, FeedRule> rules;
    private final TrackIds ids;
    private final Grounds grounds;
    /// By the objects of the rules, of which there are few: a label itself takes long to compare.
    private final Map<Label, Boolean> decided = new IdentityHashMap<>();
    private final Map<Label, Label> addressed = new IdentityHashMap<>();
    private final Map<List<Label>, Label> combined = new HashMap<>();

    /// @param rules by id of the feed
    public TrackRelease(
            Rulebook rulebook, CompiledRecipient to, LocalDate day, Map<String, FeedRule> rules, TrackIds ids) {
        this(rulebook, to, day, rules, List.of(), ids);
    }

    /// @param before under what the feeds were told earlier, newest first
    public TrackRelease(
            Rulebook rulebook,
            CompiledRecipient to,
            LocalDate day,
            Map<String, FeedRule> rules,
            List<FeedTerm> before,
            TrackIds ids) {
        this.rulebook = rulebook;
        this.to = to;
        this.epochDay = (int) day.toEpochDay();
        this.rules = Map.copyOf(rules);
        this.ids = ids;
        this.grounds = new Grounds(ids, to.recipient().party(), this.rules, before, this::mayHold, this::addressed);
    }

    /// How well a feed may be seen.
    public enum Grade {
        FULL,
        COARSE,
        NOTHING
    }

    public Grade grade(String feed) {
        var rule = rules.get(feed);
        if (rule == null) {
            return Grade.NOTHING;
        }
        if (mayHold(rule.label())) {
            return Grade.FULL;
        }
        var otherwise = rule.otherwise();
        return otherwise != null && mayHold(otherwise.label()) ? Grade.COARSE : Grade.NOTHING;
    }

    /// How a feed is made coarse for this recipient; null when it is not.
    public @Nullable Coarsening coarsening(String feed) {
        var rule = rules.get(feed);
        return rule != null && grade(feed) == Grade.COARSE ? rule.otherwise() : null;
    }

    /// What everything rests on that the recipient may keep of what it was told, now or before: a word
    /// for each feed and form, which says nothing to the recipient, and what it allows now. What was
    /// told on any other ground is not to be kept.
    public Set<Ground> grounds() {
        return grounds.all();
    }

    /// The grounds of one form that was made by this.
    public Set<String> grounds(TrackForm form) {
        return grounds.of(form);
    }

    /// The forms of a track at that time: one made of all feeds that may be seen whole, and for each identity that
    /// none of those says, its coarse form. Identities that were taken for one object are not one in their coarse
    /// forms: that they were would be news of this very moment.
    public List<TrackForm> forms(Track track, long now) {
        var forms = new ArrayList<TrackForm>();
        var told = new HashSet<TrackIdentity>();
        whole(track, now).ifPresent(full -> {
            forms.add(full);
            told.addAll(full.track().identities());
        });
        for (var identity : track.identities()) {
            if (!told.contains(identity)) {
                track.only(source -> source.identity().equals(identity))
                        .map(sources -> coarse(sources, now))
                        .ifPresent(forms::add);
            }
        }
        return forms;
    }

    /// Source by source as long as the label of all together may be held, too.
    private Optional<TrackForm.Full> whole(Track track, long now) {
        var sources = new ArrayList<TrackSource>();
        Label whole = null;
        for (var source : track.sources()) {
            var rule = rules.get(source.feed());
            if (rule == null || grade(source.feed()) != Grade.FULL || source.stateAfter(now) == TrackState.ENDED) {
                continue;
            }
            var label = whole == null ? rule.label() : together(whole, rule.label());
            if (mayHold(label)) {
                whole = label;
                sources.add(source);
            }
        }
        if (whole == null || sources.stream().allMatch(source -> source.state() == null)) {
            return Optional.empty();
        }
        var seen = new Track(sources);
        return Optional.of(new TrackForm.Full(ids.of(seen.identity()), seen, addressed(whole)));
    }

    /// The newest coarse place that a source of this one identity yields; null when none does yet.
    private TrackForm.@Nullable Coarse coarse(Track track, long now) {
        TrackForm.Coarse newest = null;
        for (var source : track.sources()) {
            var coarsening = coarsening(source.feed());
            var place = coarsening == null ? null : source.asOf(coarsening.asOf(now));
            if (coarsening != null && place != null) {
                var step = coarsening.asOf(now);
                var form = new TrackForm.Coarse(
                        ids.withheld(source.identity(), to.recipient().party()),
                        source.domain(),
                        coarsening.coarse(step, place.latitude(), place.longitude()),
                        coarsening.grid().cellKm(),
                        addressed(coarsening.label()),
                        source.feed());
                newest = newest == null || step > newest.place().at() ? form : newest;
            }
        }
        return newest;
    }

    /// A history as the recipient may see it: one place for each step of the coarsening up to the present delay, and
    /// none where the source was silent for so long that the track was lost.
    ///
    /// @param points of one source, oldest first
    public static List<Whereabouts> coarse(
            List<HistoryPoint> points, TrackDomain domain, Coarsening coarsening, long now) {
        var places = new ArrayList<Whereabouts>();
        if (points.isEmpty()) {
            return places;
        }
        var silence = TrackLimits.of(domain).lost().toMillis();
        var last = coarsening.asOf(now);
        var index = 0;
        var step = coarsening.stepBefore(points.getFirst().at())
                + coarsening.delay().toMillis();
        while (step <= last) {
            while (index + 1 < points.size() && points.get(index + 1).at() < step) {
                index++;
            }
            var point = points.get(index);
            if (point.at() < step && step - point.at() <= silence) {
                places.add(coarsening.coarse(step, point.latitude(), point.longitude()));
            } else if (index + 1 == points.size()) {
                return places;
            }
            step += coarsening.delay().toMillis();
        }
        return places;
    }

    private boolean mayHold(Label label) {
        return decided.computeIfAbsent(label, one -> rulebook.failures(rulebook.compile(one), to, epochDay) == 0);
    }

    private Label together(Label one, Label other) {
        return one.equals(other) ? one : combined.computeIfAbsent(List.of(one, other), both -> one.combine(other));
    }

    /// The party is told of the audience only itself and the origin; the own nation the whole audience.
    private Label addressed(Label label) {
        var party = to.recipient().party();
        return party.equals(rulebook.origin())
                ? label
                : addressed.computeIfAbsent(
                        label,
                        one -> one.addressedTo(Set.of(rulebook.origin(), party)).shared());
    }
}
