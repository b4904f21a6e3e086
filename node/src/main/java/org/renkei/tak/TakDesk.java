package org.renkei.tak;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.feeds.FeedDesk;
import org.renkei.identity.Caller;
import org.renkei.identity.Callers;
import org.renkei.identity.CertificateDesk;
import org.renkei.kernel.cot.CotXml;
import org.renkei.picture.TrackStream;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.TakSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// The TAK clients of this node: who is connected, as whom, and since when. Off unless the settings name an endpoint.
@Service
public class TakDesk implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(TakDesk.class);
    private static final int MOST_OF_ONE = 4;

    private final @Nullable TakSettings settings;
    private final Callers callers;
    private final AuditLog audit;
    private final TrackStream tracks;
    private final Clock clock;
    private final TakEntry entry;
    private final TakVisits visits = new TakVisits();
    private final Map<UUID, TakClient> clients = new ConcurrentHashMap<>();
    private final Map<TakView.Key, TakView> views = new HashMap<>();
    private final Map<UUID, TakView> viewOf = new HashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tak-rounds").daemon().factory());
    private @Nullable TakListener listener;

    TakDesk(NodeSettings settings, Callers callers, AuditLog audit, TrackStream tracks, FeedDesk feeds, Clock clock) {
        this.settings = settings.tak();
        this.callers = callers;
        this.audit = audit;
        this.tracks = tracks;
        this.clock = clock;
        this.entry = new TakEntry(feeds, this.settings == null ? null : this.settings.feed());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings == null) {
            return;
        }
        var opened = new TakListener(settings, new Visits());
        listener = opened;
        opened.start();
        var checks = new TakChecks(callers, audit, clients.values(), this::changed, entry.isOpen(), clock);
        rounds.scheduleWithFixedDelay(checks, 0, TakChecks.EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// The port that is listened on; 0 for none.
    public int port() {
        return listener == null ? 0 : listener.port();
    }

    public TakState state() {
        var now = clock.millis();
        var views = clients.values().stream()
                .sorted(Comparator.comparing(TakClient::since).thenComparing(TakClient::id))
                .map(client -> TakState.ClientView.of(client, now))
                .toList();
        var refused = visits.list().stream()
                .map(one -> new TakState.RefusedView(
                        Instant.ofEpochMilli(one.at()), one.from(), one.sha256(), one.reason()))
                .toList();
        return settings == null
                ? new TakState(null, null, 0, views, refused)
                : new TakState(settings.endpoint().toString(), settings.feed(), settings.clients(), views, refused);
    }

    /// @throws Problem where no such client is connected
    public void disconnect(UUID id, Caller caller) {
        var client = clients.get(id);
        if (client == null) {
            throw new Problem(Category.NOT_FOUND, "no such client is connected", "その端末は接続されていません");
        }
        audit.record(new AuditEvent(caller.getName(), "tak-client-cut", null, null, details(client)));
        client.cut("by-hand");
    }

    private final class Visits implements TakListener.Visits {
        @Override
        public void by(Socket raw, SSLSocket socket, X509Certificate certificate) {
            var sha256 = CertificateDesk.fingerprint(certificate);
            var refusal = visits.isWithinRate(sha256, clock.millis()) ? null : "too-often";
            var caller =
                    refusal == null ? callers.findByCertificate(certificate).orElse(null) : null;
            var rights = caller == null ? new TakRights(false, false) : TakRights.of(caller, entry.isOpen());
            if (refusal == null) {
                refusal = refusal(caller, rights, certificate);
            }
            if (refusal != null || caller == null) {
                refuse(socket, sha256, String.valueOf(refusal));
                return;
            }
            admit(new TakClient(raw, socket, caller, rights, entry, clock));
        }

        @Override
        public void failed(Socket raw, IOException failure) {
            LOG.info("{} did not agree on TLS as a TAK client: {}", raw.getRemoteSocketAddress(), failure.getMessage());
            var from = TakListener.address(raw);
            visits.refused(new TakVisits.Refused(clock.millis(), from, "", "no-tls"));
        }
    }

    private @Nullable String refusal(@Nullable Caller caller, TakRights rights, X509Certificate certificate) {
        if (caller == null) {
            return callers.knows(certificate) ? "certificate-ended" : "certificate-unknown";
        }
        if (!rights.any()) {
            return "not-allowed";
        }
        if (settings == null || clients.size() >= settings.clients()) {
            return "too-many-clients";
        }
        var same = clients.values().stream()
                .filter(client -> client.caller().means().equals(caller.means()))
                .count();
        return same >= MOST_OF_ONE ? "too-many-of-one" : null;
    }

    /// Says why, as far as the device shows it, and notes it: once a minute for each certificate.
    private void refuse(SSLSocket socket, String sha256, String reason) {
        var from = TakListener.address(socket);
        var now = clock.millis();
        LOG.info("a TAK client from {} with certificate {} was refused: {}", from, sha256, reason);
        if (visits.refused(new TakVisits.Refused(now, from, sha256, reason))) {
            var details = Map.<String, Object>of("from", from, "sha256", sha256, "reason", reason);
            audit.record(new AuditEvent("node:tak", "tak-client-refused", null, null, details));
        }
        try (socket) {
            socket.getOutputStream().write(CotXml.bytes(TakWords.refusal(reason, sha256, now)));
            socket.getOutputStream().flush();
        } catch (IOException gone) {
            // Who is gone needs no reason.
        }
    }

    private void admit(TakClient client) {
        audit.record(new AuditEvent(client.caller().getName(), "tak-client-connected", null, null, details(client)));
        clients.put(client.id(), client);
        try {
            changed(client);
            client.run();
        } finally {
            clients.remove(client.id());
            leave(client);
            var end = client.end();
            var details = new HashMap<>(details(client));
            details.put("reason", end == null ? "left" : end);
            audit.record(new AuditEvent(client.caller().getName(), "tak-client-disconnected", null, null, details));
        }
    }

    /// Brings a client to the view that is its own now.
    private void changed(TakClient client) {
        synchronized (views) {
            var caller = client.caller();
            var key = TakView.Key.of(caller);
            var before = viewOf.get(client.id());
            var view = client.rights().read() ? views.get(key) : null;
            if (client.rights().read() && view == null) {
                view = new TakView(tracks.follow(), caller);
                views.put(key, view);
                view.start();
            }
            if (before != null && before != view) {
                before.leave(client, clock.millis());
                viewOf.remove(client.id());
            }
            if (view != null && clients.containsKey(client.id())) {
                viewOf.put(client.id(), view);
                if (before != view) {
                    view.join(client, caller);
                }
            }
            closeEmpty();
        }
    }

    private void leave(TakClient client) {
        synchronized (views) {
            var view = viewOf.remove(client.id());
            if (view != null) {
                view.leave(client, clock.millis());
            }
            closeEmpty();
        }
    }

    private void closeEmpty() {
        views.values().removeIf(view -> {
            if (view.isEmpty()) {
                view.close();
            }
            return view.isEmpty();
        });
    }

    private static Map<String, Object> details(TakClient client) {
        return Map.of("account", client.caller().getName(), "from", client.from());
    }

    @Override
    public void destroy() throws IOException {
        rounds.shutdownNow();
        if (listener != null) {
            listener.close();
        }
        List.copyOf(clients.values()).forEach(client -> client.cut("node-stops"));
        synchronized (views) {
            views.values().forEach(TakView::close);
        }
    }
}
