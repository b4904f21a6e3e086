package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.content;
import static org.renkei.attachments.Uploading.noise;
import static org.renkei.attachments.Uploading.photo;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.state;
import static org.renkei.attachments.Uploading.upload;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.kernel.ledger.Hash;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Files that come with statements of a case, between two nations and before a liaison of one at the other.
class CaseFilesTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AT_HOME = "SECRET//REL TO JPN";

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();
    static CaseTalk talk;

    @BeforeAll
    static void open() {
        talk = new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
    }

    @Test
    void aFileIsOfferedWithItsStatementAndFetchedByItsHash() throws IOException {
        var photo = photo(640, 480);
        var file = upload(japan(), "熊本空港.png", "image/png", photo);
        var report = say("Runway 07 is usable", file);
        talk.arrives("USA", report);
        var arrived = statement(talk.page("USA"), report).path("fields").path("attachments");
        assertThat(arrived).hasSize(1);
        assertThat(arrived.path(0)).isEqualTo(file);
        becomes(states(), file.path("preview").path("sha256").asString(), "here");
        assertThat(state(states(), sha256(file)).path("state").asString()).isEqualTo("offered");
        states().post("/api/v1/attachments/" + sha256(file) + "/fetch", "");
        becomes(states(), sha256(file), "here");
        assertThat(content(states(), sha256(file))).isEqualTo(photo);
        assertThat(Hash.ofContent(content(states(), sha256(file))).hex()).isEqualTo(sha256(file));
        assertThat(japan().get("/api/v1/audit?event=case-files-attached").text())
                .contains(report);
    }

    @Test
    void whatFewerMayHaveLeavesNoTraceAtTheOthers() {
        var open = upload(japan(), "route-57.csv", "text/csv", noise(300, 1));
        var kept = upload(japan(), "KAGERO-plan.pdf", "application/pdf", noise(54_321, 2));
        var report = say("Route 57 by portions", open, labelled(kept, AT_HOME));
        var last = say("And nothing after it");
        talk.arrives("USA", last);
        NATIONS.confirmed("JPN", "USA");

        var ours = talk.page("JPN");
        var enclosure = ours.path("statements")
                .valueStream()
                .filter(one -> one.path("act").asString().equals("enclose"))
                .filter(one -> one.path("on").toString().contains(report))
                .toList();
        assertThat(enclosure).hasSize(1);
        assertThat(enclosure.getFirst().path("label").asString()).isEqualTo(AT_HOME);
        assertThat(enclosure.getFirst().path("fields").path("attachments").path(0))
                .isEqualTo(kept);

        var theirs = statement(talk.page("USA"), report);
        assertThat(theirs.path("fields").path("attachments"))
                .as("no place is left free in the list")
                .hasSize(1);
        assertThat(states().get("/api/v1/records/" + report)
                        .json()
                        .path("redacted")
                        .asBoolean())
                .as("nor does the record say that something was left out")
                .isFalse();
        for (var path : List.of("/api/v1/cases/" + talk.id, "/api/v1/cases/inbox", "/api/v1/records?limit=500")) {
            assertThat(states().get(path).text())
                    .as(path)
                    .doesNotContain("KAGERO")
                    .doesNotContain(sha256(kept))
                    .doesNotContain("\"size\":54321")
                    .doesNotContain("enclose");
        }
        assertThat(states().get("/api/v1/attachments/" + sha256(kept) + "/state")
                        .status())
                .isEqualTo(404);
        assertThat(rows(sha256(kept))).isZero();

        var liaison = new Residents(japan(), CLOCK)
                .settleAs("usa.files", Residents.draft("usa.files", "USA", "liaison"))
                .signedIn();
        assertThat(liaison.get("/api/v1/cases/" + talk.id).text())
                .contains("route-57.csv")
                .doesNotContain("KAGERO")
                .doesNotContain(sha256(kept));
        assertThat(liaison.get("/api/v1/attachments/" + sha256(kept) + "/state").status())
                .isEqualTo(404);
        assertThat(liaison.get("/api/v1/attachments/" + sha256(open) + "/state").status())
                .isEqualTo(200);
    }

    @Test
    void filesComeWithAnOpening() {
        var map = upload(japan(), "mashiki.csv", "text/csv", noise(200, 8));
        var plan = upload(japan(), "KAGERO-orders.pdf", "application/pdf", noise(700, 9));
        var fields = Map.of(
                "nameEn", "Flood", "nameJa", "洪水", "phase", "disaster", "body", "bocc", "text", "The Kuma has risen.");
        var request = (ObjectNode) JSON.readTree(CaseTalk.said("open", fields, List.of("JPN", "USA")));
        request.putArray("files").add(map).add(labelled(plan, AT_HOME));
        var opened = japan().post("/api/v1/cases", request.toString());
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.text()).contains("mashiki.csv", "KAGERO-orders.pdf");
        var path = "/api/v1/cases/" + opened.id();
        eventually("USA has it", () -> states().get(path).status() == 200);
        assertThat(states().get(path).text()).contains("mashiki.csv").doesNotContain("KAGERO");
    }

    @Test
    void aFileThatCannotGoStopsTheWholeStatementAndSaysWhy() {
        var before = CaseTalk.records(talk.page("JPN"));
        var file = upload(japan(), "plan.pdf", "application/pdf", noise(900, 3));
        var another = upload(japan(), "map.pdf", "application/pdf", noise(901, 4));
        var wider = labelled(file, "UNCLASSIFIED//REL TO AUS, JPN");
        var above = labelled(another, "SECRET//REL TO JPN, USA");
        var refused = trying("Two mistakes", wider, above);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("/files/0/label", "plan.pdf: AUS is not told the statement, and so not of its file")
                .contains("/files/1/label", "map.pdf: its label is above the statement's");
        assertThat(trying("x", labelled(file, "SECRET//REL TO JPN//EXERCISE")).text())
                .contains("an exercise never mixes with what is real");
        assertThat(trying("x", labelled(file, "nonsense")).text()).contains("/files/0/label");
        assertThat(trying("x", labelled(file, "UNCLASSIFIED//PUBLIC")).text()).contains("nations that are named");

        var unknown = ((ObjectNode) file.deepCopy()).put("sha256", "0".repeat(64));
        assertThat(trying("x", unknown).text()).contains("no such content was uploaded here");
        var second = trying("The statement would go, its second file not", another, labelled(unknown, AT_HOME));
        assertThat(second.status()).isEqualTo(422);
        assertThat(CaseTalk.records(talk.page("JPN"))).as("nothing was said").isEqualTo(before);
    }

    @Test
    void onlyTheWriterAddsFilesToAStatement() {
        var report = say("Bridge at Aso is down");
        talk.arrives("USA", report);
        var file = upload(states(), "bridge.txt", "text/plain", noise(20, 5));
        var refused = talk.trying(
                "USA",
                "enclose",
                Map.of("on", report, "attachments", List.of(JSON.treeToValue(file, Map.class))),
                "JPN",
                "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("only JPN can add files to it");
        var none = talk.trying("JPN", "enclose", Map.of("on", report), "JPN", "USA");
        assertThat(none.text()).contains("/fields/attachments");
    }

    private static ObjectNode labelled(JsonNode file, String label) {
        return ((ObjectNode) file.deepCopy()).put("label", label);
    }

    private static RunningNode.Answer trying(String text, JsonNode... files) {
        var said = CaseTalk.said("report", Map.of("text", text), List.of("JPN", "USA"));
        var request = (ObjectNode) JSON.readTree(said);
        request.putArray("files").addAll(Arrays.asList(files));
        return japan().post("/api/v1/cases/" + talk.id + "/statements", request.toString());
    }

    private static String say(String text, JsonNode... files) {
        var answer = trying(text, files);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json()
                .path("statements")
                .valueStream()
                .filter(one -> one.path("fields").path("text").asString("").equals(text))
                .findFirst()
                .orElseThrow()
                .path("record")
                .asString();
    }

    private static JsonNode statement(JsonNode page, String record) {
        return page.path("statements")
                .valueStream()
                .filter(one -> one.path("record").asString().equals(record))
                .findFirst()
                .orElseThrow();
    }

    private static long rows(String sha256) {
        return states().database()
                .sql("select (select count(*) from attachments.content where digest = ?)"
                        + " + (select count(*) from attachments.listed where digest = ?)")
                .params(Hash.parse(sha256).bytes(), Hash.parse(sha256).bytes())
                .query(Long.class)
                .single();
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    private static RunningNode states() {
        return NATIONS.node("USA");
    }
}
