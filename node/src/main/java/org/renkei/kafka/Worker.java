package org.renkei.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes its share of what the feeds of all nodes see and leaves what the pictures need. Which partitions are its
/// share,
/// the group of workers agrees on; what was done by then is taken up from the log. A sighting counts as done when what
/// follows from it is in the log, so that after a crash some are done twice, which changes nothing.
final class Worker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Clients clients;
    private final Clock clock;
    private final Map<Integer, Share> shares = new HashMap<>();
    private volatile Set<Integer> partitions = Set.of();
    private volatile boolean open = true;
    private volatile Runnable wakeUp = () -> {};

    Worker(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /// Its share at this moment.
    Set<Integer> partitions() {
        return partitions;
    }

    void stop() {
        open = false;
        wakeUp.run();
    }

    @Override
    public void run() {
        while (open && !Thread.currentThread().isInterrupted()) {
            try (var consumer = clients.worker();
                    var producer = clients.workProducer()) {
                wakeUp = consumer::wakeup;
                consumer.subscribe(List.of(clients.sightings()), new Sharing());
                while (open) {
                    work(consumer, producer);
                }
            } catch (WakeupException stopped) {
                // Its share goes to the others.
            } catch (RuntimeException failed) {
                LOG.warn("work on the log of sightings is begun again: {}", failed.getMessage());
                FeedLog.pause();
            } finally {
                shares.clear();
                partitions = Set.of();
            }
        }
    }

    private void work(KafkaConsumer<String, byte[]> consumer, KafkaProducer<String, byte[]> producer) {
        var records = consumer.poll(WAIT);
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var one : left(records)) {
            sent.add(producer.send(new ProducerRecord<>(
                    clients.picture(), one.partition(), one.key().toString(), SightingCodec.write(one.told()))));
        }
        if (!records.isEmpty()) {
            producer.flush();
            sent.forEach(Worker::arrived);
            consumer.commitSync();
        }
        var now = clock.millis();
        shares.values().forEach(share -> share.sweep(now));
    }

    /// What did not arrive is done again, from what was committed last.
    private static void arrived(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a sighting did not reach the pictures: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private record Left(int partition, Share.Key key, SightingCodec.Told told) {}

    /// Of the records, the newest of each source.
    private Collection<Left> left(ConsumerRecords<String, byte[]> records) {
        var left = new HashMap<Share.Key, Left>();
        for (var one : records) {
            var share = shares.get(one.partition());
            var told = SightingCodec.read(one.value()).orElse(null);
            if (share != null && told != null) {
                share.take(told).ifPresent(whole -> {
                    var key = Share.Key.of(whole.sighting());
                    left.put(key, new Left(one.partition(), key, whole));
                });
            }
        }
        return left.values();
    }

    private final class Sharing implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> given) {
            for (var one : given) {
                shares.put(one.partition(), restored(one.partition()));
            }
            partitions = Set.copyOf(shares.keySet());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {
            taken.forEach(one -> shares.remove(one.partition()));
            partitions = Set.copyOf(shares.keySet());
        }
    }

    /// What pictures were told of that partition.
    private Share restored(int partition) {
        var share = new Share();
        try (var reader = clients.reader()) {
            var there = new TopicPartition(clients.picture(), partition);
            reader.assign(List.of(there));
            reader.seekToBeginning(List.of(there));
            var end = reader.endOffsets(List.of(there)).getOrDefault(there, 0L);
            while (reader.position(there) < end) {
                for (var one : reader.poll(WAIT)) {
                    if (one.value() != null) {
                        SightingCodec.read(one.value()).ifPresent(share::restore);
                    }
                }
            }
        }
        return share;
    }
}
