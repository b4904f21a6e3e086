package org.renkei.publication;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.Spot;
import org.renkei.records.Bodies;
import tools.jackson.databind.JsonNode;

/// An alert or a hazard as whoever it may be sees it.
///
/// @param at when it was said as it stands
/// @param exercise whether label or words say that it is not real
record Notice(UUID id, String kind, String party, Instant at, boolean exercise, JsonNode body) {
    static final String ALERT = "alert";
    static final String HAZARD = "hazard";

    private static final Set<String> NOT_REAL = Set.of("Exercise", "Test", "exercise", "test");
    private static final Set<String> NOT_MEANT = Set.of("System", "Draft", "Ack", "Error", "Restricted", "Private");
    private static final Map<String, String> CATEGORIES = Map.of(
            "earthquake",
            "Geo",
            "tsunami",
            "Geo",
            "volcano",
            "Geo",
            "landslide",
            "Geo",
            "storm",
            "Met",
            "flood",
            "Met");

    /// Empty for what has no title, and for what its own words keep from the public or make no alert.
    static Optional<Notice> of(SharedRecord content) {
        var body = Bodies.toJson(content.body());
        var notice = new Notice(
                content.id(),
                content.kind(),
                content.origin().party(),
                content.time().instant(),
                content.banner().exercise() || NOT_REAL.contains(word(body, "status")),
                body);
        var kept = Stream.of("status", "msgType", "scope")
                .map(name -> word(body, name))
                .anyMatch(NOT_MEANT::contains);
        return notice.title().isEmpty() || kept ? Optional.empty() : Optional.of(notice);
    }

    boolean isAlert() {
        return kind.equals(ALERT);
    }

    Texts title() {
        return texts("title");
    }

    Texts texts(String name) {
        return Texts.of(body.path(name));
    }

    String word(String name) {
        return word(body, name);
    }

    /// Whether its origin says that it holds no longer.
    boolean isCancelled() {
        return word("msgType").equals("Cancel") || word("status").equals("cancelled");
    }

    Optional<Instant> time(String name) {
        try {
            var text = word(name);
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Nullable
    Spot spot() {
        var position = body.path("position");
        var lat = position.path("lat");
        var lon = position.path("lon");
        return lat.isNumber() && lon.isNumber() ? new Spot(lat.asDouble(), lon.asDouble()) : null;
    }

    /// What names no time at which it ends goes on until its origin takes it back.
    boolean isInForce(Instant now) {
        return !isCancelled() && time("expires").map(end -> end.isAfter(now)).orElse(true);
    }

    /// In the words of CAP.
    String status() {
        if (word("status").equalsIgnoreCase("test")) {
            return "Test";
        }
        return exercise ? "Exercise" : "Actual";
    }

    /// In the words of CAP; at least one.
    List<String> categories() {
        var said = body.path("category")
                .valueStream()
                .map(one -> one.asString(""))
                .filter(one -> !one.isEmpty())
                .toList();
        return said.isEmpty() ? List.of(CATEGORIES.getOrDefault(word("hazardType"), "Other")) : said;
    }

    private static String word(JsonNode body, String name) {
        return body.path(name).asString("");
    }
}
