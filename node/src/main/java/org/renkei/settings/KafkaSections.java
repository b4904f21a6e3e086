package org.renkei.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;

/// The section `kafka` of the settings.
final class KafkaSections {
    private static final Set<String> KEYS =
            Set.of("servers", "name", "partitions", "trusted", "certificate", "key", "user", "password-file", "works");
    private static final Pattern SERVER = Pattern.compile("([^:\\s]+):([0-9]{1,5})");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final int USUAL_PARTITIONS = 12;
    private static final int MOST_PARTITIONS = 1_000;

    private final List<String> mistakes;
    private final Function<String, Path> path;

    /// @param path makes an absolute one of what stands in the file
    KafkaSections(List<String> mistakes, Function<String, Path> path) {
        this.mistakes = mistakes;
        this.path = path;
    }

    @Nullable
    KafkaSettings read(Section tree) {
        if (!tree.has("kafka")) {
            return null;
        }
        var section = tree.section("kafka");
        section.knows(KEYS);
        var servers = servers(section);
        var name = section.text("name", "renkei");
        if (!NAME.matcher(name).matches()) {
            mistakes.add(section.key("name") + ": '" + name
                    + "' is no name of topics; use lower-case letters, digits, dots and hyphens, at most 100");
        }
        var partitions = section.count("partitions", USUAL_PARTITIONS);
        if (partitions > MOST_PARTITIONS) {
            mistakes.add(section.key("partitions") + ": " + partitions + " is more than " + MOST_PARTITIONS);
        }
        var trusted = section.has("trusted") ? readable(section, "trusted") : null;
        if (trusted == null && !servers.stream().allMatch(server -> isLoopback(server.host()))) {
            mistakes.add(section.key("trusted")
                    + ": servers on other machines are called over TLS alone; name the certificates that are trusted");
        }
        var own = section.has("certificate") || section.has("key")
                ? new Tls(readable(section, "certificate"), readable(section, "key"), false)
                : null;
        if (own != null && trusted == null) {
            mistakes.add(section.key("certificate") + ": a certificate is shown over TLS alone; name `trusted`, too");
        }
        var account = section.has("user") || section.has("password-file")
                ? new KafkaSettings.Account(section.required("user"), readable(section, "password-file"))
                : null;
        return new KafkaSettings(servers, name, partitions, trusted, own, account, section.flag("works", true));
    }

    /// That no feed waits for a Kafka that is not there.
    static void check(NodeSettings settings, List<String> mistakes) {
        if (settings.kafka() == null) {
            settings.feeds().stream()
                    .filter(feed -> feed.source() instanceof Source.OtherNodes)
                    .forEach(feed -> mistakes.add(
                            "renkei.feeds: " + feed.id() + " has the source kafka:, but there is no renkei.kafka"));
        }
    }

    private List<Endpoint> servers(Section section) {
        var servers = new ArrayList<Endpoint>();
        for (var text : section.texts("servers")) {
            var server = SERVER.matcher(text);
            if (server.matches()) {
                servers.add(new Endpoint(server.group(1), Integer.parseInt(server.group(2))));
            } else {
                mistakes.add(section.key("servers") + ": '" + text + "' is not host:port");
            }
        }
        if (servers.isEmpty()) {
            mistakes.add(section.key("servers") + ": at least one host:port is needed");
        }
        return servers;
    }

    private Path readable(Section section, String key) {
        var file = path.apply(section.required(key));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            mistakes.add(section.key(key) + ": there is no readable file " + file);
        }
        return file;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
