package org.renkei.sight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renkei.acsa.AcsaTalk;
import org.renkei.attachments.Uploading;
import org.renkei.cases.CaseTalk;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.picture.Picture;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Something at every desk of one node of Japan, told to Japan and these nations; each bears a word of its own.
final class Planted {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// The ship of the own nation.
    static final String MMSI = "431777099";

    /// The days of it, as a query.
    static final String PERIOD = "from=%s&to=%s"
            .formatted(AcsaTalk.today().minusDays(300), AcsaTalk.today().plusDays(60));

    private static final String FUEL = "F-76";

    private final RunningNode node;
    private final MovableClock clock;
    private final String mark;
    private final List<String> to;
    /// Words by what they stand in.
    final Map<String, String> words = new TreeMap<>();
    /// Ids by what they are of: `record`, `order`, `case`, `commitment`, `meeting`, `move` and others.
    final Map<String, String> ids = new TreeMap<>();

    /// @param mark what every word of these ends with; letters alone
    Planted(RunningNode node, MovableClock clock, String mark, String... to) {
        this.node = node;
        this.clock = clock;
        this.mark = mark;
        this.to = Arrays.stream(to).sorted().toList();
    }

    /// @param partner who supplies the order
    Planted everywhere(String partner, String agreement) {
        var report = new TreeMap<String, Object>(
                Map.of("title", word("report"), "summary", word("summary"), "position", place()));
        var file = Uploading.upload(
                node, word("file") + ".txt", "text/plain", word("content").getBytes(UTF_8));
        report.put("attachments", List.of(file));
        ids.put("file", file.path("sha256").asString());
        ids.put("record", record("situation-report", report));
        ids.put("alert", record("alert", Map.of("title", word("alert"), "position", place())));
        ids.put("from", placeStatus("quay"));
        ids.put("to", placeStatus("hall"));
        record(
                "office-contact",
                Map.of(
                        "title",
                        Map.of("en", word("contact"), "ja", word("contact") + "室"),
                        "office",
                        "jpn-operations",
                        "telephone",
                        word("telephone"),
                        "duty",
                        Map.of("en", word("duty"), "ja", word("duty") + "班")));
        ids.put(
                "damage",
                record(
                        "damage-report",
                        Map.of(
                                "title",
                                word("damage"),
                                "damageType",
                                "bridge",
                                "degree",
                                "severe",
                                "position",
                                place())));
        record("term", Map.of("title", Map.of("en", word("term"), "ja", word("term") + "語")));
        record(
                "request-for-assistance",
                Map.of(
                        "title",
                        word("need"),
                        "need",
                        word("need"),
                        "item",
                        "water",
                        "quantity",
                        amount(),
                        "position",
                        place()));
        record(
                "offer-of-assistance",
                Map.of(
                        "title",
                        word("offer"),
                        "offer",
                        word("offer"),
                        "item",
                        "water",
                        "quantity",
                        amount(),
                        "position",
                        place()));
        order(partner, agreement);
        var opening = Map.of(
                "nameEn",
                word("case"),
                "nameJa",
                word("事案"),
                "phase",
                "disaster",
                "body",
                "bocc",
                "text",
                word("opening"));
        ids.put("case", said("/api/v1/cases", "open", opening).id());
        inCase(ids.get("case"));
        ids.put("commitment", said("/api/v1/commitments", "record", promise()).id());
        inCommitment(ids.get("commitment"));
        ids.put("meeting", said("/api/v1/meetings", "call", meeting()).id());
        var move = said("/api/v1/relief/moves", "plan", plan());
        ids.put("move", move.json().path("move").path("id").asString());
        return this;
    }

    /// What is said to these nations in a case that stands.
    Planted inCase(String theCase) {
        var at = "/api/v1/cases/" + theCase + "/statements";
        said(at, "report", Map.of("text", word("said")));
        said(at, to.size() > 1 ? "ask" : "task", Map.of("text", word("asked"), "due", in(6)));
        return this;
    }

    /// What is said to these nations of a commitment that stands.
    Planted inCommitment(String commitment) {
        said("/api/v1/commitments/" + commitment + "/statements", "note", Map.of("text", word("view")));
        return this;
    }

