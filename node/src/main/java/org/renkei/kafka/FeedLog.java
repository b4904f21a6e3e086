package org.renkei.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.FeedDesk;
import org.renkei.feeds.SightingSink;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.renkei.picture.Picture;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the log what the own feeds see and brings the picture what those of other nodes do. What the own feeds see
/// goes
/// into the own picture without it: a node alone is a whole node. Nothing runs where the settings name no Kafka.
@Component
class FeedLog implements SightingSink, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final NodeSettings settings;
    private final FeedDesk feeds;
    private final Picture picture;
    private final Clock clock;
    private final Map<String, Label> own;
    private final Map<String, Label> others;
    private volatile @Nullable KafkaProducer<String, byte[]> producer;
    private volatile boolean open = true;
    private @Nullable Clients clients;
    private @Nullable Worker worker;
    private @Nullable Reader reader;

    FeedLog(NodeSettings settings, FeedDesk feeds, Picture picture, Clock clock) {
        this.settings = settings;
        this.feeds = feeds;
        this.picture = picture;
        this.clock = clock;
        this.own = labels(settings, false);
        this.others = labels(settings, true);
    }

    private static Map<String, Label> labels(NodeSettings settings, boolean ofOthers) {
        return settings.feeds().stream()
                .filter(feed -> feed.source() instanceof Source.OtherNodes == ofOthers)
                .collect(Collectors.toMap(FeedSettings::id, FeedSettings::label));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var kafka = settings.kafka();
        if (kafka != null) {
            clients = new Clients(kafka);
            Thread.ofVirtual().name("kafka-begin").start(this::begin);
        }
    }

    /// Tries until the topics are there.
    private void begin() {
        var kafka = settings.kafka();
        var all = clients;
        while (open && all != null && kafka != null) {
            try {
                all.makeTopics();
                run(all, kafka.works());
                return;
            } catch (ExecutionException | KafkaException e) {
                LOG.warn("the Kafka of the settings cannot be used and is tried again: {}", e.getMessage());
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void run(Clients all, boolean works) {
        if (!open) {
            return;
        }
        if (!own.isEmpty()) {
            producer = all.feedProducer();
        }
        if (works) {
            worker = new Worker(all, clock);
            Thread.ofPlatform().name("kafka-worker").daemon().start(worker);
        }
        if (!others.isEmpty()) {
            reader = new Reader(all, others, this::heard);
            Thread.ofPlatform().name("kafka-reader").daemon().start(reader);
        }
    }

    private void heard(Sighting sighting) {
        if (feeds.heard(sighting)) {
            picture.take(sighting);
        }
    }

    /// What the log does not take is only told to the own picture.
    @Override
    public void seen(List<Sighting> sightings) {
        var telling = producer;
        var all = clients;
        if (telling == null || all == null) {
            return;
        }
        for (var sighting : sightings) {
            var label = own.get(sighting.feed());
            if (label != null) {
                var bytes = SightingCodec.write(new SightingCodec.Told(sighting, label));
                telling.send(new ProducerRecord<>(
                        all.sightings(), sighting.identity().toString(), bytes));
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void destroy() {
        open = false;
        if (worker != null) {
            worker.stop();
        }
        if (reader != null) {
            reader.stop();
        }
        var telling = producer;
        if (telling != null) {
            producer = null;
            telling.close(Duration.ofSeconds(2));
        }
    }
}
