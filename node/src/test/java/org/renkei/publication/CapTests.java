package org.renkei.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.feeds.FeedItem;
import org.renkei.feeds.FeedReader;
import org.renkei.testing.MovableClock;
import org.renkei.testing.TestFederation;
import org.w3c.dom.Element;

/// Alerts and hazards go out as CAP 1.2: each document keeps the rules of the standard as they are written
/// here a second time, and is read back by the reader that takes in those of others.
class CapTests {
    private static final String PUBLIC = "UNCLASSIFIED//PUBLIC";
    private static final String SHARED = "UNCLASSIFIED//REL TO JPN, USA";

    @TempDir
    static Path folder;

    static PublicSide side;
    static final MovableClock CLOCK = new MovableClock();

    @BeforeAll
    static void start() throws IOException {
        side = new PublicSide(new TestFederation(folder, CLOCK, "JPN", "USA"), CLOCK);
        List.of("JPN", "USA").forEach(side.federation::node);
        side.turn(true);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    /// One entry of the index.
    private record Entry(String title, String link) {
        Element document() {
            return CapRules.read(text()).getDocumentElement();
        }

        String text() {
            return side.read("/public/" + link);
        }
    }

    @Test
    void anAlertBecomesADocumentInBothLanguagesThatReadsBackAsItWas() {
        var expires = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(6));
        var alert = new LinkedHashMap<String, Object>();
        alert.put("title", Map.of("en", "Tsunami warning <north>", "ja", "津波警報"));
        alert.put("summary", Map.of("en", "Leave & climb.", "ja", "高台へ。"));
        alert.put("event", Map.of("en", "Tsunami", "ja", "津波"));
        alert.put("instructions", "逃げてください。");
        alert.put("category", List.of("Geo", "Safety"));
        alert.put("severity", "Extreme");
        alert.put("urgency", "Immediate");
        alert.put("certainty", "Likely");
        alert.put("expires", expires.toString());
        var square = List.of(List.of(36.5, 136.5), List.of(36.6, 136.5), List.of(36.6, 136.6), List.of(36.5, 136.5));
        alert.put(
                "areas",
                List.of(
                        Map.of("description", "Coast", "polygon", square),
                        Map.of("description", "Mouth", "circle", "36.5,136.5 25")));
        var id = side.store("JPN", "alert", PUBLIC, alert);
        var entry = only("Tsunami warning");
        assertThat(entry.title()).isEqualTo("Tsunami warning <north> / 津波警報");
        var document = entry.document();
        assertThat(CapRules.first(document, "identifier")).isEqualTo("jpn.test.renkei-" + id + "-1");
        assertThat(CapRules.first(document, "status")).isEqualTo("Actual");
        assertThat(CapRules.first(document, "msgType")).isEqualTo("Alert");
        assertThat(document.getElementsByTagNameNS("*", "info").getLength()).isEqualTo(2);
        var read = read(entry.text());
        assertThat(read.draft().label()).isEqualTo(PUBLIC);
        var body = read.draft().body();
        assertThat(body.path("title")).hasToString("{\"en\":\"Tsunami warning <north>\",\"ja\":\"津波警報\"}");
        assertThat(body.path("summary").path("en").asString()).isEqualTo("Leave & climb.");
        assertThat(body.path("instructions").path("ja").asString()).isEqualTo("逃げてください。");
        assertThat(body.path("severity").asString()).isEqualTo("Extreme");
        assertThat(body.path("expires").asString()).isEqualTo(expires.toString());
        assertThat(body.path("areas")).hasSize(2);
        assertThat(body.path("areas").path(0).path("polygon").path(1).path(0).asDouble())
                .isEqualTo(36.6);
        assertThat(body.path("areas").path(1).path("circle").asString()).isEqualTo("36.5,136.5 25");
    }

    @Test
    void whatChangesRefersToWhatWentBeforeAndARecallCancelsIt() {
        var id = side.store("JPN", "alert", PUBLIC, titled("Flood one"));
        var first = only("Flood one");
        side.revise(id, "alert", PUBLIC, titled("Flood two"));
        var second = only("Flood two");
        var update = second.document();
        assertThat(CapRules.first(update, "msgType")).isEqualTo("Update");
        assertThat(CapRules.first(update, "references")).startsWith("jpn.test.renkei," + identifier(first) + ",");
        assertThat(side.ask("/public/" + first.link()).statusCode())
                .as("only the newest is given out")
                .isEqualTo(404);
        assertThat(only("Flood two")).as("no news, no message").isEqualTo(second);
        side.recall("JPN", id);
        var cancelled =
                entries().stream().filter(one -> one.link().contains(id)).toList();
        assertThat(cancelled).hasSize(1);
        assertThat(cancelled.getFirst().title()).isEqualTo("Cancelled / 取消");
        var cancel = cancelled.getFirst().document();
        assertThat(CapRules.first(cancel, "msgType")).isEqualTo("Cancel");
        assertThat(CapRules.first(cancel, "references").split(" ")).hasSize(2);
        assertThat(cancelled.getFirst().text()).doesNotContain("Flood");
        assertThat(read(cancelled.getFirst().text()).message().names()).hasSize(3);
        CLOCK.advance(CapFeed.REPEATED.plusHours(1));
        assertThat(entries()).noneMatch(one -> one.link().contains(id));
    }

