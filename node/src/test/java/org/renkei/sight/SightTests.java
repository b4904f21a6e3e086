package org.renkei.sight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.attachments.Uploading;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Three people at one node of Japan: an officer who sees all of these records, one who is cleared for less,
/// and a liaison of the United States. Every endpoint that reads is asked by each.
class SightTests {
    private static final String NOBODYS = "01900000-0000-7000-8000-00000000feed";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Visitor officer;
    static Visitor clerk;
    static Visitor liaison;

    static String open;
    static String cut;
    static String forJapan;
    static String forAustralia;
    static JsonNode photo;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA", "AUS");
        node = federation.node("JPN");
        var residents = new Residents(node, clock);
        officer = residents.settle("officer", "watch-officer").signedIn();
        clerk = residents
                .settleAs("clerk", person("clerk", "JPN", "CONFIDENTIAL", "desk-officer"))
                .signedIn();
        liaison = residents
                .settleAs("liaison", person("liaison", "USA", "SECRET", "liaison"))
                .signedIn();
        photo = Uploading.upload(node, "hangar-akatsuki.bin", "application/octet-stream", Uploading.noise(2_000, 7));
        open = write("""
                {"kind":"note","label":"UNCLASSIFIED//REL TO JPN, USA, AUS","body":{"title":"word ASAHI"}}""");
        forJapan = write("""
                {"kind":"note","label":"SECRET","references":["%s"],
                 "body":{"title":"word KUROSHIO","position":{"lat":35.1,"lon":139.1},"attachments":[%s]}}""".formatted(open, photo));
        forAustralia = write("""
                {"kind":"note","label":"CONFIDENTIAL//REL TO JPN, AUS","body":{"title":"word NANTO"}}""");
        cut = write("""
                {"kind":"note","label":"CONFIDENTIAL//REL TO JPN, USA","references":["%s","%s"],
                 "portions":[{"at":"/remarks","label":"SECRET"},
                             {"at":"/position","label":"SECRET","otherwise":"position-10km"}],
                 "body":{"title":"word AKEBONO","remarks":"word SHIRANUI",
                         "position":{"lat":32.8371,"lon":130.8551}}}""".formatted(open, forJapan));
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void listsAndCountsWhatEachSees() {
        assertThat(titles(officer, "")).contains("word ASAHI", "word KUROSHIO", "word NANTO", "word AKEBONO");
        assertThat(titles(clerk, ""))
                .contains("word ASAHI", "word NANTO", "word AKEBONO")
                .doesNotContain("word KUROSHIO");
        assertThat(titles(liaison, ""))
                .contains("word ASAHI", "word AKEBONO")
                .doesNotContain("word KUROSHIO", "word NANTO");
        for (var reader : List.of(officer, clerk, liaison)) {
            var list = reader.get("/api/v1/records?limit=500").json();
            assertThat(list.path("total").asInt())
                    .isEqualTo(list.path("records").size());
            var counts = reader.get("/api/v1/node").json().path("records");
            assertThat(counts.path("total").asInt())
                    .isEqualTo(list.path("total").asInt());
        }
    }

    @Test
    void cutsWhatIsNotCoveredAsForAPartner() {
        for (var reader : List.of(clerk, liaison)) {
            var record = reader.get("/api/v1/records/" + cut).json();
            assertThat(record.path("body").has("remarks")).isFalse();
            assertThat(record.path("body").path("position").path("lat").asDouble())
                    .isEqualTo(32.85);
            assertThat(record.path("position").path("lat").asDouble()).isEqualTo(32.85);
            assertThat(record.path("redacted").asBoolean()).isTrue();
            assertThat(record.path("references").toString()).contains(open).doesNotContain(forJapan);
            assertThat(record.has("releases")).isFalse();
        }
        var whole = officer.get("/api/v1/records/" + cut).json();
        assertThat(whole.path("body").path("remarks").asString()).isEqualTo("word SHIRANUI");
        assertThat(whole.path("references").toString()).contains(open, forJapan);
        assertThat(whole.path("releases").size()).isEqualTo(2);
    }

