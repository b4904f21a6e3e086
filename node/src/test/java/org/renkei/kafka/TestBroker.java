package org.renkei.kafka;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.renkei.settings.FreePort;
import org.renkei.settings.KafkaSettings;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;
import org.slf4j.LoggerFactory;

/// A real Kafka of one server on this machine. It lets in whom it knows by certificate and password, over TLS.
final class TestBroker implements AutoCloseable {
    private static final String USER = "renkei";
    private static final String PASSWORD = "a \"quoted\" word";

    private final Path folder;
    private final Tls keys;
    private final int port = FreePort.find();
    private final KafkaRaftServer server;

    /// @param keys of the server, and of everybody else
    TestBroker(Path folder, Tls keys) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        this.folder = Files.createDirectories(folder);
        this.keys = keys;
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        var data = folder.resolve("log").toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(data)
                .setMetadataLogDirectory(data)
                .setControllerListenerName("CONTROLLER")
                .setScramArguments(List.of("SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, PASSWORD)))
                .run();
        server = new KafkaRaftServer(new KafkaConfig(config(data)), Time.SYSTEM);
        server.startup();
    }

    /// @param name of the topics
    KafkaSettings settings(String name) {
        return new KafkaSettings(
                List.of(new Endpoint("127.0.0.1", port)),
                name,
                6,
                keys.certificate(),
                keys,
                new KafkaSettings.Account(USER, folder.resolve("password")),
                true);
    }

    /// The same as a section of a node's settings.
    String section(String name) {
        return """
                  kafka:
                    servers: ["127.0.0.1:%d"]
                    name: %s
                    partitions: 6
                    trusted: "%3$s"
                    certificate: "%3$s"
                    key: "%4$s"
                    user: %5$s
                    password-file: "%6$s"
                """.formatted(port, name, keys.certificate(), keys.key(), USER, folder.resolve("password"));
    }

    private Map<String, String> config(String data) throws IOException {
        var controller = FreePort.find();
        var config = new HashMap<String, String>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        config.put(
                "listeners",
                "NODES://127.0.0.1:%d,SELF://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, FreePort.find(), controller));
        config.put("controller.listener.names", "CONTROLLER");
        config.put("inter.broker.listener.name", "SELF");
        config.put("listener.security.protocol.map", "NODES:SASL_SSL,SELF:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        config.put(
                "listener.name.nodes.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        config.put("listener.name.nodes.ssl.client.auth", "required");
        config.put("listener.name.nodes.ssl.keystore.type", "PEM");
        config.put("listener.name.nodes.ssl.keystore.certificate.chain", Files.readString(keys.certificate()));
        config.put("listener.name.nodes.ssl.keystore.key", Files.readString(keys.key()));
        config.put("listener.name.nodes.ssl.truststore.type", "PEM");
        config.put("listener.name.nodes.ssl.truststore.certificates", Files.readString(keys.certificate()));
        config.put("log.dirs", data);
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("group.min.session.timeout.ms", "1000");
        return config;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
