package org.renkei.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// One node alone: everything works without a partner.
class RecordsTests {
    @TempDir
    static Path folder;

    static TestFederation federation;
    static RunningNode node;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN");
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void answersWithTheDecisionForEveryPartyAndItsReasons() {
        var stored = node.post("/api/v1/records", note("SECRET//REL TO JPN, USA, PHL", "\"title\":\"x\""))
                .json();
        assertThat(stored.path("revision").asInt()).isEqualTo(1);
        assertThat(stored.path("decisions").size()).isEqualTo(23);
        stored.path("decisions").forEach(decision -> {
            assertThat(decision.path("decision").asString()).isEqualTo("withheld");
            assertThat(decision.path("reasons").size()).isEqualTo(13);
        });
    }

    @Test
    void pagesDoNotShiftWhileRecordsArrive() {
        IntStream.range(0, 7).forEach(i -> node.post("/api/v1/records", kind("pages", i)));
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = node.get("/api/v1/records?kind=pages&limit=3&cursor=" + cursor)
                    .json();
            page.path("records").forEach(record -> seen.add(record.path("id").asString()));
            cursor = page.path("next").asString("");
            node.post("/api/v1/records", kind("pages", 100));
        } while (!cursor.isEmpty());
        assertThat(new HashSet<>(seen)).hasSize(7).hasSameSizeAs(seen);
    }

    @Test
    void findsWordsInBothLanguagesAndOnlyWherePeopleLook() {
        node.post("/api/v1/records", note("UNCLASSIFIED//PUBLIC", "\"title\":{\"en\":\"Bridge\",\"ja\":\"阿蘇大橋 崩落\"}"));
        assertThat(total("text=%E9%98%BF%E8%98%87%E5%A4%A7%E6%A9%8B")).isEqualTo(1);
        assertThat(total("text=bRIDGE&origin=JPN")).isEqualTo(1);
        assertThat(total("text=bridge&origin=USA")).isZero();
        assertThat(total("text=%E5%B4%A9%E8%90%BD%20Bridge")).isEqualTo(1);
        assertThat(total("text=bridge%20tunnel")).isZero();
        assertThat(total("text=100%25_")).isZero();
    }

    @Test
    void theSameImportTwiceChangesNothingEvenWithSeveralObservationsOfOnePlace() {
        var batch = "{\"drafts\":[" + observation(10) + "," + observation(12) + "," + observation(9) + "]}";
        var first = node.post("/api/v1/records/batch", batch).json().path("outcomes");
        assertThat(first.valueStream().map(one -> one.path("outcome").asString()))
                .containsExactly("stored", "revised", "revised");
        var again = node.post("/api/v1/records/batch", batch).json().path("outcomes");
        assertThat(again.valueStream().map(one -> one.path("outcome").asString()))
                .containsOnly("already-known");
        var id = first.get(0).path("id").asString();
        assertThat(node.get("/api/v1/records/" + id).json().path("revision").asInt())
                .isEqualTo(3);
        assertThat(node.get("/api/v1/records/" + id + "/revisions")
                        .json()
                        .path("revisions")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aBrokenDraftDoesNotStopTheOthersOfABatch() {
        var batch = "{\"drafts\":[{\"kind\":\"Broken Kind\"}," + kind("batch", 1) + "]}";
        var outcomes = node.post("/api/v1/records/batch", batch).json().path("outcomes");
        assertThat(outcomes.get(0).path("outcome").asString()).isEqualTo("refused");
        assertThat(outcomes.get(0).path("errors").size()).isEqualTo(3);
        assertThat(outcomes.get(1).path("outcome").asString()).isEqualTo("stored");
    }

    @Test
    void noticesThatAnotherRevisionCameFirst() {
        var id = node.post("/api/v1/records", kind("race", 1)).id();
        var revision = kind("race", 2).replace("{\"kind\"", "{\"revises\":1,\"kind\"");
        assertThat(node.put("/api/v1/records/" + id, revision).status()).isEqualTo(200);
        assertThat(node.put("/api/v1/records/" + id, revision).status()).isEqualTo(409);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        not JSON           | {"kind":                                                                             | 400 |
        no object          | [1,2]                                                                                | 422 |
        unknown field      | {"kind":"x","label":"SECRET","body":{},"lable":1}                                    | 422 | /lable
        no body            | {"kind":"x","label":"SECRET"}                                                        | 422 | /body
        portion of nothing | {"kind":"x","label":"SECRET","body":{},"portions":[{"at":"/a","label":"SECRET"}]}    | 422 | /portions/0/at
        portion twice      | {"kind":"x","label":"SECRET","body":{"a":1},"portions":[{"at":"/a","label":"SECRET"},{"at":"/a","label":"SECRET"}]} | 422 | /portions/1/at
        too large a number | {"kind":"x","label":"SECRET","body":{"n":99999999999999999999}}                      | 422 | /body
        wrong precedence   | {"kind":"x","label":"SECRET","precedence":"NOW","body":{}}                           | 422 | /precedence
        wrong reference    | {"kind":"x","label":"SECRET","references":["x"],"body":{}}                           | 422 | /references/0
        against the schema | {"kind":"hazard","label":"SECRET","body":{"title":"t","hazardType":"comet"}}         | 422 | /body/hazardType
        damage, how badly  | {"kind":"damage-report","label":"SECRET","body":{"title":"t","damageType":"bridge","degree":"terrible"}} | 422 | /body/degree
        damage to nothing  | {"kind":"damage-report","label":"SECRET","body":{"title":"t","degree":"severe"}}     | 422 | /body/damageType
        no title           | {"kind":"situation-report","label":"SECRET","body":{}}                               | 422 | /body/title
        """)
    void saysWhatIsWrongAndWhere(String name, String body, int status, String at) {
        var answer = node.post("/api/v1/records", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        if (at != null) {
            assertThat(answer.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("at").asString()))
                    .contains(at);
        }
    }

    @Test
    void refusesABodyThatNoFrameShouldCarry() {
        var answer = node.post("/api/v1/records", note("SECRET", "\"text\":\"" + "x".repeat(1100 * 1024) + "\""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("larger than 1024 KiB");
    }

    @Test
    void manyWritersAtOnceNeitherBlockNorMissEachOther() throws InterruptedException {
        var done = new AtomicInteger();
        var threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (var n = 0; n < 5; n++) {
                        var id = node.post("/api/v1/records", kind("crowd", n)).id();
                        if (node.put("/api/v1/records/" + id, kind("crowd", n + 100))
                                        .status()
                                == 200) {
                            done.incrementAndGet();
                        }
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(done).hasValue(40);
        assertThat(total("kind=crowd")).isEqualTo(40);
        var audit = node.get("/api/v1/audit/checkpoint").json();
        var newest = node.get("/api/v1/audit?limit=1")
                .json()
                .path("entries")
                .get(0)
                .path("position")
                .asLong();
        assertThat(audit.path("size").asLong()).isEqualTo(newest);
    }

    @Test
    void showsMistakesInJapanese() {
        var answer = node.send(
                "POST",
                "/api/v1/records",
                "{\"kind\":\"situation-report\",\"label\":\"SECRET\",\"body\":{}}",
                "Bearer " + node.token(),
                "ja-JP");
        assertThat(answer.json().path("title").asString()).isEqualTo("受け付けられません");
        assertThat(answer.json().path("errors").get(0).path("message").asString())
                .matches(".*[ぁ-ん].*");
    }

    @Test
    void previewsWithoutStoring() {
        var before = total("");
        var preview = node.post("/api/v1/release/preview", note("UNCLASSIFIED//PUBLIC", "\"title\":\"x\""))
                .json();
        assertThat(preview.path("decisions").size()).isEqualTo(23);
        assertThat(preview.path("banner").asString()).isEqualTo("UNCLASSIFIED//PUBLIC");
        assertThat(total("")).isEqualTo(before);
    }

    @Test
    void theDefaultRegisterHoldsEveryAgreementWithItsStateOnTheDayAsked() {
        var agreements = node.get("/api/v1/agreements?asOf=2016-04-16").json().path("agreements");
        assertThat(agreements.size()).isEqualTo(45);
        assertThat(state(agreements, "jpn-usa-information-protection-2007")).isEqualTo("in-force");
        assertThat(state(agreements, "jpn-ukr-information-protection-2024")).isEqualTo("signed");
        assertThat(node.get("/api/v1/agreements?asOf=yesterday").status()).isEqualTo(400);
    }

    private static String state(JsonNode agreements, String id) {
        return agreements
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .map(one -> one.path("state").asString())
                .findFirst()
                .orElse("not there");
    }

    private static long total(String query) {
        return node.get("/api/v1/records?" + query).json().path("total").asLong();
    }

    private static String note(String label, String body) {
        return "{\"kind\":\"note\",\"label\":\"" + label + "\",\"body\":{" + body + "}}";
    }

    private static String kind(String kind, int n) {
        return "{\"kind\":\"" + kind + "\",\"label\":\"UNCLASSIFIED//PUBLIC\",\"body\":{\"n\":" + n + "}}";
    }

    private static String observation(int occupants) {
        return """
                {"kind":"place-status","label":"UNCLASSIFIED//PUBLIC","source":{"system":"test","id":"shelter-1"},
                 "body":{"title":"Gymnasium","placeType":"shelter","status":"open","occupants":%d}}""".formatted(occupants);
    }
}