    /// What no other nation is ever told: stock, a ceiling, and a ship of a feed of the own nation.
    Planted atHome() {
        post(
                "/api/v1/acsa/stock/points",
                Map.of("name", word("depot"), "holder", word("holder"), "lat", 35.1, "lon", 139.1, "label", label()));
        var sheet = "拠点,日付,種別,分類,品名,単位,数量,証書番号\n%s,%s,棚卸し,燃料,JP-8,リットル,7654321,%s\n"
                .formatted(word("depot"), AcsaTalk.today(), word("voucher"));
        words.put("level", "7654321");
        var checked = sheet("/check", sheet);
        sheet(
                "/entries?leaveOut=0&digest=" + checked.path("digest").asString() + "&label="
                        + URLEncoder.encode(label(), UTF_8),
                sheet);
        var day = AcsaTalk.today();
        var ceiling = new TreeMap<String, Object>(Map.of(
                "name",
                word("ceiling"),
                "amount",
                8_642_097,
                "currency",
                "JPY",
                "source",
                word("source"),
                "from",
                day.toString(),
                "to",
                day.plusDays(90).toString(),
                "categories",
                List.of("fuel")));
        ceiling.put("direction", "supplied");
        ceiling.put("label", label());
        ceiling.put("partner", "USA");
        post("/api/v1/acsa/ceilings", ceiling);
        node.bean(Picture.class)
                .take(new Sighting(
                        "own",
                        TrackIdentity.parse("mmsi:" + MMSI),
                        TrackDomain.SEA,
                        clock.millis(),
                        clock.millis(),
                        Optional.of(new Fix(33.9, 131.9, 15)),
                        Motion.of(90, 8),
                        Particulars.of(Optional.of(word("ship")), Optional.empty(), Optional.of("70"))));
        words.put("mmsi", MMSI);
        return this;
    }

    String label() {
        return (to.size() == 1 ? "SECRET" : "UNCLASSIFIED") + "//REL TO " + String.join(", ", to);
    }

    /// A record of its own, by the administrator of the node.
    String record(String kind, Object body) {
        return post("/api/v1/records", Map.of("kind", kind, "label", label(), "body", body))
                .id();
    }

    String word(String of) {
        return words.computeIfAbsent(of, key -> key + mark);
    }

    private void order(String partner, String agreement) {
        var fields = AcsaTalk.fuel(node, partner, "replacement").put("agreement", agreement);
        ((ObjectNode) fields.path("lines").path(0)).put("item", word(FUEL));
        var answer = AcsaTalk.request(node, label(), fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        ids.put("order", answer.id());
    }

    private Map<String, Object> promise() {
        var fields = new TreeMap<String, Object>();
        for (var name :
                List.of("titleEn", "titleJa", "reference", "sentenceEn", "sentenceJa", "outcomeEn", "outcomeJa")) {
            fields.put(name, word("promise" + name));
        }
        fields.put("meeting", "scc");
        fields.put("held", AcsaTalk.today().minusDays(200).toString());
        fields.put("due", AcsaTalk.today().plusDays(20).toString());
        fields.put("owner", "sdc");
        return fields;
    }

    private Map<String, Object> meeting() {
        var fields = new TreeMap<String, Object>(
                Map.of("titleEn", word("meeting"), "titleJa", word("meeting") + "会", "body", "bocc", "starts", in(5)));
        fields.put("minutes", 90);
        fields.put("zone", "Asia/Tokyo");
        fields.put("place", word("room"));
        return fields;
    }

    private Map<String, Object> plan() {
        var leg = Map.of("from", ids.get("from"), "to", ids.get("to"), "departure", in(1), "arrival", in(3));
        var fields = new TreeMap<String, Object>(Map.of(
                "means", "truck", "count", 8, "item", word("cargo"), "quantity", 40, "unit", "t", "receiver", "JPN"));
        fields.put("legs", List.of(leg));
        return fields;
    }

    private String placeStatus(String of) {
        return record(
                "place-status",
                Map.of(
                        "title",
                        word(of),
                        "placeType",
                        "other",
                        "placeCode",
                        word(of + "Code"),
                        "status",
                        "open",
                        "position",
                        place()));
    }

    private RunningNode.Answer said(String at, String act, Map<String, ?> fields) {
        var body = (ObjectNode) JSON.readTree(CaseTalk.said(act, fields, to));
        return posted(at, body.put("label", label()).toString());
    }

    private RunningNode.Answer post(String at, Map<String, ?> body) {
        return posted(at, JSON.writeValueAsString(body));
    }

    private RunningNode.Answer posted(String at, String body) {
        var answer = node.post(at, body);
        assertThat(answer.status()).as(at + ": " + answer.text()).isEqualTo(201);
        return answer;
    }

    private JsonNode sheet(String path, String sheet) {
        var answer = node.raw(
                "POST", "/api/v1/acsa/stock" + path, sheet.getBytes(UTF_8), "Content-Type", "application/octet-stream");
        var text = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(text).isIn(200, 201);
        return JSON.readTree(text);
    }

    private String in(int hours) {
        return now().plus(Duration.ofHours(hours)).toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Object> place() {
        return Map.of("lat", 33.5, "lon", 131.5);
    }

    private static Map<String, Object> amount() {
        return Map.of("value", 10, "unit", "t");
    }
}
