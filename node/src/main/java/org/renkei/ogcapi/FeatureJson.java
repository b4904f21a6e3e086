package org.renkei.ogcapi;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Features as GeoJSON.
@Component
public class FeatureJson {
    private final JsonMapper json;
    private final Clock clock;

    FeatureJson(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /// A FeatureCollection without its links.
    public ObjectNode collection(FeaturePage page, Crs crs) {
        var collection = json.createObjectNode().put("type", "FeatureCollection");
        collection.put("banner", FeatureText.banner(page.features()));
        collection.put(
                "timeStamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        collection.put("numberReturned", page.features().size());
        if (page.matched() != null) {
            collection.put("numberMatched", page.matched());
        }
        var features = collection.putArray("features");
        page.features().forEach(feature -> features.add(feature(feature, crs)));
        return collection;
    }

    public ObjectNode feature(Feature feature, Crs crs) {
        var one = json.createObjectNode()
                .put("type", "Feature")
                .put("id", feature.id().toString());
        one.set("geometry", Geometries.in(crs, feature.geometry()));
        var properties = one.putObject("properties").put("label", feature.label());
        feature.properties().forEach((name, value) -> properties.set(name, json.valueToTree(value)));
        return one;
    }
}
