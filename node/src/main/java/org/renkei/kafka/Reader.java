package org.renkei.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.renkei.kafka.SightingCodec.Told;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes into one picture what the workers left, all of it from the beginning of what is kept. The newest wins: what
/// comes again, or late, is left out. A feed that this node does not know, or knows under another label, is not taken.
final class Reader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Clients clients;
    private final Map<String, Label> feeds;
    private final Consumer<Sighting> picture;
    private final Map<Share.Key, Long> newest = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private volatile boolean open = true;
    private volatile Runnable wakeUp = () -> {};

    /// @param feeds that other nodes hear, and the label that each has here
    Reader(Clients clients, Map<String, Label> feeds, Consumer<Sighting> picture) {
        this.clients = clients;
        this.feeds = Map.copyOf(feeds);
        this.picture = picture;
    }

    void stop() {
        open = false;
        wakeUp.run();
    }

    @Override
    public void run() {
        while (open && !Thread.currentThread().isInterrupted()) {
            try (var consumer = clients.reader()) {
                wakeUp = consumer::wakeup;
                var partitions = partitions(consumer);
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                while (open) {
                    consumer.poll(WAIT).forEach(this::take);
                }
            } catch (WakeupException stopped) {
                // Nothing more is taken.
            } catch (RuntimeException failed) {
                LOG.warn("what other nodes see is read again from the beginning: {}", failed.getMessage());
                FeedLog.pause();
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var one : consumer.partitionsFor(clients.picture())) {
            partitions.add(new TopicPartition(one.topic(), one.partition()));
        }
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + clients.picture() + " yet");
        }
        return partitions;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        var told = SightingCodec.read(record.value()).orElse(null);
        if (told == null) {
            refuse("", "what is no sighting of this version");
        } else if (feeds.containsKey(told.sighting().feed())) {
            take(told);
        }
    }

    private void take(Told told) {
        var sighting = told.sighting();
        if (!told.label().equals(feeds.get(sighting.feed()))) {
            refuse(sighting.feed(), "its sightings, as they bear another label than the feed has here");
            return;
        }
        var key = Share.Key.of(sighting);
        var before = newest.getOrDefault(key, Long.MIN_VALUE);
        var at = sighting.observedAt();
        if (at > before) {
            newest.put(key, at);
            picture.accept(sighting);
        } else if (at == before) {
            picture.accept(withoutPlace(sighting));
        }
    }

    /// The place is known; what is said besides may be new.
    private static Sighting withoutPlace(Sighting sighting) {
        return new Sighting(
                sighting.feed(),
                sighting.identity(),
                sighting.domain(),
                sighting.observedAt(),
                sighting.receivedAt(),
                Optional.empty(),
                sighting.motion(),
                sighting.particulars());
    }

    /// Said once.
    private void refuse(String feed, String what) {
        if (refused.add(feed)) {
            LOG.warn("from the log of sightings this is not taken of feed '{}': {}", feed, what);
        }
    }
}
