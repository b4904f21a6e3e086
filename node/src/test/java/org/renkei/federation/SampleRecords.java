package org.renkei.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Records of the kinds that the program ships, with bodies after their schemas and words of our own; the same for the
/// same seed.
final class SampleRecords {
    private static final List<String> KINDS = List.of(
            "alert", "hazard", "offer-of-assistance", "place-status", "request-for-assistance", "situation-report");
    private static final List<String> NODES = List.of("JPN/ichigaya", "USA/yokota", "AUS/russell");
    private static final List<String> AUTHORS =
            List.of("watch officer", "relief coordinator", "air operations officer", "logistics desk", "liaison team");
    private static final List<Map.Entry<String, String>> PHRASES = List.of(
            Map.entry("Shelter open at the primary school", "小学校に避難所を開設"),
            Map.entry("Drinking water is needed", "飲料水が必要"),
            Map.entry("The road is closed by a landslide", "土砂崩れのため通行止め"),
            Map.entry("The runway has been inspected and can be used", "滑走路は点検済みで使用可"),
            Map.entry("Two helicopters are available", "ヘリコプター2機が使用可能"),
            Map.entry("Blankets and food for the evacuees", "避難者用の毛布と食料"),
            Map.entry("Search and rescue continues", "捜索救助を継続中"),
            Map.entry("Power has been restored in part", "電力は一部復旧"),
            Map.entry("The hospital takes further patients", "病院は受け入れ可能"),
            Map.entry("Aftershocks are expected", "余震に注意"),
            Map.entry("The bridge is passable for light vehicles", "橋は軽車両のみ通行可"),
            Map.entry("Medical team on its way", "医療班が移動中"),
            Map.entry("Fuel for generators is short", "発電機の燃料が不足"),
            Map.entry("No casualties reported", "人的被害の報告なし"),
            Map.entry("The port receives ships again", "港湾は船舶の受け入れを再開"),
            Map.entry("Heavy rain until the evening", "夕方まで大雨"));
    private static final List<String> WORDS = List.of("t", "persons", "litres", "boxes", "Mj", "5+", "Kyushu", "Chubu");

    private static final Map<String, JsonNode> SCHEMAS = new ConcurrentHashMap<>();

    private final Random random;

    SampleRecords(long seed) {
        random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + 1);
    }

    SharedRecord next() {
        var origin = pick(NODES);
        var kind = pick(KINDS);
        var schema = SCHEMAS.computeIfAbsent(kind, SampleRecords::schema);
        return new SharedRecord(
                id(),
                NodeId.parse(origin),
                kind,
                1 + random.nextInt(3),
                origin.substring(0, 3) + " " + pick(AUTHORS),
                time(),
                Precedence.values()[random.nextInt(4)],
                label(origin.substring(0, 3)),
                List.of(),
                random.nextInt(4) == 0 ? List.of(id()) : List.of(),
                (CborMap) object(schema.path("properties"), schema),
                random.nextInt(4) == 0,
                null,
                Map.of());
    }

    /// A record that no seed gives.
    static SharedRecord unseen() {
        return new SharedRecord(
                UUID.fromString("0197a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"),
                NodeId.parse("GBR/northwood"),
                "place-status",
                1,
                "harbour master",
                new HybridTime(1_750_000_123_456_789L, 321),
                Precedence.IMMEDIATE,
                Label.parse("RESTRICTED//REL TO GBR, NZL//FOR DISASTER-RELIEF"),
                List.of(),
                List.of(),
                new CborMap(Map.of(
                        "title", new CborText("Quay four sunk under its own crane"),
                        "placeType", new CborText("port"),
                        "status", new CborText("limited"),
                        "position", new CborMap(Map.of("lat", new CborFloat(-41.28), "lon", new CborFloat(174.78))),
                        "time", new CborText("2027-03-04T05:06:00Z"))),
                false,
                null,
                Map.of());
    }

    private UUID id() {
        var bytes = new byte[RecordIds.RANDOM_BYTES];
        random.nextBytes(bytes);
        return RecordIds.of(time().micros() / 1000, bytes);
    }

    private HybridTime time() {
        return new HybridTime(1_767_225_600_000_000L + random.nextLong(94_608_000_000_000L), random.nextInt(1024));
    }

    private Label label(String origin) {
        var partner = pick(List.of("AUS", "JPN", "USA"));
        var audience = origin.compareTo(partner) < 0 ? origin + ", " + partner : partner + ", " + origin;
        var end = pick(List.of("", "//FOR DISASTER-RELIEF", "//EXERCISE", "//FOR DISASTER-RELIEF//EXERCISE"));
        return Label.parse(
                origin.equals(partner)
                        ? "UNCLASSIFIED//PUBLIC"
                        : pick(List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET")) + "//REL TO " + audience
                                + end);
    }

    private CborValue value(JsonNode field, JsonNode schema) {
        return switch (field.path("$ref").asString("")) {
            case "#/$defs/shortText" -> phrases(1);
            case "#/$defs/longText" -> phrases(1 + random.nextInt(3));
            case "#/$defs/time" -> new CborText(moment());
            case "" -> plain(field, schema);
            case String ref -> object(schema.at(ref.substring(1)).path("properties"), schema);
        };
    }

    private CborValue plain(JsonNode field, JsonNode schema) {
        if (field.has("enum")) {
            return new CborText(field.path("enum")
                    .get(random.nextInt(field.path("enum").size()))
                    .asString());
        }
        return switch (field.path("type").asString("")) {
            case "integer" -> new CborInt(random.nextInt(2_000));
            case "number" -> number(field);
            case "array" -> {
                var items = new ArrayList<CborValue>();
                for (var count = random.nextInt(3); count > 0; count--) {
                    items.add(value(field.path("items"), schema));
                }
                yield new CborArray(items);
            }
            case "object" -> object(field.path("properties"), schema);
            default -> new CborText(pick(WORDS));
        };
    }

    private CborValue number(JsonNode field) {
        var least = Math.max(0, field.path("minimum").asDouble(0));
        var most = Math.min(180, field.path("maximum").asDouble(180));
        return new CborFloat(Math.rint((least + random.nextDouble() * (most - least)) * 1e4) / 1e4);
    }

    private CborValue object(JsonNode properties, JsonNode schema) {
        var entries = new LinkedHashMap<String, CborValue>();
        for (var property : properties.properties()) {
            if (random.nextInt(3) > 0) {
                entries.put(property.getKey(), value(property.getValue(), schema));
            }
        }
        return new CborMap(entries);
    }

    private CborValue phrases(int count) {
        var en = new ArrayList<String>();
        var ja = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var phrase = pick(PHRASES);
            en.add(phrase.getKey());
            ja.add(phrase.getValue());
        }
        var texts = new LinkedHashMap<String, CborValue>();
        texts.put("en", new CborText(String.join(". ", en)));
        texts.put("ja", new CborText(String.join("。", ja)));
        return random.nextInt(4) == 0 ? new CborText(String.join("。", ja)) : new CborMap(texts);
    }

    private String moment() {
        return Instant.ofEpochSecond(time().micros() / 60_000_000 * 60).toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static JsonNode schema(String kind) {
        try {
            return new JsonMapper().readTree(Files.readString(Path.of("src/main/resources/kinds/" + kind + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
