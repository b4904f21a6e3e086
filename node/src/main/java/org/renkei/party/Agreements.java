package org.renkei.party;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.agreement.Suspension;
import org.renkei.kernel.label.Classification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The versions of agreements.
@Repository
class Agreements {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Agreements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest version of each, by id.
    List<Agreement> list() {
        return jdbc.sql("select distinct on (id) id, version, content from party.agreement order by id, version desc")
                .query((row, number) ->
                        read(row.getString("id"), row.getInt("version"), json.readTree(row.getString("content"))))
                .list();
    }

    /// Adds a version; one that is there already is a programmer's mistake or a race, and fails.
    void insert(Agreement agreement, Instant at, String by) {
        jdbc.sql(
                        "insert into party.agreement (id, version, content, changed_at, changed_by) values (?, ?, ?::jsonb, ?, ?)")
                .param(agreement.id())
                .param(agreement.version())
                .param(json.writeValueAsString(write(agreement)))
                .param(at.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
    }

    private static Map<String, Object> write(Agreement agreement) {
        var content = new LinkedHashMap<String, Object>();
        content.put("type", agreement.type().code());
        content.put("en", agreement.nameEn());
        content.put("ja", agreement.nameJa());
        content.put("parties", agreement.parties().stream().sorted().toList());
        put(content, "signed", agreement.signed());
        put(content, "inForce", agreement.inForce());
        put(content, "ended", agreement.ended());
        put(content, "endedReason", agreement.endedReason());
        put(content, "ceiling", agreement.ceiling());
        content.put("source", agreement.source());
        content.put(
                "suspensions",
                agreement.suspensions().stream().map(Agreements::write).toList());
        return content;
    }

    private static Map<String, Object> write(Suspension suspension) {
        var content = new HashMap<String, Object>();
        put(content, "from", suspension.from());
        put(content, "until", suspension.until());
        put(content, "reason", suspension.reason());
        return content;
    }

    private static void put(Map<String, Object> content, String key, @Nullable Object value) {
        if (value != null) {
            content.put(key, value.toString());
        }
    }

    private static Agreement read(String id, int version, JsonNode content) {
        var parties = new HashSet<String>();
        content.path("parties").forEach(party -> parties.add(party.asString()));
        var signed = text(content, "signed");
        var inForce = text(content, "inForce");
        var ended = text(content, "ended");
        var ceiling = text(content, "ceiling");
        return new Agreement(
                id,
                AgreementType.parse(content.path("type").asString()),
                content.path("en").asString(),
                content.path("ja").asString(),
                parties,
                signed == null ? null : PartialDate.parse(signed),
                inForce == null ? null : PartialDate.parse(inForce),
                ended == null ? null : LocalDate.parse(ended),
                text(content, "endedReason"),
                content.path("suspensions")
                        .valueStream()
                        .map(Agreements::suspension)
                        .toList(),
                ceiling == null ? null : Classification.parse(ceiling),
                content.path("source").asString(),
                version);
    }

    private static Suspension suspension(JsonNode node) {
        var until = text(node, "until");
        return new Suspension(
                LocalDate.parse(node.path("from").asString()),
                until == null ? null : LocalDate.parse(until),
                node.path("reason").asString(""));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.path(key).asString() : null;
    }
}