    @Test
    void showsALiaisonNoOtherNation() {
        var record = liaison.get("/api/v1/records/" + open);
        assertThat(record.json().path("label").asString()).isEqualTo("UNCLASSIFIED//REL TO JPN, USA");
        assertThat(record.text()).doesNotContain("AUS");
        assertThat(liaison.get("/api/v1/records/" + open + "/release").text()).doesNotContain("AUS");
        assertThat(liaison.get("/api/v1/records/" + open + "/release").json().path("decisions"))
                .isEmpty();
        assertThat(liaison.get("/api/v1/records/" + open + "/revisions").text()).doesNotContain("AUS");
        assertThat(liaison.get("/api/v1/node").json().path("links")).isEmpty();
        var parties = liaison.get("/api/v1/parties").json().path("parties");
        assertThat(parties.valueStream()
                        .filter(one -> one.path("linked").asBoolean())
                        .map(one -> one.path("code").asString()))
                .containsExactly("USA");
        assertThat(liaison.get("/api/v1/agreements").json().path("agreements"))
                .isNotEmpty()
                .allMatch(one -> one.path("parties").toString().contains("USA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/revisions", "/release"})
    void tellsWhatIsNotSeenFromNothingByNoByte(String of) {
        for (var reader : List.of(clerk, liaison)) {
            var hidden = reader.get("/api/v1/records/" + forJapan + of);
            var nothing = reader.get("/api/v1/records/" + NOBODYS + of);
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.text()).isEqualTo(nothing.text().replace(NOBODYS, forJapan));
        }
        assertThat(officer.get("/api/v1/records/" + forJapan + of).status()).isEqualTo(200);
    }

    @Test
    void findsNothingByWordsOrPlacesThatAreNotSeen() {
        for (var reader : List.of(clerk, liaison)) {
            for (var query : List.of("text=kuroshio", "text=shiranui", "text=32.8371", "text=akebono%20130.8551")) {
                var found = reader.get("/api/v1/records?" + query).json();
                assertThat(found.path("total").asInt()).as(query).isZero();
                assertThat(found.path("records")).as(query).isEmpty();
            }
            assertThat(ids(reader, "located=true")).contains(cut).doesNotContain(forJapan);
            assertThat(ids(reader, "text=akebono")).containsExactly(cut);
            assertThat(ids(reader, "text=32.85%20akebono")).containsExactly(cut);
        }
        assertThat(ids(officer, "text=shiranui")).containsExactly(cut);
    }

