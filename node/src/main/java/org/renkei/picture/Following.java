package org.renkei.picture;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackRelease;
import org.renkei.kernel.track.TrackState;

/// What somebody may see of everything that moves, from one look to the next. What waits between two looks is which
/// tracks have changed, never a queue; a change that the caller may not see is not told by any sign. Used by one
/// thread.
public final class Following implements AutoCloseable {
    private static final long MINUTE = 60_000;

    private final Picture picture;
    private final PartnerTracks partners;
    private final TrackSights sights;
    private final NodeId self;
    private final Clock clock;
    private final Runnable stop;
    private final Runnable stopPartners;
    private final Set<TrackIdentity> waiting = ConcurrentHashMap.newKeySet();
    private final Set<UUID> waitingOfPartners = ConcurrentHashMap.newKeySet();
    private final Set<UUID> idsOfPartners = new HashSet<>();
    private final Map<TrackIdentity, Set<UUID>> ids = new HashMap<>();
    private final Map<UUID, TrackView> told = new HashMap<>();
    private Map<FeedRule, TrackRelease.Grade> grades = Map.of();
    private long minute = -1;

    Following(Picture picture, PartnerTracks partners, TrackSights sights, NodeId self, Clock clock) {
        this.picture = picture;
        this.partners = partners;
        this.sights = sights;
        this.self = self;
        this.clock = clock;
        this.stop = picture.watch(waiting::addAll);
        this.stopPartners = partners.watch(waitingOfPartners::addAll);
    }

    /// What is new since the look before: everything at the first.
    ///
    /// @param at epoch milliseconds
    /// @param gone no longer there, or no longer to be seen
    /// @param ended those of them whose last position, as it was told, is too old to be shown any
    /// longer; of the others nothing is said, nor of any cell
    public record Changes(long at, List<TrackView> changed, Set<UUID> gone, Set<UUID> ended) {}

    /// Whether a look would find anything, or a minute has passed.
    public boolean isDue() {
        return !waiting.isEmpty() || !waitingOfPartners.isEmpty() || clock.millis() / MINUTE != minute;
    }

    /// Empty when the caller sees nothing at all any more.
    public Optional<Changes> look(Caller caller) {
        var now = clock.millis();
        var release = sights.of(caller, picture.rules()).orElse(null);
        if (release == null) {
            return Optional.empty();
        }
        if (isTimeForAll(release, now)) {
            picture.tracks().forEach(track -> waiting.addAll(track.identities()));
            waiting.addAll(ids.keySet());
            partners.tracks().forEach(track -> waitingOfPartners.add(track.id()));
            waitingOfPartners.addAll(idsOfPartners);
        }
        var changed = new LinkedHashMap<UUID, TrackView>();
        var shown = new HashSet<UUID>();
        var before = new HashSet<UUID>();
        for (var identity : List.copyOf(waiting)) {
            waiting.remove(identity);
            look(identity, release, now, changed, shown, before);
        }
        lookAtPartners(caller, now, changed, shown, before);
        before.removeAll(shown);
        var ended = told.values().stream()
                .filter(view -> before.contains(view.id()) && view.isOver(now))
                .map(TrackView::id)
                .collect(Collectors.toUnmodifiableSet());
        told.keySet().removeAll(before);
        return Optional.of(new Changes(now, List.copyOf(changed.values()), before, ended));
    }

    /// What partners tell is looked at again, all of it, whenever what may be seen may have changed.
    private void lookAtPartners(
            Caller caller, long now, Map<UUID, TrackView> changed, Set<UUID> shown, Set<UUID> before) {
        var sight = sights.ofReceived(caller);
        idsOfPartners.stream()
                .filter(id -> partners.find(id).filter(sight::mayHold).isEmpty())
                .forEach(waitingOfPartners::add);
        for (var id : List.copyOf(waitingOfPartners)) {
            waitingOfPartners.remove(id);
            var seen = partners.find(id)
                    .filter(track -> sight.mayHold(track) && track.stateAt(now) != TrackState.ENDED)
                    .map(track -> TrackView.of(track, now));
            if (seen.isPresent()) {
                shown.add(id);
                idsOfPartners.add(id);
                if (!seen.get().equals(told.put(id, seen.get()))) {
                    changed.put(id, seen.get());
                }
            } else if (idsOfPartners.remove(id)) {
                before.add(id);
            }
        }
    }

    private void look(
            TrackIdentity identity,
            TrackRelease release,
            long now,
            Map<UUID, TrackView> changed,
            Set<UUID> shown,
            Set<UUID> before) {
        var forms =
                picture.find(identity).map(track -> release.forms(track, now)).orElse(List.of());
        var its = new HashSet<UUID>();
        for (var form : forms) {
            var view = TrackView.of(form, self, now);
            its.add(view.id());
            if (!view.equals(told.put(view.id(), view))) {
                changed.put(view.id(), view);
            }
        }
        shown.addAll(its);
        var was = its.isEmpty() ? ids.remove(identity) : ids.put(identity, its);
        if (was != null) {
            before.addAll(was);
        }
    }

    /// Every minute forms that are delayed go on and what is silent grows old; and when what may be seen has changed,
    /// everything is looked at again.
    private boolean isTimeForAll(TrackRelease release, long now) {
        var fresh = new HashMap<FeedRule, TrackRelease.Grade>();
        picture.rules().forEach((feed, rule) -> fresh.put(rule, release.grade(feed)));
        var all = !fresh.equals(grades) || now / MINUTE != minute;
        grades = fresh;
        minute = now / MINUTE;
        return all;
    }

    @Override
    public void close() {
        stop.run();
        stopPartners.run();
    }
}
