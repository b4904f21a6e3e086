package org.renkei.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;

/// The section `tak` of the settings.
final class TakSections {
    private static final int USUAL_CLIENTS = 200;
    private static final int MOST_CLIENTS = 5_000;

    private final List<String> mistakes;
    private final Function<String, Path> path;

    /// @param path makes an absolute one of what stands in the file
    TakSections(List<String> mistakes, Function<String, Path> path) {
        this.mistakes = mistakes;
        this.path = path;
    }

    /// @param api certificate and key of the API, taken where no others are named
    @Nullable
    TakSettings read(Section tree, @Nullable Tls api) {
        if (!tree.has("tak")) {
            return null;
        }
        var section = tree.section("tak");
        section.knows(Set.of("address", "port", "certificate", "key", "feed", "clients"));
        var endpoint = new Endpoint(section.text("address", "127.0.0.1"), section.port("port", 8089));
        var clients = section.count("clients", USUAL_CLIENTS);
        if (clients > MOST_CLIENTS) {
            mistakes.add(section.key("clients") + ": " + clients + " is more than " + MOST_CLIENTS);
        }
        var tls = api;
        if (section.has("certificate") || section.has("key")) {
            tls = new Tls(readable(section, "certificate"), readable(section, "key"), false);
        }
        if (tls == null) {
            mistakes.add(
                    "renkei.tak: clients connect by TLS alone; name certificate and key here or in renkei.api.tls");
            return null;
        }
        return new TakSettings(endpoint, tls, section.optional("feed").orElse(null), clients);
    }

    private Path readable(Section section, String key) {
        var file = path.apply(section.required(key));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            mistakes.add(section.key(key) + ": there is no readable file " + file);
        }
        return file;
    }

    /// That the feed of the clients is one, and that no feed waits for clients who never come.
    static void check(NodeSettings settings, List<String> mistakes) {
        var tak = settings.tak();
        var named = tak == null ? null : tak.feed();
        var waiting = settings.feeds().stream()
                .filter(feed -> feed.source() instanceof Source.TakClients)
                .map(FeedSettings::id)
                .toList();
        if (named != null && !waiting.contains(named)) {
            mistakes.add("renkei.tak.feed: no feed with the source tak: is called '" + named + "'");
        }
        waiting.stream()
                .filter(feed -> !feed.equals(named))
                .forEach(feed -> mistakes.add(
                        "renkei.feeds: " + feed + " has the source tak:, but renkei.tak.feed does" + " not name it"));
    }
}
