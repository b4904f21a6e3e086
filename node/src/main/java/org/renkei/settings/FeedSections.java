package org.renkei.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;

/// The list `feeds` of the settings.
final class FeedSections {
    private static final Set<String> KEYS = Set.of(
            "id",
            "kind",
            "source",
            "label",
            "started",
            "replay-speed",
            "poll-seconds",
            "certificate",
            "key",
            "trusted",
            "signatures",
            "signers",
            "signing-key",
            "signed-only",
            "yields",
            "members");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ENDPOINT = Pattern.compile("(tcp|udp|tls)://([^/\\s]+):([0-9]{1,5})");
    private static final int HIGHEST_SPEED = 100;
    private static final int LAST_PORT = 65_535;
    private static final int AIRCRAFT_SECONDS = 5;
    private static final int DOCUMENT_SECONDS = 60;
    private static final int FOLDER_SECONDS = 5;

    private final List<String> mistakes;
    private final Function<String, Path> path;

    /// @param path makes an absolute one of what stands in the file
    FeedSections(List<String> mistakes, Function<String, Path> path) {
        this.mistakes = mistakes;
        this.path = path;
    }

    List<FeedSettings> read(Section tree) {
        var feeds = new ArrayList<FeedSettings>();
        var readings = new FeedReadings(mistakes, path);
        var ids = new HashSet<String>();
        for (var section : tree.sections("feeds")) {
            section.knows(KEYS);
            var id = section.required("id");
            if (!ID.matcher(id).matches() || id.length() > 40) {
                mistakes.add(section.key("id") + ": '" + id
                        + "' is no name of a feed; use lower-case letters, digits and hyphens, at most 40");
            }
            if (!ids.add(id)) {
                mistakes.add(section.key("id") + ": '" + id + "' names two feeds");
            }
            var kind = kind(section);
            var source = source(section, kind);
            var label = label(section);
            var started = section.flag("started", true);
            if (kind != null && source != null && label != null) {
                feeds.add(new FeedSettings(id, kind, source, label, started, readings.read(section, kind)));
            }
        }
        return feeds;
    }

    private @Nullable Kind kind(Section section) {
        var text = section.required("kind");
        for (var kind : Kind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        mistakes.add(section.key("kind") + ": '" + text + "' is no kind; known are "
                + Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.joining(", ")));
        return null;
    }

    private @Nullable Label label(Section section) {
        try {
            return Label.parse(section.required("label"));
        } catch (LabelException e) {
            mistakes.add(section.key("label") + ": " + e.getMessage());
            return null;
        }
    }

    private @Nullable Source source(Section section, @Nullable Kind kind) {
        var text = section.required("source");
        var source = source(section, text, kind);
        if (source == null) {
            mistakes.add(
                    section.key("source") + ": '" + text
                            + "' is none of tcp://host:port, tls://host:port, udp://address:port, file:path, tak:, kafka:, push:, http://… and https://…");
            return null;
        }
        if (kind != null && !fits(kind, source)) {
            mistakes.add(
                    section.key("source") + ": " + kind.text() + " does not come by " + text.replaceAll(":.*", ""));
        }
        return source;
    }

    private static boolean fits(Kind kind, Source source) {
        var documents = isOfDocuments(kind);
        return switch (source) {
            case Source.Tcp ignored -> !documents && kind != Kind.AIRCRAFT_JSON && kind != Kind.MAVLINK;
            case Source.Udp ignored -> !documents && kind != Kind.AIRCRAFT_JSON;
            case Source.Replay ignored -> kind != Kind.MAVLINK;
            case Source.TlsServer ignored -> kind == Kind.COT;
            case Source.TakClients ignored -> kind == Kind.COT;
            case Source.OtherNodes ignored -> kind != Kind.CAP && kind != Kind.JMA && kind != Kind.USGS;
            case Source.Folder ignored -> documents;
            case Source.Pushed ignored -> kind == Kind.CAP || kind == Kind.JMA || kind == Kind.USGS;
            case Source.Poll ignored -> documents || kind == Kind.AIRCRAFT_JSON;
        };
    }

    private static boolean isOfDocuments(Kind kind) {
        return switch (kind) {
            case CAP, JMA, USGS, GEOJSON -> true;
            case AIS, SBS, MODE_S, AIRCRAFT_JSON, COT, MAVLINK -> false;
        };
    }

    private @Nullable Source source(Section section, String text, @Nullable Kind kind) {
        var documents = kind != null && isOfDocuments(kind);
        if (text.startsWith("file:")) {
            var file = path.apply(text.substring("file:".length()));
            return documents ? folder(section, file) : replay(section, file);
        }
        if (text.equals("tak:")) {
            return new Source.TakClients();
        }
        if (text.equals("push:")) {
            return new Source.Pushed();
        }
        if (text.equals("kafka:")) {
            return new Source.OtherNodes();
        }
        if (text.matches("https?://[^\\s/]+.*")) {
            return poll(section, text, documents ? DOCUMENT_SECONDS : AIRCRAFT_SECONDS);
        }
        var endpoint = ENDPOINT.matcher(text);
        if (!endpoint.matches() || Integer.parseInt(endpoint.group(3)) > LAST_PORT) {
            return null;
        }
        var place = new Endpoint(endpoint.group(2), Integer.parseInt(endpoint.group(3)));
        return switch (endpoint.group(1)) {
            case "tcp" -> new Source.Tcp(place);
            case "udp" -> new Source.Udp(place);
            default -> new Source.TlsServer(place, own(section), readable(section, "trusted"));
        };
    }

    private @Nullable Tls own(Section section) {
        return section.has("certificate") || section.has("key")
                ? new Tls(readable(section, "certificate"), readable(section, "key"), false)
                : null;
    }

    private Path readable(Section section, String key) {
        var file = path.apply(section.required(key));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            mistakes.add(section.key(key) + ": there is no readable file " + file);
        }
        return file;
    }

    private Source replay(Section section, Path file) {
        if (!Files.isReadable(file)) {
            mistakes.add(section.key("source") + ": there is no readable file " + file);
        }
        var speed = section.count("replay-speed", 1);
        if (speed > HIGHEST_SPEED) {
            mistakes.add(section.key("replay-speed") + ": " + speed + " is more than " + HIGHEST_SPEED);
        }
        return new Source.Replay(file, speed);
    }

    private Source folder(Section section, Path file) {
        if (!Files.isReadable(file)) {
            mistakes.add(section.key("source") + ": there is no readable file or folder " + file);
        }
        return new Source.Folder(file, Duration.ofSeconds(section.count("poll-seconds", FOLDER_SECONDS)));
    }

    private static @Nullable Source poll(Section section, String text, int seconds) {
        try {
            return new Source.Poll(URI.create(text), Duration.ofSeconds(section.count("poll-seconds", seconds)));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
