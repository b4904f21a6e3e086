package org.renkei.feeds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A site of the register of the Geospatial Information Authority of Japan: an emergency evacuation site
/// (指定緊急避難場所), which names the hazards it is meant for, or an evacuation shelter (指定避難所). One place may be both
/// and is then two records.
final class GsiShelter {
    static final Map<String, String> HAZARDS = Map.of(
            "洪水", "flood",
            "崖崩れ、土石流及び地滑り", "landslide",
            "高潮", "storm surge",
            "地震", "earthquake",
            "津波", "tsunami",
            "大規模な火事", "large fire",
            "内水氾濫", "inland flooding",
            "火山現象", "volcano");

    private static final String AUTHOR = "Geospatial Information Authority of Japan";

    private GsiShelter() {}

    static FeedDraft draft(GeoJsonFeature feature) throws FeedException {
        JsonNode properties = feature.properties();
        String id = required(feature, "共通ID");
        String name = required(feature, "施設・場所名");
        boolean emergency = HAZARDS.keySet().stream().anyMatch(properties::has);
        String municipality = feature.text("都道府県名及び市町村名");
        FeedBody body = new FeedBody()
                .shortText("title", null, name)
                .shortText(
                        "summary",
                        emergency ? "Emergency evacuation site" : "Evacuation shelter",
                        emergency ? "指定緊急避難場所" : "指定避難所")
                .put("placeType", "shelter")
                .put("status", "designated")
                .position(feature.position())
                .shortText("address", null, feature.text("住所"))
                .shortText("operator", null, municipality)
                .strings(
                        "hazards",
                        HAZARDS.entrySet().stream()
                                .filter(hazard -> "1".equals(feature.text(hazard.getKey())))
                                .map(Map.Entry::getValue)
                                .sorted()
                                .toList())
                .longText("remarks", null, remarks(feature));
        String source = id + (emergency ? "/emergency" : "/evacuation");
        return FeedDraft.real("place-status", "ROUTINE", new FeedSource("gsi", source), AUTHOR, body);
    }

    private static String required(GeoJsonFeature feature, String property) throws FeedException {
        String value = feature.text(property);
        if (value == null || value.isBlank()) {
            throw new FeedException(FeedProblem.MISSING, property);
        }
        return value;
    }

    private static String remarks(GeoJsonFeature feature) {
        String remarks = text(feature.text("備考"));
        String admitted = text(feature.text("受入対象者"));
        return admitted.isEmpty() ? remarks : ("受入対象者: " + admitted + "\n" + remarks).strip();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
