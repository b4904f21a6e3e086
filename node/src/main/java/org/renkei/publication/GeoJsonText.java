package org.renkei.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.PlaceReport;
import org.renkei.kernel.relief.Spot;
import org.renkei.kernel.relief.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is public as GeoJSON (RFC 7946): one feature for each report of a place, need, alert and hazard,
/// without geometry where nobody said where it is.
final class GeoJsonText {
    private final JsonMapper json;
    private final PublicWords words;
    private final String node;

    GeoJsonText(JsonMapper json, PublicWords words, String node) {
        this.json = json;
        this.words = words;
        this.node = node;
    }

    byte[] of(Holdings holdings, Instant made) {
        var collection = json.createObjectNode().put("type", "FeatureCollection");
        collection.put("marking", PageText.MARKING).put("node", node).put("made", made.toString());
        collection.set("name", both(words.node()));
        var features = collection.putArray("features");
        for (var exercise : List.of(false, true)) {
            var side = holdings.side(exercise, made);
            side.alerts().forEach(one -> notice(features, one));
            side.hazards().forEach(one -> notice(features, one));
            side.places().forEach(one -> place(features, one, exercise));
            side.shelters().forEach(one -> place(features, one, exercise));
            side.needs().forEach(one -> need(features, one, exercise));
        }
        return json.writeValueAsBytes(collection);
    }

    private void notice(ArrayNode features, Notice one) {
        var properties =
                feature(features, one.id().toString(), one.kind(), one.party(), one.at(), one.exercise(), one.spot());
        properties.set("title", both(one.title()));
        if (!one.texts("summary").isEmpty()) {
            properties.set("summary", both(one.texts("summary")));
        }
        for (var name : List.of("severity", "urgency", "certainty", "expires", "hazardType", "maxIntensity")) {
            if (!one.word(name).isEmpty()) {
                properties.put(name, one.word(name));
            }
        }
    }

    private void place(ArrayNode features, Place place, boolean exercise) {
        for (var report : place.reports()) {
            var properties = feature(
                    features,
                    report.record().toString(),
                    "place-status",
                    report.party(),
                    report.at(),
                    exercise,
                    spot(place, report));
            properties.set("title", both(report.name()));
            properties.put("placeType", report.type()).put("status", report.status());
            if (report.occupants() != null) {
                properties.put("occupants", report.occupants());
            }
            if (report.capacity() != null) {
                properties.put("capacity", report.capacity());
            }
        }
    }

    private void need(ArrayNode features, Need need, boolean exercise) {
        var properties = feature(
                features,
                need.id().toString(),
                "request-for-assistance",
                need.party(),
                need.stated(),
                exercise,
                need.spot());
        properties.set("title", both(need.title()));
        if (need.item() != null) {
            properties.put("item", need.item());
        }
        if (need.amount().units() > 0) {
            properties
                    .put("quantity", need.amount().units())
                    .put("unit", need.amount().unit());
        }
        if (need.until() != null) {
            properties.put("neededBy", need.until().toString());
        }
    }

    private static @Nullable Spot spot(Place place, PlaceReport report) {
        return report.position() == null ? place.position().orElse(null) : report.position();
    }

    private ObjectNode feature(
            ArrayNode features,
            String id,
            String kind,
            String party,
            Instant at,
            boolean exercise,
            @Nullable Spot spot) {
        var one = features.addObject().put("type", "Feature").put("id", id);
        if (spot == null) {
            one.putNull("geometry");
        } else {
            one.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(spot.lon())
                    .add(spot.lat());
        }
        return one.putObject("properties")
                .put("kind", kind)
                .put("party", party)
                .put("at", at.toString())
                .put("exercise", exercise);
    }

    private ObjectNode both(Texts texts) {
        return both(new Words(texts.in("en"), texts.in("ja")));
    }

    private ObjectNode both(Words both) {
        return json.createObjectNode().put("en", both.en()).put("ja", both.ja());
    }
}
