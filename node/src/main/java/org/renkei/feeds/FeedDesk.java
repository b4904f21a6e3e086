package org.renkei.feeds;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.feeds.receiver.Documents.Account;
import org.renkei.feeds.receiver.Receiver;
import org.renkei.identity.Caller;
import org.renkei.kernel.track.Sighting;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Viewers;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// The feeds of this node: how each stands, and starting and stopping them. Which there are, and which run
/// from the
/// start, is a matter of the settings; a start or stop holds until the node itself stops.
@Service
public class FeedDesk implements DisposableBean {
    private static final int LARGEST_PUSHED = 4 << 20;

    private final Map<String, Receiver> receivers = new LinkedHashMap<>();
    private final Viewers viewers;
    private final AuditLog audit;
    private final Clock clock;
    private final ObjectProvider<SightingSink> sinks;
    private volatile List<SightingSink> taking = List.of();

    FeedDesk(
            NodeSettings settings,
            Viewers viewers,
            AuditLog audit,
            Clock clock,
            ObjectProvider<SightingSink> sinks,
            FeedDocuments documents) {
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.sinks = sinks;
        settings.feeds().forEach(feed -> receivers.put(feed.id(), new Receiver(feed, clock, this::further, documents)));
    }

    private void further(List<Sighting> sightings) {
        taking.forEach(sink -> sink.seen(sightings));
    }

    @EventListener(ApplicationReadyEvent.class)
    void startThoseThatRun() {
        taking = sinks.orderedStream().toList();
        receivers.values().stream()
                .filter(receiver -> receiver.feed().started())
                .forEach(Receiver::start);
    }

    /// In the order of the settings. Lines that were refused are shown to those alone who are cleared for
    /// the label of
    /// their feed.
    public List<FeedView> list(Caller caller) {
        return receivers.values().stream()
                .map(receiver -> view(receiver, caller))
                .toList();
    }

    /// @throws Problem where there is no such feed, or it runs already
    public FeedView start(String id, Caller caller) {
        var receiver = receiver(id);
        if (receiver.isOn()) {
            throw new Problem(Category.CONFLICT, "the feed " + id + " runs already", "データ入力 " + id + " は既に動作中です");
        }
        audit.record(new AuditEvent(caller.getName(), "feed-started", null, null, Map.of("feed", id)));
        receiver.start();
        return view(receiver, caller);
    }

    /// @throws Problem where there is no such feed, or it does not run
    public FeedView stop(String id, Caller caller) {
        var receiver = receiver(id);
        if (!receiver.isOn()) {
            throw new Problem(Category.CONFLICT, "the feed " + id + " does not run", "データ入力 " + id + " は動作していません");
        }
        audit.record(new AuditEvent(caller.getName(), "feed-stopped", null, null, Map.of("feed", id)));
        receiver.stop();
        return view(receiver, caller);
    }

    /// Gives a feed that takes them an event of Cursor on Target.
    ///
    /// @return whether the feed runs
    public boolean hand(String id, byte[] event) throws InterruptedException {
        var receiver = receivers.get(id);
        return receiver != null && receiver.hand(event);
    }

    /// Takes a document that a machine brings to a feed with the source `push:`.
    ///
    /// @throws Problem where there is no such feed, it does not run, or nothing can be stored now
    public Account push(String id, byte[] content, Caller caller) {
        var receiver = receiver(id);
        if (content.length > LARGEST_PUSHED) {
            throw new Problem(
                    Category.TOO_LARGE,
                    "a message has at most " + (LARGEST_PUSHED >> 20) + " MB",
                    "通知は最大 " + (LARGEST_PUSHED >> 20) + " MB です");
        }
        return receiver.push(caller.getName(), content)
                .orElseThrow(() -> new Problem(
                        Category.CONFLICT,
                        "the feed " + id + " takes nothing that is brought, or does not run",
                        "データ入力 " + id + " は持ち込みを受け付けないか、動作していません"));
    }

    /// Counts what another node of the own nation has heard of a feed that is there in its settings.
    ///
    /// @return whether the feed runs here
    public boolean heard(Sighting sighting) {
        var receiver = receivers.get(sighting.feed());
        var now = clock.millis();
        return receiver != null
                && receiver.feed().source() instanceof Source.OtherNodes
                && receiver.heard(now, now - sighting.observedAt());
    }

    private Receiver receiver(String id) {
        var receiver = receivers.get(id);
        if (receiver == null) {
            throw new Problem(Category.NOT_FOUND, "the settings name no feed " + id, "設定にデータ入力 " + id + " はありません");
        }
        return receiver;
    }

    private FeedView view(Receiver receiver, Caller caller) {
        return FeedView.of(
                receiver,
                clock.millis(),
                viewers.mayHold(caller, receiver.feed().label()));
    }

    @Override
    public void destroy() {
        receivers.values().forEach(Receiver::stop);
    }
}
