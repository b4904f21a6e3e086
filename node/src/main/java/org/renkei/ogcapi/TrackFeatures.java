package org.renkei.ogcapi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.picture.TrackDesk;
import org.renkei.picture.TrackFilter;
import org.renkei.picture.TrackView;
import org.springframework.stereotype.Component;

/// Tracks as features: a point each, where it was seen last.
@Component
class TrackFeatures {
    private final TrackDesk desk;

    TrackFeatures(TrackDesk desk) {
        this.desk = desk;
    }

    FeaturePage page(FeatureQuery query, Caller caller) {
        var matching = matching(query, caller).toList();
        var after = query.after();
        var rest = matching.stream()
                .filter(one -> after == null || one.id().compareTo(after) > 0)
                .toList();
        var page = rest.stream().limit(query.limit()).toList();
        return new FeaturePage(page, (long) matching.size(), rest.size() > page.size());
    }

    Optional<Feature> find(UUID id, FeatureQuery query, Caller caller) {
        return matching(query, caller).filter(one -> one.id().equals(id)).findFirst();
    }

    private Stream<Feature> matching(FeatureQuery query, Caller caller) {
        return desk.list(caller, TrackFilter.ALL, query.at()).tracks().stream()
                .map(TrackFeatures::feature)
                .filter(query::holds)
                .sorted(Comparator.comparing(Feature::id));
    }

    private static Feature feature(TrackView track) {
        var properties = new LinkedHashMap<String, Object>();
        put(properties, "name", track.name());
        put(properties, "callsign", track.callsign());
        put(properties, "type", track.type());
        properties.put("domain", track.domain());
        properties.put("state", track.state());
        properties.put("seenAt", track.seenAt().toString());
        properties.put("coarse", track.coarse());
        put(properties, "cellKm", track.cellKm());
        put(properties, "accuracyMetres", track.accuracyMetres());
        put(properties, "course", track.course());
        put(properties, "speed", track.speed());
        put(properties, "heading", track.heading());
        put(properties, "altitude", track.altitude());
        put(properties, "identities", text(track.identities()));
        put(properties, "feeds", text(track.feeds()));
        return new Feature(
                track.id(),
                track.label(),
                track.longitude(),
                track.latitude(),
                Geometries.point(track.longitude(), track.latitude()),
                track.seenAt(),
                properties);
    }

    private static @Nullable String text(List<String> words) {
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