    @Test
    void fillsPagesAndNamesNoPlaceInBetween() {
        for (var n = 0; n < 5; n++) {
            write("{\"kind\":\"tide\",\"label\":\"SECRET\",\"body\":{\"n\":%d}}".formatted(n));
            write("{\"kind\":\"tide\",\"label\":\"UNCLASSIFIED//REL TO JPN, USA\",\"body\":{\"n\":%d}}".formatted(n));
        }
        for (var reader : List.of(clerk, liaison)) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = reader.get("/api/v1/records?kind=tide&limit=2&cursor=" + cursor)
                        .json();
                assertThat(page.path("total").asInt()).isEqualTo(5);
                page.path("records").forEach(one -> seen.add(one.path("id").asString()));
                cursor = page.path("next").asString("");
            } while (!cursor.isEmpty());
            assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        }
        var foreign = Base64.getUrlEncoder().withoutPadding().encodeToString(forJapan.getBytes(UTF_8));
        var nobodys = Base64.getUrlEncoder().withoutPadding().encodeToString(NOBODYS.getBytes(UTF_8));
        assertThat(liaison.get("/api/v1/records?cursor=" + foreign).text())
                .isEqualTo(liaison.get("/api/v1/records?cursor=" + nobodys).text());
    }

    @Test
    void countsRevisionsAsTheyAreSeen() {
        var draft =
                "{\"kind\":\"ebb\",\"label\":\"%s\",\"portions\":[{\"at\":\"/b\",\"label\":\"SECRET\"}],\"body\":{\"a\":%d,\"b\":%d}}";
        var label = "CONFIDENTIAL//REL TO JPN, USA";
        var id = write(draft.formatted(label, 1, 1));
        var before =
                liaison.get("/api/v1/records/" + id).json().path("storedAt").asString();
        clock.advance(Duration.ofMinutes(1));
        var since = "kind=ebb&since=" + clock.instant();
        revise(id, draft.formatted(label, 1, 2));
        for (var reader : List.of(clerk, liaison)) {
            assertThat(reader.get("/api/v1/records/" + id)
                            .json()
                            .path("revision")
                            .asInt())
                    .isEqualTo(1);
            assertThat(reader.get("/api/v1/records/" + id)
                            .json()
                            .path("storedAt")
                            .asString())
                    .isEqualTo(before);
            assertThat(reader.get("/api/v1/records?" + since)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }
        assertThat(ids(officer, since)).containsExactly(id);
        revise(id, draft.formatted(label, 2, 2));
        assertThat(liaison.get("/api/v1/records/" + id).json().path("revision").asInt())
                .isEqualTo(2);
        assertThat(liaison.get("/api/v1/records/" + id + "/revisions")
                        .json()
                        .path("revisions")
                        .size())
                .isEqualTo(2);
        assertThat(officer.get("/api/v1/records/" + id).json().path("revision").asInt())
                .isEqualTo(3);
        revise(id, draft.formatted("SECRET", 3, 2));
        assertThat(liaison.get("/api/v1/records/" + id).status()).isEqualTo(404);
        revise(id, draft.formatted(label, 4, 2));
        var revisions =
                liaison.get("/api/v1/records/" + id + "/revisions").json().path("revisions");
        assertThat(revisions.valueStream().map(one -> one.path("revision").asInt()))
                .containsExactly(3);
    }

    @Test
    void leavesALiaisonTheFactOfWhatWasRecalled() {
        var id = write(
                "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED//REL TO JPN, USA\",\"body\":{\"title\":\"word HINODE\"}}");
        node.post("/api/v1/records/" + id + "/recall", "{\"reason\":\"word URAMADO\"}");
        var left = liaison.get("/api/v1/records/" + id);
        assertThat(left.json().path("state").asString()).isEqualTo("recalled");
        assertThat(left.text()).doesNotContain("HINODE", "URAMADO");
        assertThat(ids(liaison, "text=hinode")).isEmpty();
        assertThat(liaison.get("/api/v1/records/" + id + "/revisions").json().path("revisions"))
                .isEmpty();
        assertThat(officer.get("/api/v1/records/" + id).text()).contains("HINODE", "URAMADO");
    }

    @Test
    void showsAttachmentsOfWhatIsSeen() {
        var at = "/api/v1/attachments/" + photo.path("sha256").asString();
        var nobodys = "/api/v1/attachments/" + "0".repeat(64);
        for (var reader : List.of(clerk, liaison)) {
            for (var of : List.of("", "/state")) {
                var hidden = reader.get(at + of);
                assertThat(hidden.status()).isEqualTo(404);
                assertThat(hidden.text())
                        .isEqualTo(reader.get(nobodys + of).text().replace(nobodys, at));
            }
        }
        assertThat(officer.get(at + "/state").status()).isEqualTo(200);
        assertThat(officer.status("GET", at, "")).isEqualTo(200);
    }

    @Test
    void letsNobodyAttachWhatTheyDoNotSee() {
        var draft = "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED\",\"body\":{\"attachments\":[%s]}}".formatted(photo);
        assertThat(clerk.send("POST", "/api/v1/records", draft).status()).isEqualTo(422);
        assertThat(officer.send("POST", "/api/v1/records", draft).status()).isEqualTo(201);
        // From here on it is in an open record.
        photo = Uploading.upload(node, "hangar-akatsuki.bin", "application/octet-stream", Uploading.noise(2_000, 8));
    }

    @Test
    void letsNobodyChangeWhatTheyDoNotSeeWhole() {
        var draft = "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED\",\"body\":{}}";
        assertThat(clerk.send("PUT", "/api/v1/records/" + cut, draft).status()).isEqualTo(403);
        var hidden = clerk.send("PUT", "/api/v1/records/" + forJapan, draft);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text())
                .isEqualTo(clerk.send("PUT", "/api/v1/records/" + NOBODYS, draft)
                        .text()
                        .replace(NOBODYS, forJapan));
        assertThat(clerk.send("POST", "/api/v1/records/" + forJapan + "/recall", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void streamsToEachWhatChangesForThem() throws IOException {
        try (var heard = Heard.of(liaison, "/api/v1/stream")) {
            var hidden = write("{\"kind\":\"note\",\"label\":\"SECRET\",\"body\":{\"title\":\"x\"}}");
            revise(cut, node.get("/api/v1/records/" + cut).json(), "word SHIRANUI two");
            var seen = write("{\"kind\":\"note\",\"label\":\"UNCLASSIFIED//REL TO JPN, USA\",\"body\":{}}");
            eventually("the liaison hears", () -> heard.has(seen));
            assertThat(heard.text().toString()).doesNotContain(hidden, cut, "link");
            revise(seen, "{\"kind\":\"note\",\"label\":\"SECRET\",\"body\":{}}");
            eventually("the liaison hears it go", () -> heard.has("\"recalled\""));
            revise(cut, node.get("/api/v1/records/" + cut).json(), "word SHIRANUI");
        }
    }

    @Test
    void writesDownWhoOpenedWhat() {
        officer.get("/api/v1/records/" + forJapan);
        officer.get("/api/v1/records/" + forJapan);
        var entries = node.get("/api/v1/audit?event=record-read&record=" + forJapan)
                .json()
                .path("entries");
        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.path(0).path("actor").asString()).isEqualTo("officer");
    }

    @Test
    void keepsFromTheReaderOfTheLogWhatTheyDoNotSee() {
        var auditor = new Residents(node, clock)
                .settleAs("auditor", person("auditor", "JPN", "CONFIDENTIAL", "auditor"))
                .signedIn();
        var log = auditor.get("/api/v1/audit?limit=500").text();
        assertThat(log).contains(open, forAustralia).doesNotContain(forJapan);
        assertThat(log).doesNotContain(photo.path("sha256").asString());
        assertThat(auditor.get("/api/v1/audit?record=" + forJapan).text())
                .isEqualTo(auditor.get("/api/v1/audit?record=" + NOBODYS).text());
    }

    @Test
    void showsAmountsToThoseWhoAreClearedForAllThatMayGoThere() {
        assertThat(officer.get("/api/v1/ledgers/AUS").status()).isEqualTo(200);
        assertThat(officer.get("/api/v1/ledgers/USA").status()).isEqualTo(403);
        var links = officer.get("/api/v1/node").json().path("links");
        assertThat(links.valueStream()
                        .filter(one -> one.path("party").asString().equals("USA"))
                        .map(one -> one.path("ledger").path("size").asInt()))
                .containsExactly(0);
    }

    private static String person(String name, String nation, String level, String role) {
        return Residents.draft(name, nation, role).replace("\"SECRET\"", "\"" + level + "\"");
    }

    private static String write(String draft) {
        var answer = node.post("/api/v1/records", draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static void revise(String id, String draft) {
        var answer = node.put("/api/v1/records/" + id, draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /// The same with other remarks, which only the officer sees.
    private static void revise(String id, JsonNode record, String remarks) {
        revise(id, """
                {"kind":"note","label":"CONFIDENTIAL//REL TO JPN, USA","references":["%s","%s"],
                 "portions":[{"at":"/remarks","label":"SECRET"},
                             {"at":"/position","label":"SECRET","otherwise":"position-10km"}],
                 "body":{"title":"%s","remarks":"%s","position":{"lat":32.8371,"lon":130.8551}}}""".formatted(
                        open, forJapan, record.path("body").path("title").asString(), remarks));
    }

    private static List<String> titles(Visitor reader, String query) {
        return reader.get("/api/v1/records?limit=500&" + query)
                .json()
                .path("records")
                .valueStream()
                .map(one -> one.path("body").path("title").asString(""))
                .toList();
    }

    private static List<String> ids(Visitor reader, String query) {
        return reader.get("/api/v1/records?limit=500&" + query)
                .json()
                .path("records")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }
}
