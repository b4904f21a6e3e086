package org.renkei.ogcapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.problem.Paging;
import org.renkei.records.RecordFilter;
import org.renkei.records.RecordView;
import org.renkei.release.RecordDesk;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Located records of one kind as features, newest first.
@Component
class RecordFeatures {
    private static final int BATCH = 500;

    /// Told otherwise, as geometry or under a name of every feature.
    private static final Set<String> NOT_REPEATED = Set.of("title", "position", "geometry", "attachments");

    private final RecordDesk desk;

    RecordFeatures(RecordDesk desk) {
        this.desk = desk;
    }

    FeaturePage page(String kind, FeatureQuery query, Caller caller) {
        var filter = new RecordFilter(kind, null, null, null, true);
        var found = new ArrayList<Feature>();
        var cursor = query.after() == null ? null : Paging.cursor(query.after());
        Long total;
        do {
            var page = desk.list(filter, cursor, BATCH, caller);
            page.records().stream()
                    .flatMap(record -> feature(record, query.language()).stream())
                    .filter(query::holds)
                    .forEach(found::add);
            total = page.total();
            cursor = page.next();
        } while (cursor != null && found.size() <= query.limit());
        var all = query.box() == null && query.period().equals(Period.ALWAYS);
        return found.size() > query.limit()
                ? new FeaturePage(found.subList(0, query.limit()), all ? total : null, true)
                : new FeaturePage(found, all ? total : null, false);
    }

    Optional<Feature> find(String kind, UUID id, FeatureQuery query, Caller caller) {
        var record = desk.get(id, caller);
        return record.kind().equals(kind) ? feature(record, query.language()) : Optional.empty();
    }

    private static Optional<Feature> feature(RecordView record, Locale language) {
        var position = record.position();
        if (position == null) {
            return Optional.empty();
        }
        var body = record.body();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("title", text(body.path("title"), language));
        properties.put("kind", record.kind());
        properties.put("party", record.party());
        properties.put("origin", record.origin());
        properties.put("author", record.author());
        properties.put("time", record.time());
        properties.put("precedence", record.precedence());
        properties.put("revision", record.revision());
        properties.put("state", record.state());
        properties.put("redacted", record.redacted());
        body.properties().stream()
                .filter(one -> !NOT_REPEATED.contains(one.getKey()))
                .forEach(one -> properties.put(
                        properties.containsKey(one.getKey()) ? "body." + one.getKey() : one.getKey(),
                        value(one.getValue(), language)));
        return Optional.of(new Feature(
                record.id(),
                record.banner(),
                position.lon(),
                position.lat(),
                Geometries.of(body, position.lon(), position.lat()),
                time(body.path("time").asString(record.time())),
                properties));
    }

    /// What is said in two languages is given in the one that is asked for.
    private static Object value(JsonNode value, Locale language) {
        if (value.isString() || isBilingual(value)) {
            return text(value, language);
        } else if (value.isBoolean()) {
            return value.booleanValue();
        } else {
            return value.isNumber() ? value.numberValue() : value;
        }
    }

    private static boolean isBilingual(JsonNode value) {
        return value.isObject() && !value.isEmpty() && Set.of("en", "ja").containsAll(value.propertyNames());
    }

    private static String text(JsonNode value, Locale language) {
        var wanted = value.path(language.getLanguage().equals("ja") ? "ja" : "en");
        return value.isObject()
                ? wanted.asString(value.path("en").asString(value.path("ja").asString("")))
                : value.asString("");
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
