package org.renkei.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.publication.PublicSide.place;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.TestFederation;

/// Somebody who never signed in looks at a node that holds public things and others, of its own and of a
/// partner.
class PublicationTests {
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
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public",
                "/public/en",
                "/public/ja",
                "/public/page.css",
                "/public/features.geojson",
                "/public/cap",
                "/public/cap/x"
            })
    void answersWhileClosedAsWhatIsNotThere(String path) {
        side.turn(false);
        for (var method : List.of("GET", "HEAD", "POST")) {
            for (var language : List.of("en", "ja")) {
                var closed = side.send(method, path, "Accept-Language", language, "Renkei-Page", "1");
                var unknown =
                        side.send(method, "/public/nothing/there", "Accept-Language", language, "Renkei-Page", "1");
                assertThat(closed.statusCode()).as("%s %s", method, path).isEqualTo(404);
                assertThat(closed.body()).isEqualTo(unknown.body().replace("/public/nothing/there", path));
                assertThat(told(closed)).isEqualTo(told(unknown));
            }
        }
        var signedIn = side.node().get(path);
        var unknown = side.node().get("/nothing");
        assertThat(signedIn.text()).isEqualTo(unknown.text().replace("/nothing", path));
    }

    /// But when it was told, and how long it is.
    private static Map<String, List<String>> told(HttpResponse<?> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "content-length"));
        return headers;
    }

    @Test
    void isOpenedByAnAdministratorWhoIsToldBeforeWhatIsPublic() {
        side.turn(false);
        side.store("JPN", "place-status", PUBLIC, place("shelter", "Counted shelter", "open"));
        CLOCK.advance(Duration.ofSeconds(6));
        var before = side.node().get("/api/v1/public-view").json();
        assertThat(before.path("open").asBoolean()).isFalse();
        assertThat(before.path("counts").path("shelters").asInt()).isPositive();
        var shelters = before.path("counts").path("shelters").asInt();
        var kept = side.store("JPN", "place-status", SHARED, place("shelter", "Kept shelter", "open"));
        CLOCK.advance(Duration.ofSeconds(6));
        assertThat(side.node()
                        .get("/api/v1/public-view")
                        .json()
                        .path("counts")
                        .path("shelters")
                        .asInt())
                .isEqualTo(shelters);
        assertThat(side.node()
                        .put("/api/v1/public-view", "{\"open\":true,\"reason\":\" \"}")
                        .status())
                .isEqualTo(422);
        side.turn(true);
        assertThat(side.read("/public/en")).contains("Counted shelter").doesNotContain(kept);
        side.turn(false);
        assertThat(side.ask("/public/en").statusCode()).isEqualTo(404);
        var audit = side.node().get("/api/v1/audit?event=public-view-opened").json();
        assertThat(audit.path("entries").path(0).path("details").path("reason").asString())
                .isEqualTo("test");
        assertThat(side.node()
                        .get("/api/v1/audit?event=public-view-closed")
                        .json()
                        .path("entries"))
                .isNotEmpty();
    }

    @Test
    void showsInBothLanguagesWhatIsThereWithItsSourceAndAge() {
        side.turn(true);
        var body = new LinkedHashMap<String, Object>(place("shelter", "", "open"));
        body.put("title", Map.of("en", "Mashiki gymnasium", "ja", "益城町体育館"));
        body.put("occupants", 1371);
        body.put("capacity", 1500);
        body.put("position", Map.of("lat", 32.7869, "lon", 130.8169));
        body.put("observedAt", CLOCK.instant().minus(Duration.ofMinutes(125)).toString());
        body.put("remarks", "AKATSUKI");
        side.store("JPN", "place-status", PUBLIC, body, "/remarks");
        var need = Map.of(
                "title", "Water for Mashiki",
                "need", "Water",
                "item", "water",
                "quantity", Map.of("value", 40, "unit", "t"),
                "neededBy", CLOCK.instant().plus(Duration.ofHours(8)).toString());
        side.store("JPN", "request-for-assistance", PUBLIC, need);
        var english = side.read("/public/en");
        assertThat(english)
                .contains("<html lang=\"en\">", "Mashiki gymnasium", "1371", "1500", "Open", "Said by Japan")
                .containsPattern("2 h [456] min ago")
                .contains("32.7869, 130.8169", "geo:32.7869,130.8169", "Water for Mashiki", "40 t")
                .contains("JPN test node (JPN/test)", "UNCLASSIFIED//PUBLIC")
                .doesNotContain("AKATSUKI", "<script");
        assertThat(side.read("/public/ja"))
                .contains("<html lang=\"ja\">", "益城町体育館", "避難所", "使用可", "情報源 日本", "飲料水", "JPN 試験ノード")
                .containsPattern("2時間[456]分前")
                .doesNotContain("<dl></dl>");
        var features = side.read("/public/features.geojson");
        assertThat(PublicSide.features(features)).contains("Mashiki gymnasium", "Water for Mashiki");
        assertThat(features).contains("[130.8169,32.7869]").doesNotContain("AKATSUKI");
    }

    @Test
    void whatIsNotPublicLeavesNoTraceInAnyByte() {
        side.turn(true);
        side.store("JPN", "place-status", PUBLIC, place("airfield", "Seen airfield", "limited"));
        var alert = Map.of("title", "Seen alert", "msgType", "Alert");
        side.store("JPN", "alert", PUBLIC, alert);
        var at = CLOCK.instant();
        var before = everything(at);
        assertThat(before.toString()).contains("Seen airfield", "Seen alert");
        for (var label : List.of(SHARED, "SECRET//REL TO USA", "UNCLASSIFIED//PUBLIC//FOR DISASTER-RELIEF")) {
            var id = side.store("JPN", "place-status", label, place("airfield", "Unseen airfield", "closed"));
            side.store("JPN", "alert", label, Map.of("title", "Unseen alert", "msgType", "Alert"));
            side.store("JPN", "request-for-assistance", label, Map.of("title", "Unseen need", "need", "x"));
            side.recall("JPN", id);
        }
        assertThat(everything(at)).isEqualTo(before);
    }

    /// Everything that is given out, written for one moment.
    private static Map<String, String> everything(Instant at) {
        var published = side.node().bean(Published.class);
        var holdings = side.node().bean(PublicRecords.class).read();
        var all = new TreeMap<String, String>();
        Stream.of("en", "ja").forEach(one -> all.put(one, new String(published.page(holdings, one, at))));
        all.put("features", new String(published.features(holdings, at)));
        var cap = side.node().bean(CapFeed.class).issue(() -> holdings, at);
        all.put("index", new String(cap.index()));
        cap.documents().forEach((name, content) -> all.put(name, new String(content)));
        return all;
    }

    @Test
    void whatAPartnerGaveIsShownOnlyWhereItsOwnLabelSaysThatItIsPublic() {
        side.turn(true);
        var open = side.store("USA", "place-status", PUBLIC, place("port", "Public port", "open"));
        var ours = side.store("USA", "place-status", SHARED, place("port", "Shared port", "open"));
        var parts = side.store(
                "USA",
                "place-status",
                PUBLIC,
                Map.of("title", "Cut port", "placeType", "port", "status", "open", "summary", "SUZUME"),
                "/summary");
        for (var id : List.of(open, ours, parts)) {
            eventually(
                    "JPN has it", () -> side.node().get("/api/v1/records/" + id).status() == 200);
        }
        assertThat(side.read("/public/en"))
                .contains("Public port", "Cut port", "Said by United States")
                .doesNotContain("Shared port", ours, "SUZUME");
        assertThat(side.read("/public/features.geojson")).doesNotContain("Shared port", ours, "SUZUME");
        side.recall("USA", open);
        eventually(
                "it is gone here, and at once",
                () -> !side.ask("/public/en").body().contains("Public port"));
    }

    @Test
    void whatIsTakenBackGoesAtOnceAndWhatIsNewComesWithinSeconds() {
        side.turn(true);
        side.read("/public/en");
        var id = side.store("JPN", "place-status", PUBLIC, place("bridge", "Fleeting bridge", "open"));
        CLOCK.advance(Published.FRESH);
        assertThat(side.ask("/public/en").body()).contains("Fleeting bridge");
        side.revise(id, "place-status", SHARED, place("bridge", "Fleeting bridge", "open"));
        assertThat(side.ask("/public/en").body()).doesNotContain("Fleeting bridge");
        assertThat(side.ask("/public/features.geojson").body()).doesNotContain(id);
    }

    @Test
    void exercisesStandApartAndSaySo() {
        side.turn(true);
        side.store("JPN", "place-status", PUBLIC + "//EXERCISE", place("shelter", "Drill shelter", "open"));
        var page = side.read("/public/en");
        var from = page.indexOf("EXERCISE EXERCISE EXERCISE");
        assertThat(from).isPositive();
        assertThat(page.indexOf("Drill shelter")).isGreaterThan(from);
        assertThat(page).contains("EXERCISE Shelters");
        assertThat(side.read("/public/ja")).contains("訓練 訓練 訓練", "訓練 避難所");
    }

    @Test
    void aCrowdIsAnsweredFromOneCopyAndOneAddressNotForever() {
        side.turn(true);
        side.store("JPN", "place-status", PUBLIC, place("road", "Route 57", "closed"));
        side.read("/public/en");
        var first = side.ask("/public/en");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=5, public");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(side.ask("/public/en", "If-None-Match", tag).statusCode()).isIn(304, 200);
        assertThat(unchanged()).as("within one minute").isTrue();
        assertThat(side.ask("/public/page.css").statusCode()).isEqualTo(200);
        assertThat(side.ask("/public/fr").statusCode()).isEqualTo(404);
        var chosen = side.ask("/public", "Accept-Language", "ja");
        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(chosen.headers().firstValue("Location")).contains("/public/ja");
        var asked = 0;
        var answer = side.ask("/public/page.css");
        while (answer.statusCode() != 429 && asked++ < 5_000) {
            answer = side.ask("/public/page.css");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        CLOCK.advance(Duration.ofSeconds(Crowd.WINDOW_SECONDS));
        assertThat(side.ask("/public/page.css").statusCode()).isEqualTo(200);
    }

    /// Asked twice, one of the two tries lies within a minute.
    private static boolean unchanged() {
        for (var tries = 0; tries < 3; tries++) {
            var tag = side.ask("/public/ja").headers().firstValue("ETag").orElseThrow();
            if (side.ask("/public/ja", "If-None-Match", tag).statusCode() == 304) {
                return true;
            }
        }
        return false;
    }

    @Test
    void onlyWhoJustProvedWhoTheyAreOpensItAndAnybodyInChargeClosesIt() {
        side.turn(false);
        var residents = new Residents(side.node(), CLOCK);
        var browser = residents.settle("public.admin", "administrator").signedIn();
        CLOCK.advance(Duration.ofMinutes(11));
        var refused = browser.send("PUT", "/api/v1/public-view", "{\"open\":true,\"reason\":\"flood\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("proof-needed");
        var watch = residents.settle("public.watch", "watch-officer").signedIn();
        assertThat(watch.send("PUT", "/api/v1/public-view", "{\"open\":true,\"reason\":\"flood\"}")
                        .status())
                .isEqualTo(403);
        side.turn(true);
        assertThat(browser.send("PUT", "/api/v1/public-view", "{\"open\":false,\"reason\":\"over\"}")
                        .status())
                .isEqualTo(200);
        assertThat(side.ask("/public/en").statusCode()).isEqualTo(404);
    }
}
