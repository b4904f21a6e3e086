package org.renkei.feeds;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A seismic event of the USGS catalogue (ComCat). The event id is stable across formats and later
/// corrections.
///
/// @param type the catalogue's word; blasts and the like are kept, as hazards of type `other`
record UsgsQuake(
        String id,
        Instant time,
        FeedPosition position,
        @Nullable Double magnitude,
        @Nullable String magnitudeType,
        String place,
        String type,
        boolean deleted) {
    static final String EARTHQUAKE = "earthquake";

    private static final int MOST_IDS = 50;
    private static final String AUTHOR = "U.S. Geological Survey";
    private static final Map<String, String> TYPES_JA = Map.of(
            EARTHQUAKE,
            "地震",
            "quarry blast",
            "採石発破",
            "explosion",
            "爆発",
            "chemical explosion",
            "化学爆発",
            "ice quake",
            "氷震",
            "sonic boom",
            "衝撃波",
            "volcanic eruption",
            "噴火",
            "other event",
            "その他の事象");

    /// One event may stand under several ids, of each network that saw it; `updated` says which word is the
    /// newest.
    static FeedMessage message(GeoJsonFeature feature) throws FeedException {
        @Nullable String own = feature.id();
        String id = own == null ? "" : own;
        @Nullable String others = feature.text("ids");
        Stream<String> names =
                Arrays.stream((others == null ? "" : others).split(",")).filter(name -> !name.isBlank());
        boolean dated = feature.properties().has("updated");
        boolean deleted = feature.properties().path("status").asString("").equals("deleted");
        return new FeedMessage(
                id + "/" + FeedSource.digest(feature.tree().toString()),
                Stream.concat(Stream.of(id), names).limit(MOST_IDS).toList(),
                dated ? feature.time("updated") : Instant.EPOCH,
                deleted ? FeedMessage.Verb.CANCELS : FeedMessage.Verb.SAYS);
    }

    FeedDraft draft() {
        String size = magnitude == null ? "" : " M" + magnitude;
        FeedBody body = new FeedBody()
                .shortText("title", title(typeEn(), size), title(TYPES_JA.getOrDefault(type, type), size))
                .put("hazardType", hazardType())
                .put("time", time)
                .position(position)
                .put("depthKm", position.depthKm())
                .put("magnitude", magnitude)
                .put("magnitudeType", magnitudeType)
                .put("status", deleted ? "cancelled" : "actual");
        return FeedDraft.real("hazard", precedence(), new FeedSource("usgs", id), AUTHOR, body);
    }

    private String title(String what, String size) {
        return what + size + (place.isBlank() ? "" : " - " + place);
    }

    private String typeEn() {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    private String hazardType() {
        return switch (type) {
            case EARTHQUAKE -> EARTHQUAKE;
            case "volcanic eruption" -> "volcano";
            default -> "other";
        };
    }

    private String precedence() {
        if (magnitude == null || !type.equals(EARTHQUAKE) || magnitude < 5) {
            return "ROUTINE";
        }
        return magnitude < 7 ? "PRIORITY" : "IMMEDIATE";
    }
}
