package org.renkei.picture;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.NodeId;
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
        this.sights = sights;
        this.self = settings.node();
        this.clock = clock;
    }

    /// First everything, then what changes. It ends soon after its listener may no longer listen.
    public SseEmitter open(Caller caller, BooleanSupplier mayListen) {
        var listener = new Listener(caller, mayListen);
        Thread.ofVirtual().name("tracks").start(listener);
        return listener.emitter;
    }

    /// For others who tell what changes: to be closed by them.
    public Following follow() {
        return new Following(picture, partners, sights, self, clock);
    }

    /// What a map is told at once; `whole` when nothing told before counts any longer.
    record Changes(String asOf, boolean whole, List<TrackView> tracks, List<UUID> gone) {}

    private final class Listener implements Runnable {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final Following following = follow();
        private final Caller caller;
        private final BooleanSupplier mayListen;
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
            try (following) {
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
            }
            emitter.complete();
        }

        /// Whether there was anything to tell.
        private boolean tell() throws IOException {
            var changes = following.look(caller).orElse(null);
            if (changes == null) {
                open = false;
                return false;
            }
            return send(changes.at(), changes.changed(), changes.gone());
        }

        private boolean send(long now, List<TrackView> views, Set<UUID> gone) throws IOException {
            if (!first && views.isEmpty() && gone.isEmpty()) {
                return false;
            }
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
