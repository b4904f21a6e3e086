package org.renkei.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.feeds.Signed;
import org.renkei.testing.Machine;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Recordings;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// What feeds publish becomes records that follow what their source says later.
class NoticeTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Machine OFFICE = Machine.make();

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static Visitor gauge;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        var home = folder.resolve("JPN");
        Files.createDirectories(home.resolve("alerts"));
        Files.createDirectories(home.resolve("telegrams"));
        Files.createDirectories(home.resolve("quakes"));
        Files.createDirectories(home.resolve("areas"));
        Files.writeString(home.resolve("signers.pem"), OFFICE.pem());
        Files.writeString(federation.file("JPN"), """
                  feeds:
                    - {id: offices, kind: cap, source: "file:alerts", label: UNCLASSIFIED//PUBLIC, poll-seconds: 1}
                    - {id: brought, kind: cap, source: "push:", label: UNCLASSIFIED//PUBLIC}
                    - {id: signed, kind: cap, source: "push:", label: "UNCLASSIFIED//REL TO JPN, USA", signatures: require, signers: signers.pem}
                    - {id: telegrams, kind: jma, source: "file:telegrams", label: UNCLASSIFIED//PUBLIC, poll-seconds: 1}
                    - {id: quakes, kind: usgs, source: "file:quakes", label: UNCLASSIFIED//PUBLIC, poll-seconds: 1}
                    - {id: areas, kind: geojson, source: "file:areas", label: UNCLASSIFIED//REL TO JPN, yields: features, poll-seconds: 1}
                """, StandardOpenOption.APPEND);
        japan();
        federation.node("USA");
        gauge = new Residents(japan(), clock).settle("gauge", "feed").signedIn();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void anAlertOfAFolderIsARecordThatThePartnerHolds() throws IOException {
        var id = "flood-" + NUMBER.incrementAndGet();
        Files.writeString(folder.resolve("JPN/alerts/1.cap"), alert(id, "Alert", "Actual", 1, ""));
        Files.writeString(folder.resolve("JPN/alerts/2.cap"), "<alert/>");
        eventually("it is a record", () -> found(id).size() == 1);
        var record = found(id).getFirst();
        assertThat(record.path("kind").asString()).isEqualTo("alert");
        assertThat(record.path("precedence").asString()).isEqualTo("IMMEDIATE");
        var body = record.path("body");
        assertThat(body.path("position").path("lat").asDouble()).isBetween(36.5, 36.6);
        assertThat(body.path("expires").asString()).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(body.path("signature").path("ja").asString()).isEqualTo("なし");
        eventually(
                "the broken one has a reason",
                () -> japan().get("/api/v1/feeds").text().contains("unknown-xml"));
        federation.confirmed("JPN", "USA");
        assertThat(federation.node("USA").get("/api/v1/records?limit=200").text())
                .contains(id);
    }

    @Test
    void anUpdateReplacesAndACancellationSaysSo() {
        var first = "storm-" + NUMBER.incrementAndGet();
        var second = first + "-b";
        assertThat(bring("brought", alert(first, "Alert", "Actual", 1, ""))
                        .path("taken")
                        .asInt())
                .isEqualTo(1);
        assertThat(bring("brought", alert(first, "Alert", "Actual", 1, ""))
                        .path("known")
                        .asInt())
                .isEqualTo(1);
        bring(
                "brought",
                alert(second, "Update", "Actual", 2, reference(first, 1)).replace(">Severe<", ">Extreme<"));
        var record = only(first);
        assertThat(record.path("revision").asInt()).isEqualTo(2);
        assertThat(record.path("body").path("severity").asString()).isEqualTo("Extreme");

        bring("brought", withoutInfo(alert(first + "-c", "Cancel", "Actual", 3, reference(second, 2))));
        var cancelled = only(first).path("body");
        assertThat(cancelled.path("msgType").asString()).isEqualTo("Cancel");
        assertThat(cancelled.path("urgency").asString()).isEqualTo("Past");
        assertThat(cancelled.path("title").path("en").asString()).isEqualTo("Cancelled: Notice " + second);
        assertThat(cancelled.path("areas").size()).as("where it was").isEqualTo(1);
        assertThat(cancelled.path("expires").asString()).isEqualTo("2026-12-01T03:00:00Z");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        var first = "wind-" + NUMBER.incrementAndGet();
        bring("brought", alert(first + "-b", "Update", "Actual", 2, reference(first, 1)));
        assertThat(bring("brought", alert(first, "Alert", "Actual", 1, ""))
                        .path("known")
                        .asInt())
                .isEqualTo(1);
        assertThat(only(first).path("body").path("title").path("en").asString()).isEqualTo("Notice " + first + "-b");

        var gone = "fog-" + NUMBER.incrementAndGet();
        bring("brought", withoutInfo(alert(gone + "-c", "Cancel", "Actual", 2, reference(gone, 1))));
        assertThat(bring("brought", alert(gone, "Alert", "Actual", 1, ""))
                        .path("known")
                        .asInt())
                .isEqualTo(1);
        assertThat(found(gone)).isEmpty();
    }

    @Test
    void oneUpdateOfTwoAlertsBringsThemTogether() {
        var one = "fire-" + NUMBER.incrementAndGet();
        bring("brought", alert(one + "-x", "Alert", "Actual", 1, ""));
        bring("brought", alert(one + "-y", "Alert", "Actual", 1, ""));
        assertThat(found(one)).hasSize(2);
        bring(
                "brought",
                alert(one + "-z", "Update", "Actual", 2, reference(one + "-x", 1) + " " + reference(one + "-y", 1)));
        assertThat(found(one))
                .singleElement()
                .satisfies(record -> assertThat(
                                record.path("body").path("title").path("en").asString())
                        .isEqualTo("Notice " + one + "-z"));
    }

    @Test
    void nobodyReplacesWhatAnotherSenderSaid() {
        var id = "tide-" + NUMBER.incrementAndGet();
        bring("brought", alert(id, "Alert", "Actual", 1, ""));
        bring(
                "brought",
                withoutInfo(alert(id + "-c", "Cancel", "Actual", 2, reference(id, 1)))
                        .replace("<sender>office@test.example", "<sender>other@test.example"));
        assertThat(only(id).path("body").path("msgType").asString()).isEqualTo("Alert");
    }

    @Test
    void anExerciseIsMarkedAndNeverMixedWithWhatIsReal() {
        var id = "drill-" + NUMBER.incrementAndGet();
        bring("brought", alert(id, "Alert", "Exercise", 1, ""));
        assertThat(only(id).path("label").asString()).isEqualTo("UNCLASSIFIED//PUBLIC//EXERCISE");
        var mixed = bring("brought", alert(id + "-b", "Update", "Actual", 2, reference(id, 1)));
        assertThat(mixed.path("refused").path(0).asString()).startsWith("exercise-mixed");
        assertThat(only(id).path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotToBeActedOnIsNoRecord() {
        var id = "ack-" + NUMBER.incrementAndGet();
        for (var document : List.of(
                alert(id, "Ack", "Actual", 1, ""),
                alert(id, "Error", "Actual", 1, ""),
                alert(id, "Alert", "Draft", 1, ""))) {
            assertThat(bring("brought", document)).hasToString("{\"taken\":0,\"known\":0,\"refused\":[]}");
        }
        assertThat(found(id)).isEmpty();
        assertThat(bring("brought", alert(id, "Alert", "Actual", 1, "").replace(">Public<", ">Restricted<"))
                        .path("refused")
                        .path(0)
                        .asString())
                .startsWith("not-public");
    }

    @Test
    void signedAlertsOnlyWhereTheSettingAsks() {
        var id = "signed-" + NUMBER.incrementAndGet();
        var plain = alert(id, "Alert", "Actual", 1, "");
        assertThat(bring("signed", plain).path("refused").path(0).asString()).startsWith("unsigned");
        assertThat(bring("signed", Signed.by(Machine.make(), plain))
                        .path("refused")
                        .path(0)
                        .asString())
                .startsWith("signer-unknown");
        assertThat(bring("signed", Signed.by(OFFICE, plain).replace(">Severe<", ">Minor<"))
                        .path("refused")
                        .path(0)
                        .asString())
                .startsWith("signature-broken");
        assertThat(bring("signed", Signed.by(OFFICE, plain)).path("taken").asInt())
                .isEqualTo(1);
        assertThat(only(id).path("body").path("signature").path("en").asString())
                .isEqualTo("valid, by feed-1");
    }

    @Test
    void onlyMachinesThatBringMayBring() {
        var path = "/api/v1/feeds/brought/messages";
        assertThat(japan().post(path, alert("x", "Alert", "Actual", 1, "")).status())
                .isEqualTo(403);
        var officer =
                new Residents(japan(), clock).settle("watch", "watch-officer").signedIn();
        assertThat(officer.send("POST", path, "<alert/>").status()).isEqualTo(403);
        assertThat(gauge.send("POST", "/api/v1/feeds/offices/messages", "<alert/>")
                        .status())
                .isEqualTo(409);
        assertThat(gauge.send("POST", "/api/v1/feeds/none/messages", "<alert/>").status())
                .isEqualTo(404);
    }

    @Test
    void anEarthquakeIsRevisedAndDeletedByItsCatalogue() throws IOException {
        var file = folder.resolve("JPN/quakes/all.geojson");
        Files.writeString(file, quake("us1", 10, 6.1, "automatic"));
        eventually("it is a record", () -> found("quake us1").size() == 1);
        Files.writeString(file, quake("us1", 20, 6.4, "reviewed"));
        eventually("it was revised", () -> only("quake us1").path("revision").asInt() == 2);
        assertThat(only("quake us1").path("body").path("magnitude").asDouble()).isEqualTo(6.4);
        Files.writeString(file, quake("us1", 15, 6.2, "automatic"));
        Files.writeString(folder.resolve("JPN/quakes/more.geojson"), quake("us2", 10, 5.0, "automatic"));
        eventually("the other came", () -> found("quake us2").size() == 1);
        assertThat(only("quake us1").path("body").path("magnitude").asDouble())
                .as("older news")
                .isEqualTo(6.4);
        Files.writeString(file, quake("us1", 30, 6.4, "deleted"));
        eventually(
                "it is cancelled",
                () -> only("quake us1").path("body").path("status").asString().equals("cancelled"));
    }

    @Test
    void drawnThingsFollowTheirFile() throws IOException {
        var file = folder.resolve("JPN/areas/areas.geojson");
        var area = """
                {"type":"Feature","id":"zone","geometry":{"type":"Polygon","coordinates":[[[130,32],[131,32],[131,33],[130,32]]]},"properties":{"name":"%s"}}""";
        Files.writeString(file, area.formatted("Zone one"));
        eventually("it is drawn", () -> found("Zone one").size() == 1);
        assertThat(only("Zone one").path("kind").asString()).isEqualTo("feature");
        assertThat(only("Zone one").path("label").asString()).isEqualTo("UNCLASSIFIED//REL TO JPN");
        Files.writeString(file, area.formatted("Zone two"));
        eventually("it is drawn anew", () -> found("Zone two").size() == 1);
        assertThat(only("Zone two").path("revision").asInt()).isEqualTo(2);
    }

    /// The telegrams as JMA publishes them for tests: what speaks of one event in one way is one record.
    @Test
    void telegramsBecomeRecordsWithTheirPlaces() throws IOException {
        var zip = Recordings.need("disaster").resolve("jma_xml/jmaxml_dev.zip");
        Files.copy(zip, folder.resolve("JPN/telegrams/jma.zip"));
        eventually(
                "all were read",
                () -> feed("telegrams").path("messages").asInt() > 40
                        && feed("telegrams").path("sightings").asInt() > 20);
        eventually(
                "they are records",
                () -> records("hazard").size() + records("alert").size() > 20);
        var hazards = records("hazard").stream()
                .filter(record ->
                        record.path("source").path("system").asString("jma").equals("jma"))
                .toList();
        assertThat(hazards).anySatisfy(record -> {
            assertThat(record.path("body").path("title").path("ja").asString()).contains("岩手県内陸南部");
            assertThat(record.path("position").path("lat").asDouble()).isBetween(38.9, 39.2);
        });
        assertThat(hazards)
                .anySatisfy(record -> assertThat(record.path("body")
                                .path("position")
                                .path("gridKm")
                                .asInt())
                        .isEqualTo(100));
    }

    private static String alert(String id, String type, String status, int hour, String references) {
        return """
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>office@test.example</sender>\
                <sent>2026-12-01T0%d:00:00+00:00</sent><status>%s</status><msgType>%s</msgType><scope>Public</scope>%s\
                <info><language>en-US</language><category>Met</category><event>Flood</event><urgency>Immediate</urgency>\
                <severity>Severe</severity><certainty>Observed</certainty><expires>2026-12-01T09:00:00+00:00</expires>\
                <headline>Notice %s</headline><area><areaDesc>Test River</areaDesc>\
                <polygon>36.5,136.5 36.6,136.5 36.6,136.6 36.5,136.5</polygon></area></info></alert>""".formatted(
                id, hour, status, type, references.isEmpty() ? "" : "<references>" + references + "</references>", id);
    }

    private static String withoutInfo(String alert) {
        return alert.replaceAll("<info>.*</info>", "");
    }

    private static String reference(String id, int hour) {
        return "office@test.example," + id + ",2026-12-01T0" + hour + ":00:00+00:00";
    }

    private static String quake(String id, long updated, double magnitude, String status) {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[130.7,32.8,10]},\
                "properties":{"mag":%s,"place":"quake %s","time":1460737506000,"updated":%d,"status":"%s","ids":",%s,","type":"earthquake"}}]}""".formatted(id, magnitude, id, 1460737506000L + updated, status, id);
    }

    private static JsonNode bring(String feed, String document) {
        var answer = gauge.send(
                "POST",
                "/api/v1/feeds/" + feed + "/messages",
                document,
                Map.of("Renkei-Page", "1", "Origin", japan().url(), "Content-Type", "application/cap+xml"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode feed(String id) {
        return japan().get("/api/v1/feeds")
                .json()
                .path("feeds")
                .valueStream()
                .filter(feed -> feed.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> records(String kind) {
        return japan().get("/api/v1/records?limit=200&kind=" + kind)
                .json()
                .path("records")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> found(String words) {
        return List.of("alert", "hazard", "feature").stream()
                .flatMap(kind -> records(kind).stream())
                .filter(record -> !record.path("state").asString().equals("recalled"))
                .filter(record -> record.path("body").path("title").toString().contains(words))
                .toList();
    }

    private static JsonNode only(String words) {
        var found = found(words);
        assertThat(found).as(words).hasSize(1);
        return found.getFirst();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }
}
