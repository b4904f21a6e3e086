package org.renkei.feeds.receiver;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.receiver.Yield.Observation;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedReading.Members;
import org.renkei.settings.FeedSettings;
import tools.jackson.databind.JsonNode;

/// Points of GeoJSON that move, one document after another. Identities belong to the feed: another feed's
/// `1` is
/// another
/// thing. A point that says the same as the time before is left out.
final class GeoJsonDecoder implements Decoder {
    private static final int MOST = 50_000;
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_NAME = 64;
    private static final double USUAL_METRES = 100;
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private final String feed;
    private final Members members;
    private final LinkedHashMap<String, Integer> said = new LinkedHashMap<>(16, 0.75f, true);

    GeoJsonDecoder(FeedSettings feed) {
        this.feed = feed.id();
        this.members = feed.reading() instanceof FeedReading.Features features
                ? features.members()
                : new Members("", "time", "course", "speed", "name", 1);
    }

    @Override
    public OptionalLong read(String document, long now, Yield to) {
        GeoJsonSequence.read(CotPieces.piece(document), feature -> read(feature, to), to::refused);
        return OptionalLong.empty();
    }

    private void read(JsonNode feature, Yield to) {
        var reason = refusal(feature);
        if (reason != null) {
            to.refused(reason, feature.toString());
            return;
        }
        to.message();
        var id = id(feature);
        var before = said.put(id, feature.hashCode());
        if (said.size() > MOST) {
            said.pollFirstEntry();
        }
        if (before != null && before == feature.hashCode()) {
            to.duplicate();
            return;
        }
        var at = feature.path("geometry").path("coordinates");
        to.sighting(
                new Observation(
                        new TrackIdentity("geojson", feed + "/" + id),
                        TrackDomain.UNKNOWN,
                        Optional.of(new Fix(at.path(1).asDouble(), at.path(0).asDouble(), USUAL_METRES)),
                        motion(feature),
                        particulars(feature)),
                time(feature));
    }

    private @Nullable String refusal(JsonNode feature) {
        if (!feature.path("type").asString("").equals("Feature")) {
            return "FORM";
        }
        var geometry = feature.path("geometry");
        var at = geometry.path("coordinates");
        if (!geometry.path("type").asString("").equals("Point")
                || !at.path(0).isNumber()
                || !at.path(1).isNumber()) {
            return "NO_POINT";
        }
        if (Math.abs(at.path(0).asDouble()) > 180 || Math.abs(at.path(1).asDouble()) > 90) {
            return "VALUE";
        }
        var id = id(feature);
        return id.isBlank() || id.length() > LONGEST_ID ? "NO_ID" : null;
    }

    private String id(JsonNode feature) {
        if (!members.id().isEmpty()) {
            return text(feature.path("properties").path(members.id()));
        }
        var own = text(feature.path("id"));
        return own.isEmpty() ? text(feature.path("properties").path("id")) : own;
    }

    private static String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString().strip() : "";
    }

    private Motion motion(JsonNode feature) {
        var properties = feature.path("properties");
        var course = number(properties.path(members.course()), 0, 360);
        var speed = number(properties.path(members.speed()), 0, 100_000);
        var height = number(feature.path("geometry").path("coordinates").path(2), -20_000, 1_000_000);
        return new Motion(
                course.isPresent() ? OptionalDouble.of(course.getAsDouble() % 360) : course,
                speed.isPresent() ? OptionalDouble.of(speed.getAsDouble() * members.metresPerSecond()) : speed,
                OptionalDouble.empty(),
                height,
                OptionalDouble.empty());
    }

    private static OptionalDouble number(JsonNode node, double least, double most) {
        return node.isNumber() && node.asDouble() >= least && node.asDouble() <= most
                ? OptionalDouble.of(node.asDouble())
                : OptionalDouble.empty();
    }

    private Particulars particulars(JsonNode feature) {
        var name = text(feature.path("properties").path(members.name()));
        return name.isEmpty() || name.length() > LONGEST_NAME ? Particulars.NONE : Particulars.named(name);
    }

    /// ISO 8601 with an offset, or seconds or milliseconds since 1970.
    private OptionalLong time(JsonNode feature) {
        var node = feature.path("properties").path(members.time());
        if (node.isNumber()) {
            var number = node.asDouble();
            return number > 0 && number < 1e14
                    ? OptionalLong.of(Math.round(number < MILLISECONDS_FROM ? number * 1000 : number))
                    : OptionalLong.empty();
        }
        try {
            return node.isString()
                    ? OptionalLong.of(OffsetDateTime.parse(node.asString().strip())
                            .toInstant()
                            .toEpochMilli())
                    : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException none) {
            return OptionalLong.empty();
        }
    }
}
