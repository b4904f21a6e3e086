package org.renkei.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.renkei.settings.KafkaSettings;
import org.renkei.settings.NodeSettings.Endpoint;

/// Makes clients of the Kafka that the settings name. Files of keys and passwords are read each time.
final class Clients {
    private static final long HOUR = 3_600_000;

    private final KafkaSettings settings;

    Clients(KafkaSettings settings) {
        this.settings = settings;
    }

    /// What feeds see, by identity.
    String sightings() {
        return settings.name() + ".sightings";
    }

    /// What pictures are to know, by source: of each the newest.
    String picture() {
        return settings.name() + ".picture";
    }

    /// For a feed, which does not wait for Kafka.
    KafkaProducer<String, byte[]> feedProducer() {
        return producer(Map.of("max.block.ms", 100));
    }

    /// For a worker, which waits until what it tells is in the log.
    KafkaProducer<String, byte[]> workProducer() {
        return producer(Map.of());
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var all = new HashMap<String, Object>(Map.of("acks", "all", "linger.ms", 20, "compression.type", "zstd"));
        all.putAll(more);
        return new KafkaProducer<>(with(all), new StringSerializer(), new ByteArraySerializer());
    }

    /// One of the group of workers: it is given its share of the sightings.
    KafkaConsumer<String, byte[]> worker() {
        return new KafkaConsumer<>(
                with(Map.of(
                        "group.id",
                        settings.name(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "session.timeout.ms",
                        10_000,
                        "heartbeat.interval.ms",
                        2_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /// One that chooses for itself what it reads.
    KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(
                with(Map.of("enable.auto.commit", false, "auto.offset.reset", "earliest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Makes the topics that are not there yet.
    void makeTopics() throws InterruptedException, ExecutionException {
        var kept = Map.of("retention.ms", String.valueOf(HOUR), "segment.ms", String.valueOf(HOUR / 4));
        var newest = Map.of(
                "cleanup.policy",
                "compact,delete",
                "retention.ms",
                String.valueOf(3 * HOUR),
                "segment.ms",
                String.valueOf(HOUR / 4),
                "max.compaction.lag.ms",
                String.valueOf(HOUR / 4));
        try (var admin = Admin.create(with(Map.of()))) {
            var there = admin.listTopics().names().get();
            make(admin, there, topic(sightings(), kept));
            make(admin, there, topic(picture(), newest));
        }
    }

    private NewTopic topic(String name, Map<String, String> settingsOf) {
        return new NewTopic(name, Optional.of(settings.partitions()), Optional.empty()).configs(settingsOf);
    }

    private static void make(Admin admin, Set<String> there, NewTopic topic)
            throws InterruptedException, ExecutionException {
        if (there.contains(topic.name())) {
            return;
        }
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<String, Object>(more);
        all.put(
                "bootstrap.servers",
                settings.servers().stream().map(Endpoint::toString).collect(Collectors.joining(",")));
        var trusted = settings.trusted();
        if (trusted != null) {
            all.put("ssl.truststore.type", "PEM");
            all.put("ssl.truststore.certificates", text(trusted));
        }
        var own = settings.own();
        if (own != null) {
            all.put("ssl.keystore.type", "PEM");
            all.put("ssl.keystore.certificate.chain", text(own.certificate()));
            all.put("ssl.keystore.key", text(own.key()));
        }
        var account = settings.account();
        if (account != null) {
            all.put("sasl.mechanism", "SCRAM-SHA-512");
            all.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(
                                    quoted(account.user()),
                                    quoted(text(account.passwordFile()).strip())));
        }
        all.put("security.protocol", (account == null ? "" : "SASL_") + (trusted == null ? "PLAINTEXT" : "SSL"));
        return all;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("renkei.kafka: " + file + " cannot be read", e);
        }
    }
}
