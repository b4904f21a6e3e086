package org.renkei.feeds;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The body of a draft while it is put together. What the source leaves out is left out; texts too long for
/// the
/// record's schema end in an ellipsis.
final class FeedBody {
    private static final int SHORT_TEXT = 200;
    private static final int LONG_TEXT = 8000;

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    ObjectNode node() {
        return node;
    }

    FeedBody put(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(field, value);
        }
        return this;
    }

    FeedBody put(String field, @Nullable Double value) {
        if (value != null) {
            node.put(field, value);
        }
        return this;
    }

    FeedBody put(String field, @Nullable Integer value) {
        if (value != null) {
            node.put(field, value);
        }
        return this;
    }

    FeedBody put(String field, @Nullable Instant time) {
        return put(field, time == null ? null : time.toString());
    }

    FeedBody shortText(String field, @Nullable String en, @Nullable String ja) {
        return text(field, en, ja, SHORT_TEXT);
    }

    FeedBody longText(String field, @Nullable String en, @Nullable String ja) {
        return text(field, en, ja, LONG_TEXT);
    }

    FeedBody position(@Nullable FeedPosition position) {
        if (position != null) {
            node.putObject("position").put("lat", position.lat()).put("lon", position.lon());
        }
        return this;
    }

    /// Where what a telegram tells of holds: for a tsunami on the coast that it names as the gravest, which may be an
    /// ocean away from where the earth shook; else there.
    FeedBody place(JmaTelegram telegram) throws FeedException {
        var shook = telegram.hypocenter();
        var coast = telegram.gravestCoast().flatMap(JmaCoasts::place);
        if (coast.isEmpty()) {
            return position(shook);
        }
        if (shook != null) {
            node.putObject("hypocenter").put("lat", shook.lat()).put("lon", shook.lon());
        }
        return roughPosition(coast);
    }

    /// The lines of a coast, latitude first, and how grave what it is warned of is; nothing for a code that is not
    /// known.
    ///
    /// @param kind what is said of it, in the words of JMA
    FeedBody coast(String code, String kind) {
        var lines = JmaCoasts.lines(code);
        if (!lines.isEmpty()) {
            node.put("grade", JmaCoasts.grade(kind));
            var all = node.putArray("lines");
            lines.forEach(line -> {
                var points = all.addArray();
                line.forEach(point -> points.addArray().add(point.lat()).add(point.lon()));
            });
        }
        return this;
    }

    /// Where a region is that is known by its code alone; what is there already counts more.
    FeedBody roughPosition(Optional<FeedPosition> place) {
        if (!node.has("position")) {
            place.ifPresent(known -> node.putObject("position")
                    .put("lat", known.lat())
                    .put("lon", known.lon())
                    .put("gridKm", JmaRegions.GRID_KM));
        }
        return this;
    }

    FeedBody strings(String field, Collection<String> values) {
        if (!values.isEmpty()) {
            var array = node.putArray(field);
            values.forEach(array::add);
        }
        return this;
    }

    FeedBody objects(String field, Collection<ObjectNode> values) {
        if (!values.isEmpty()) {
            node.putArray(field).addAll(values);
        }
        return this;
    }

    private FeedBody text(String field, @Nullable String en, @Nullable String ja, int limit) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        putText(text, "en", en, limit);
        putText(text, "ja", ja, limit);
        if (!text.isEmpty()) {
            node.set(field, text);
        }
        return this;
    }

    private static void putText(ObjectNode text, String language, @Nullable String value, int limit) {
        if (value != null && !value.isBlank()) {
            text.put(language, clip(value.strip(), limit));
        }
    }

    static String clip(String value, int limit) {
        if (value.length() <= limit) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return value.substring(0, end) + "…";
    }
}
