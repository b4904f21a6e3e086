package org.renkei.feeds;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads GeoJSON (RFC 7946) one feature at a time, however long the collection is, and hands each feature
/// to the reader
/// that knows its kind.
final class GeoJsonReader {
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_DEPTH = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNestingDepth(MAX_DEPTH)
                    .build())
            .build();

    private final JsonTreeReader parser;
    private final FeedSink sink;
    private final ObjectNode lone = JsonNodeFactory.instance.objectNode();
    private String collection = "";
    private long features;

    private GeoJsonReader(JsonTreeReader parser, FeedSink sink) {
        this.parser = parser;
        this.sink = sink;
    }

    static void read(InputStream in, FeedSink sink) {
        try (JsonParser json = FACTORY.createParser(in)) {
            var parser = new JsonTreeReader(json);
            try {
                new GeoJsonReader(parser, sink).readDocument();
            } catch (FeedException e) {
                sink.refuse(parser.line(), e.reason());
            }
        }
    }

    private void readDocument() throws FeedException {
        if (parser.next() != JsonToken.START_OBJECT) {
            throw new FeedException(FeedProblem.UNKNOWN_JSON);
        }
        boolean collected = false;
        while (parser.next() == JsonToken.PROPERTY_NAME) {
            String field = parser.name();
            JsonToken value = parser.next();
            if (field.equals("features") && value == JsonToken.START_ARRAY) {
                collected = true;
                readFeatures();
            } else {
                lone.set(field, parser.tree());
            }
            collection = lone.path("name").asString("");
        }
        if (!collected && !lone.path("type").asString("").equals("Feature")) {
            throw new FeedException(FeedProblem.UNKNOWN_JSON);
        }
        if (!collected) {
            readFeature(lone, 1);
        }
    }

    private void readFeatures() throws FeedException {
        while (parser.next() != JsonToken.END_ARRAY) {
            long line = parser.line();
            readFeature(parser.tree(), line);
        }
    }

    private void readFeature(JsonNode tree, long line) {
        features++;
        try {
            var feature = new GeoJsonFeature(tree, collection, features);
            var draft = draft(feature);
            sink.read(line, draft, isQuake(feature) ? UsgsQuake.message(feature) : FeedMessage.lone(draft.source()));
        } catch (FeedException e) {
            sink.refuse(line, e.reason());
        }
    }

    private static FeedDraft draft(GeoJsonFeature feature) throws FeedException {
        if (feature.properties().has("共通ID")) {
            return GsiShelter.draft(feature);
        }
        return isQuake(feature) ? usgs(feature) : GeoJsonPlace.draft(feature);
    }

    private static boolean isQuake(GeoJsonFeature feature) {
        JsonNode properties = feature.properties();
        return !properties.has("共通ID") && properties.has("mag") && properties.has("time") && feature.id() != null;
    }

    private static FeedDraft usgs(GeoJsonFeature feature) throws FeedException {
        JsonNode properties = feature.properties();
        String type = properties.path("type").asString("");
        @Nullable String id = feature.id();
        return new UsgsQuake(
                        id == null ? "" : id,
                        feature.time("time"),
                        feature.position(),
                        FeedValues.number("mag", feature.text("mag")),
                        feature.text("magType"),
                        properties.path("place").asString(""),
                        type.isBlank() ? UsgsQuake.EARTHQUAKE : type,
                        properties.path("status").asString("").equals("deleted"))
                .draft();
    }
}
