package org.renkei.picture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renkei.federation.TrackExchange;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.TrackState;
import org.renkei.kernel.track.lane.LaneIntake;
import org.renkei.kernel.track.lane.LaneTrack;
import org.springframework.stereotype.Service;

/// The tracks that partners tell of, apart from the own ones: they are joined with nothing and go to nobody
/// else. Their history is kept by [ToldLog] as far as the partner says on what grounds. And what partners
/// are told of the own ones.
@Service
class PartnerTracks implements TrackExchange {
    /// Of one partner, over all lanes there were.
    private static final int MOST = LaneIntake.MOST_TRACKS;

    private final Picture picture;
    private final TrackSights sights;
    private final ToldLog log;
    private final Clock clock;
    private final Map<NodeId, Partner> partners = new HashMap<>();
    private final List<Consumer<Set<UUID>>> watchers = new CopyOnWriteArrayList<>();

    PartnerTracks(Picture picture, TrackSights sights, ToldLog log, Clock clock) {
        this.log = log;
        this.picture = picture;
        this.sights = sights;
        this.clock = clock;
    }

    private static final class Partner {
        /// By the id under which it is shown.
        private final Map<UUID, PartnerTrack> told = new HashMap<>();

        private long lane;
    }

    @Override
    public Released released(String partner) {
        var rules = picture.rules();
        if (rules.isEmpty()) {
            return new Released(List.of(), Set.of());
        }
        var release = sights.ofPartner(partner, rules);
        var now = clock.millis();
        var forms = new ArrayList<LaneTrack>();
        for (var track : picture.tracks()) {
            release.forms(track, now).forEach(form -> forms.add(LaneForms.of(form, release.grounds(form), now)));
        }
        return new Released(forms, release.grounds());
    }

    @Override
    public void heard(NodeId origin, long lane, LaneIntake.Heard heard) {
        var standing = heard.standing();
        if (standing != null) {
            log.allowed(origin, standing);
        }
        tell(taken(origin, lane, heard));
    }

    @Override
    public synchronized int known(NodeId origin) {
        var partner = partners.get(origin);
        return partner == null ? 0 : partner.told.size();
    }

    /// Those of now.
    synchronized List<PartnerTrack> tracks() {
        return partners.values().stream()
                .flatMap(partner -> partner.told.values().stream())
                .toList();
    }

    /// Of all those of now.
    synchronized Set<UUID> ids() {
        return tracks().stream().map(PartnerTrack::id).collect(Collectors.toSet());
    }

    /// By the id that it is shown under.
    synchronized Optional<PartnerTrack> find(UUID id) {
        return partners.values().stream()
                .flatMap(partner -> Stream.ofNullable(partner.told.get(id)))
                .findFirst();
    }

    /// Has somebody told which tracks change, by the ids under which they are shown.
    Runnable watch(Consumer<Set<UUID>> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Lets go of what has ended.
    void sweep(long now) {
        tell(ended(now));
    }

    private synchronized Set<UUID> taken(NodeId origin, long lane, LaneIntake.Heard heard) {
        var partner = partners.computeIfAbsent(origin, any -> new Partner());
        var changed = new LinkedHashSet<UUID>();
        if (lane < partner.lane) {
            return changed;
        }
        partner.lane = lane;
        var now = clock.millis();
        for (var gone : heard.gone()) {
            var id = PartnerTrack.idOf(origin, gone);
            if (partner.told.remove(id) != null) {
                changed.add(id);
            }
        }
        for (var track : heard.tracks()) {
            var id = PartnerTrack.idOf(origin, track.id());
            var before = partner.told.get(id);
            if (before != null || partner.told.size() < MOST) {
                var told = before == null
                        ? new PartnerTrack(origin, id, track, now, now, lane)
                        : before.again(track, now, lane);
                partner.told.put(id, told);
                log.told(told);
                changed.add(id);
            }
        }
        if (heard.whole()) {
            changed.addAll(removed(partner, track -> track.lane() < lane));
        }
        return changed;
    }

    private synchronized Set<UUID> ended(long now) {
        var changed = new HashSet<UUID>();
        partners.values()
                .forEach(partner -> changed.addAll(removed(partner, track -> track.stateAt(now) == TrackState.ENDED)));
        return changed;
    }

    private interface Leaving {
        boolean leaves(PartnerTrack track);
    }

    private static Set<UUID> removed(Partner partner, Leaving leaving) {
        var left = new HashSet<UUID>();
        partner.told.values().removeIf(track -> leaving.leaves(track) && left.add(track.id()));
        return left;
    }

    private void tell(Set<UUID> changed) {
        if (!changed.isEmpty()) {
            watchers.forEach(watcher -> watcher.accept(changed));
        }
    }
}