    @Test
    void aStricterLabelCancelsWhatWasPublicAndWhatNeverWasIsNowhere() {
        var never = side.store("JPN", "alert", SHARED, titled("Never public"));
        var id = side.store("JPN", "alert", PUBLIC, titled("Once public"));
        only("Once public");
        side.revise(id, "alert", SHARED, titled("Once public"));
        var cancel = byRecord(id).orElseThrow();
        assertThat(CapRules.first(cancel.document(), "msgType")).isEqualTo("Cancel");
        assertThat(cancel.text()).doesNotContain("Once public");
        side.recall("JPN", never);
        assertThat(byRecord(never)).isEmpty();
        assertThat(side.ask("/public/cap/jpn.test.renkei-" + never + "-1").statusCode())
                .isEqualTo(404);
        side.revise(id, "alert", PUBLIC, titled("Public again"));
        var again = only("Public again");
        assertThat(CapRules.first(again.document(), "msgType")).isEqualTo("Alert");
        assertThat(identifier(again)).endsWith("-3");
    }

    @Test
    void whatItsOriginCancelsComesAsCancelWithItsWords() {
        var id = side.store("JPN", "alert", PUBLIC, titled("Storm"));
        only("Storm");
        var over = new LinkedHashMap<String, Object>(titled("Cancelled: Storm"));
        over.put("msgType", "Cancel");
        side.revise(id, "alert", PUBLIC, over);
        var cancel = byRecord(id).orElseThrow().document();
        assertThat(CapRules.first(cancel, "msgType")).isEqualTo("Cancel");
        assertThat(CapRules.first(cancel, "headline")).isEqualTo("Cancelled: Storm");
        assertThat(side.read("/public/en")).doesNotContain("Cancelled: Storm");
    }

    @Test
    void whatEndsByItselfLeavesWithoutACancellation() {
        var body = new LinkedHashMap<String, Object>(titled("Short rain"));
        body.put("expires", CLOCK.instant().plus(Duration.ofHours(1)).toString());
        var id = side.store("JPN", "alert", PUBLIC, body);
        only("Short rain");
        CLOCK.advance(Duration.ofHours(2));
        assertThat(byRecord(id)).isEmpty();
        side.recall("JPN", id);
        assertThat(byRecord(id)).isEmpty();
    }

    @Test
    void aHazardIsAnAlertOfItsKindAndAnExerciseSaysSo() {
        var quake = new LinkedHashMap<String, Object>();
        quake.put("title", Map.of("en", "Drill quake", "ja", "訓練地震"));
        quake.put("hazardType", "earthquake");
        quake.put("magnitude", 7.3);
        quake.put("position", Map.of("lat", 32.7545, "lon", 130.7630));
        side.store("JPN", "hazard", PUBLIC + "//EXERCISE", quake);
        var entry = only("Drill quake");
        assertThat(entry.title()).startsWith("EXERCISE: ");
        var document = entry.document();
        assertThat(CapRules.first(document, "status")).isEqualTo("Exercise");
        assertThat(CapRules.first(document, "category")).isEqualTo("Geo");
        assertThat(CapRules.first(document, "event")).isEqualTo("地震");
        assertThat(CapRules.first(document, "circle")).isEqualTo("32.7545,130.763 0");
        assertThat(CapRules.first(document, "value")).isEqualTo("7.3");
        assertThat(read(entry.text()).draft().label()).isEqualTo(PUBLIC + "//EXERCISE");
    }

    @Test
    void aPartnersPublicAlertNamesItsNation() {
        var id = side.store("USA", "alert", PUBLIC, titled("Wind from afar"));
        eventually("JPN has it", () -> side.node().get("/api/v1/records/" + id).status() == 200);
        var document = only("Wind from afar").document();
        assertThat(CapRules.first(document, "source")).isEqualTo("USA");
        assertThat(CapRules.first(document, "senderName")).isEqualTo("United States");
        side.recall("USA", id);
        eventually(
                "the recall is here", () -> byRecord(id).orElseThrow().title().startsWith("Cancelled"));
    }

    @Test
    void whoSignedInIsGivenTheSameWhetherItIsOpenOrNot() {
        side.store("JPN", "alert", PUBLIC, titled("For programs"));
        var entry = only("For programs");
        var document = entry.text();
        var index = side.node().get("/cap");
        side.turn(false);
        try {
            assertThat(side.ask("/public/cap").statusCode()).isEqualTo(404);
            assertThat(index.text()).contains("For programs");
            assertThat(side.node().get("/" + entry.link()).text()).isEqualTo(document);
            assertThat(side.node().get("/cap/jpn.test.renkei-nothing-1").status())
                    .isEqualTo(404);
            assertThat(side.ask("/cap").statusCode()).isEqualTo(401);
        } finally {
            side.turn(true);
        }
    }

    private static Map<String, Object> titled(String title) {
        return Map.of("title", title, "severity", "Severe", "urgency", "Immediate", "certainty", "Likely");
    }

    private static List<Entry> entries() {
        var feed = CapRules.parse(side.read("/public/cap")).getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        var entries = new ArrayList<Entry>();
        for (var entry : CapRules.children(feed)) {
            if (entry.getLocalName().equals("entry")) {
                var link = (Element) entry.getElementsByTagNameNS("*", "link").item(0);
                entries.add(new Entry(CapRules.first(entry, "title"), link.getAttribute("href")));
            }
        }
        return entries;
    }

    private static Entry only(String title) {
        var found =
                entries().stream().filter(one -> one.title().contains(title)).toList();
        assertThat(found).as(title).hasSize(1);
        return found.getFirst();
    }

    private static Optional<Entry> byRecord(String id) {
        return entries().stream().filter(one -> one.link().contains(id)).findFirst();
    }

    private static String identifier(Entry entry) {
        return entry.link().substring("cap/".length());
    }

    private static FeedItem.Read read(String document) {
        var items = new ArrayList<FeedItem>();
        new FeedReader().read(new ByteArrayInputStream(document.getBytes(UTF_8)), items::add);
        assertThat(items).hasSize(1);
        return (FeedItem.Read) items.getFirst();
    }
}
