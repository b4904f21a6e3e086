package org.renkei.picture;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// Tells every open map what has changed for it, at most five times a second. What waits for a map that cannot keep up
/// is the
/// newest state of each track, never a queue. A change that the caller may not see is not told by any sign.
@Service
public class TrackStream {
    private static final Logger LOG = LoggerFactory.getLogger(TrackStream.class);
    private static final int HEARTBEAT_ROUNDS = 15;
    private static final long ASK_NANOS = 1_000_000_000;

    private final Picture picture;
    private final PartnerTracks partners;
    private final TrackSights sights;
    private final NodeId self;
    private final Clock clock;
    private final JsonMapper json;
    private final Followers followers;
    private final Map<TrackAudience.Key, TrackAudience> audiences = new HashMap<>();

    TrackStream(
            Picture picture,
            PartnerTracks partners,
            TrackSights sights,
            NodeSettings settings,
            Clock clock,
            JsonMapper json,
            Followers followers) {
        this.picture = picture;
        this.partners = partners;
        this.sights = sights;
        this.self = settings.node();
        this.clock = clock;
        this.json = json;
        this.followers = followers;
    }

    /// First everything, then what changes. It ends soon after its listener may no longer listen.
    ///
    /// @param filter what of it is wanted; what no longer matches is told as gone
    public SseEmitter open(Caller caller, TrackFilter filter, BooleanSupplier mayListen) {
        followers.joined(caller);
        var listener = new Listener(caller, filter, mayListen);
        Thread.ofVirtual().name("tracks").start(listener);
        return listener.emitter;
    }

    /// For others who tell what changes: to be closed by them.
    public Following follow() {
        return new Following(picture, partners, sights, self, clock);
    }

    private TrackAudience join(Caller caller) {
        synchronized (audiences) {
            var audience = audiences.get(TrackAudience.Key.of(caller));
            if (audience == null) {
                audience = new TrackAudience(follow(), caller, json);
                audiences.put(TrackAudience.Key.of(caller), audience);
                Thread.ofVirtual().name("tracks-audience").start(audience);
            }
            audience.join();
            return audience;
        }
    }

    private void leave(Caller caller, TrackAudience audience) {
        synchronized (audiences) {
            if (audience.leave()) {
                audiences.remove(TrackAudience.Key.of(caller), audience);
            }
        }
    }

    private final class Listener implements Runnable {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final Caller caller;
        private final @Nullable TrackWindow window;
        private final BooleanSupplier mayListen;
        private volatile boolean open = true;
        private boolean allowed;
        private long askedAt;
        private int most;

        Listener(Caller caller, TrackFilter filter, BooleanSupplier mayListen) {
            this.caller = caller;
            this.window = filter.equals(TrackFilter.ALL) ? null : new TrackWindow(filter);
            this.mayListen = mayListen;
            emitter.onCompletion(() -> open = false);
            emitter.onError(failure -> open = false);
            emitter.onTimeout(() -> open = false);
        }

        @Override
        public void run() {
            var audience = join(caller);
            try {
                emitter.send(SseEmitter.event().comment("open"));
                listen(audience);
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
                leave(caller, audience);
                followers.left(caller, most);
            }
            emitter.complete();
        }

        /// Asks once a second.
        private boolean stillMay() {
            var now = System.nanoTime();
            if (allowed && now - askedAt < ASK_NANOS) {
                return true;
            }
            askedAt = now;
            allowed = mayListen.getAsBoolean();
            return allowed;
        }

        private void listen(TrackAudience audience) throws IOException, InterruptedException {
            var told = -1L;
            for (var quiet = 1; open && stillMay(); quiet++) {
                var next = audience.next(told, window).orElse(null);
                if (next == null) {
                    return;
                }
                told = next.round();
                most = Math.max(most, audience.size());
                for (var message : next.messages()) {
                    emitter.send(SseEmitter.event().name("tracks").data(message, MediaType.APPLICATION_JSON));
                    quiet = 0;
                }
                if (quiet >= HEARTBEAT_ROUNDS) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    quiet = 0;
                }
            }
        }
    }
}
