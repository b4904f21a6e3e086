package org.renkei.picture;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackRelease;
import org.renkei.kernel.track.TrackState;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells every open map what has changed for it, at most once a second. What waits for a map that cannot keep up is the
/// newest state of each track, never a queue. A change that the caller may not see is not told by any sign.
@Service
public class TrackStream {
    private static final Logger LOG = LoggerFactory.getLogger(TrackStream.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long MINUTE = 60_000;
    private static final int HEARTBEAT_ROUNDS = 15;
    private static final int MOST_AT_ONCE = 1_000;

    private final Picture picture;
    private final PartnerTracks partners;
    private final TrackSights sights;
    private final NodeId self;
    private final Clock clock;

    TrackStream(Picture picture, PartnerTracks partners, TrackSights sights, NodeSettings settings, Clock clock) {
        this.picture = picture;
        this.partners = partners;
        this.self = settings.node();
        this.sights = sights;
        this.clock = clock;
    }

    /// First everything, then what changes. It ends soon after its listener may no longer listen.
    public SseEmitter open(Caller caller, BooleanSupplier mayListen) {
        var listener = new Listener(caller, mayListen);
        Thread.ofVirtual().name("tracks").start(listener);
        return listener.emitter;
    }

    /// What a map is told at once; `whole` when nothing told before counts any longer.
    record Changes(String asOf, boolean whole, List<TrackView> tracks, List<UUID> gone) {}

    private final class Listener implements Runnable {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final Set<TrackIdentity> waiting = ConcurrentHashMap.newKeySet();
        private final Set<UUID> waitingOfPartners = ConcurrentHashMap.newKeySet();
        private final Map<TrackIdentity, Set<UUID>> ids = new HashMap<>();
        private final Set<UUID> idsOfPartners = new HashSet<>();
        private final Map<UUID, TrackView> told = new HashMap<>();
        private final Caller caller;
        private final BooleanSupplier mayListen;
        private Map<FeedRule, TrackRelease.Grade> grades = Map.of();
        private long minute = -1;
        private boolean first = true;
        private volatile boolean open = true;

        Listener(Caller caller, BooleanSupplier mayListen) {
            this.caller = caller;
            this.mayListen = mayListen;
            emitter.onCompletion(() -> open = false);
            emitter.onError(failure -> open = false);
            emitter.onTimeout(() -> open = false);
        }

        @Override
        public void run() {
            var stop = picture.watch(waiting::addAll);
            var stopPartners = partners.watch(waitingOfPartners::addAll);
            try {
                emitter.send(SseEmitter.event().comment("open"));
                for (var quiet = 1; open && mayListen.getAsBoolean(); quiet++) {
                    if (tell()) {
                        quiet = 0;
                    } else if (quiet >= HEARTBEAT_ROUNDS) {
                        emitter.send(SseEmitter.event().comment("still here"));
                        quiet = 0;
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (IOException e) {
                open = false;
            } catch (RuntimeException e) {
                // Also what is thrown when the listener has just gone.
                if (open) {
                    LOG.warn("a stream of tracks ends; its listener will ask again", e);
                }
                open = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                stop.run();
                stopPartners.run();
            }
            emitter.complete();
        }

        /// Whether there was anything to tell.
        private boolean tell() throws IOException {
            var now = clock.millis();
            var release = sights.of(caller, picture.rules()).orElse(null);
            if (release == null) {
                open = false;
                return false;
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
            lookAtPartners(now, changed, shown, before);
            before.removeAll(shown);
            told.keySet().removeAll(before);
            return send(now, changed, before);
        }

        /// What partners tell is looked at again, all of it, whenever what may be seen may have changed.
        private void lookAtPartners(long now, Map<UUID, TrackView> changed, Set<UUID> shown, Set<UUID> before) {
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
            var forms = picture.find(identity)
                    .map(track -> release.forms(track, now))
                    .orElse(List.of());
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

        /// Every minute forms that are delayed go on and what is silent grows old; and when what may be seen has
        /// changed, everything is looked at again.
        private boolean isTimeForAll(TrackRelease release, long now) {
            var fresh = new HashMap<FeedRule, TrackRelease.Grade>();
            picture.rules().forEach((feed, rule) -> fresh.put(rule, release.grade(feed)));
            var all = !fresh.equals(grades) || now / MINUTE != minute;
            grades = fresh;
            minute = now / MINUTE;
            return all;
        }

        private boolean send(long now, Map<UUID, TrackView> changed, Set<UUID> gone) throws IOException {
            if (!first && changed.isEmpty() && gone.isEmpty()) {
                return false;
            }
            var views = List.copyOf(changed.values());
            for (var from = 0; from == 0 || from < views.size(); from += MOST_AT_ONCE) {
                var part = views.subList(from, Math.min(from + MOST_AT_ONCE, views.size()));
                var left = from == 0 ? new ArrayList<>(gone) : new ArrayList<UUID>();
                var changes = new Changes(Instant.ofEpochMilli(now).toString(), first, part, left);
                emitter.send(SseEmitter.event().name("tracks").data(changes, MediaType.APPLICATION_JSON));
                first = false;
            }
            return true;
        }
    }
}
