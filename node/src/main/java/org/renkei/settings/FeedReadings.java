package org.renkei.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.FeedReading.Members;
import org.renkei.settings.FeedReading.Signatures;
import org.renkei.settings.FeedSettings.Kind;

/// Reads how a feed's messages are to be read; a key that says nothing for the kind is a mistake.
final class FeedReadings {
    private static final Map<Kind, Set<String>> KEYS = Map.of(
            Kind.CAP, Set.of("signatures", "signers"),
            Kind.MAVLINK, Set.of("signing-key", "signed-only"),
            Kind.GEOJSON, Set.of("yields", "members"));
    private static final Map<String, Double> SPEED_UNITS =
            Map.of("m/s", 1.0, "kn", 1852.0 / 3600, "km/h", 1000.0 / 3600);

    private final List<String> mistakes;
    private final Function<String, Path> path;

    FeedReadings(List<String> mistakes, Function<String, Path> path) {
        this.mistakes = mistakes;
        this.path = path;
    }

    FeedReading read(Section section, Kind kind) {
        KEYS.forEach((other, keys) -> keys.stream()
                .filter(key -> other != kind && section.has(key))
                .forEach(key -> mistakes.add(section.key(key) + ": only for feeds of the kind " + other.text())));
        return switch (kind) {
            case CAP -> alerts(section);
            case MAVLINK -> vehicles(section);
            case GEOJSON -> features(section);
            case AIS, SBS, MODE_S, AIRCRAFT_JSON, COT, JMA, USGS -> new FeedReading.Plain();
        };
    }

    private FeedReading alerts(Section section) {
        var signatures = signatures(section);
        var signers = section.has("signers") ? readable(section, "signers") : null;
        if (signatures == Signatures.REQUIRE && signers == null) {
            mistakes.add(
                    section.key("signers") + ": missing; who may sign has to be known where signatures are required");
        }
        return new FeedReading.Alerts(signatures, signers);
    }

    private Signatures signatures(Section section) {
        var text = section.text("signatures", "check");
        return Arrays.stream(Signatures.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    mistakes.add(section.key("signatures") + ": '" + text + "' is none of require, check, ignore");
                    return Signatures.CHECK;
                });
    }

    private FeedReading vehicles(Section section) {
        var key = section.has("signing-key") ? readable(section, "signing-key") : null;
        var signedOnly = section.flag("signed-only", key != null);
        if (signedOnly && key == null) {
            mistakes.add(section.key("signing-key") + ": missing; without it no signature can be checked");
        }
        if (key != null && !isKey(key)) {
            mistakes.add(section.key("signing-key") + ": " + key + " does not hold 64 hexadecimal digits");
        }
        return new FeedReading.Vehicles(key, signedOnly);
    }

    private static boolean isKey(Path file) {
        try {
            return Files.size(file) < 1_000 && Files.readString(file).strip().matches("[0-9a-fA-F]{64}");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private FeedReading features(Section section) {
        var yields = section.text("yields", "tracks");
        if (!Set.of("tracks", "features").contains(yields)) {
            mistakes.add(section.key("yields") + ": '" + yields + "' is neither tracks nor features");
        }
        var members = section.section("members");
        members.knows(Set.of("id", "time", "course", "speed", "speed-unit", "name"));
        var unit = members.text("speed-unit", "m/s");
        var metresPerSecond = SPEED_UNITS.get(unit);
        if (metresPerSecond == null) {
            mistakes.add(members.key("speed-unit") + ": '" + unit + "' is none of m/s, kn, km/h");
            metresPerSecond = 1.0;
        }
        return new FeedReading.Features(
                !yields.equals("features"),
                new Members(
                        members.text("id", ""),
                        members.text("time", "time"),
                        members.text("course", "course"),
                        members.text("speed", "speed"),
                        members.text("name", "name"),
                        metresPerSecond));
    }

    private @Nullable Path readable(Section section, String key) {
        var file = path.apply(section.required(key));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            mistakes.add(section.key(key) + ": there is no readable file " + file);
            return null;
        }
        return file;
    }
}
