package org.renkei.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.Uploading;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Japan and Australia have no link; the United States carry parcels between them. The United Kingdom is linked to the
/// United States alone.
class RelayTests {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private TestFederation federation;

    @BeforeEach
    void begin() throws IOException {
        federation = new TestFederation(folder, clock, RelayTests::terms, "JPN", "USA", "AUS", "GBR");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    private static Optional<String> terms(String self, String other) {
        var usual = TestFederation.usualTerms(self, other);
        if (self.equals("USA")) {
            return Optional.of(usual + (other.equals("GBR") ? "" : "relay: true\n"));
        } else if (other.equals("USA")) {
            return Optional.of(usual);
        } else if (List.of("JPN", "AUS").containsAll(List.of(self, other))) {
            return Optional.of(usual + "via: [USA]\n");
        }
        return Optional.empty();
    }

    /// From the field: "A-hub-B relay: the member's item reaches B; non-member D never gets it nor the group's name".
    @Test
    void theMembersItemReachesTheOtherEndAndNobodyElseNorDoesTheName() {
        britain();
        upAll();
        states().post("/api/v1/links/AUS/pause", "");
        var id = write(japan(), "CONFIDENTIAL//RELIEF-OPS//REL TO AUS", "word OKUTAMA-1");
        eventually("a parcel lies at USA", () -> parcels() > 0 && carriedFrom("JPN") > 0);

        var captured = captured();
        assertNothingIsTold(captured, id);
        states().post("/api/v1/links/AUS/resume", "");
        eventually("it has arrived", () -> title(australia(), id).equals("word OKUTAMA-1"));
        federation.confirmed("JPN", "AUS");
        assertThat(australia().get("/api/v1/records/" + id).json().path("label").asString())
                .isEqualTo("CONFIDENTIAL//RELIEF-OPS//REL TO AUS, JPN");

        for (var other : List.of(states(), britain())) {
            assertThat(other.get("/api/v1/records/" + id).status()).isEqualTo(404);
            assertThat(dump(other)).doesNotContain("OKUTAMA").doesNotContain(id.replace("-", ""));
        }
        assertThat(britain().get("/api/v1/audit").text()).doesNotContain("JPN").doesNotContain("AUS");
        assertThat(britain().get("/api/v1/node").text()).doesNotContain("JPN");
        assertThat(states().get("/api/v1/audit?event=parcel-carried").text())
                .contains("JPN/test", "\"next\"", "bytes")
                .doesNotContain("CONFIDENTIAL", "RELIEF-OPS", id);
    }

    /// From the field: "edit after relay verifies at the third hop; one flipped byte rejected and reported".
    @Test
    void anEditAndARecallVerifyAtTheThirdHopAndAFlippedByteIsRejectedAndReported() {
        upAll();
        var id = write(japan(), "UNCLASSIFIED//REL TO AUS", "first");
        eventually("it has arrived", () -> title(australia(), id).equals("first"));
        federation.confirmed("JPN", "AUS");

        states().post("/api/v1/links/AUS/pause", "");
        var before = carriedFrom("JPN");
        japan().put("/api/v1/records/" + id, note("UNCLASSIFIED//REL TO AUS", "second"));
        eventually("the edit lies at USA", () -> carriedFrom("JPN") > before && parcels() > 0);
        states().database()
                .sql("update federation.parcel set bytes = set_byte(bytes, 2000, get_byte(bytes, 2000) # 1)")
                .update();
        states().post("/api/v1/links/AUS/resume", "");
        eventually(
                "Australia has reported it",
                () -> australia()
                        .get("/api/v1/audit?event=parcel-refused")
                        .text()
                        .contains("malformed"));
        assertThat(title(australia(), id)).isEqualTo("first");
        eventually(
                "the United States were told",
                () -> states().get("/api/v1/audit?event=parcel-returned").text().contains("malformed"));
        assertThat(link(australia(), "USA").path("refusedParcel").path("code").asString())
                .isEqualTo("malformed");

        afterAWait();
        eventually("it was sent again", () -> title(australia(), id).equals("second"));
        federation.confirmed("JPN", "AUS");
        assertSameRoots("JPN", "AUS");

        japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"no longer\"}");
        eventually(
                "the recall has arrived",
                () -> australia()
                        .get("/api/v1/records/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("recalled"));
        federation.confirmed("JPN", "AUS");
        assertSameRoots("JPN", "AUS");
    }

    @Test
    void bothDirectionsConvergeAfterTheRelayWasAway() {
        upAll();
        federation.stop("USA");
        var there = write(japan(), "UNCLASSIFIED//REL TO AUS", "word away-1");
        var back = write(australia(), "UNCLASSIFIED//REL TO JPN", "word away-2");
        states();
        eventually(
                "the links to USA are up",
                () -> state(japan(), "USA").equals("up")
                        && state(australia(), "USA").equals("up"));
        afterAWait();
        eventually("one way", () -> title(australia(), there).equals("word away-1"));
        eventually("the other", () -> title(japan(), back).equals("word away-2"));
        federation.confirmed("JPN", "AUS");
        federation.confirmed("AUS", "JPN");
        assertSameRoots("JPN", "AUS");
        assertSameRoots("AUS", "JPN");
        var link = link(japan(), "AUS");
        assertThat(link.path("via").toString()).isEqualTo("[\"USA\"]");
        assertThat(link.path("state").asString()).isEqualTo("up");
        assertThat(link.path("relay").path("lastSent").isNull()).isFalse();
    }

    @Test
    void whatIsRecalledWhileTheRelayIsAwayNeverLeaves() {
        upAll();
        federation.stop("USA");
        eventually(
                "Japan says so",
                () -> link(japan(), "AUS").path("problem").asString().contains("no link to USA"));
        var recalled = write(japan(), "UNCLASSIFIED//REL TO AUS", "word FUJINO");
        var stays = write(japan(), "UNCLASSIFIED//REL TO AUS", "word SAGAMI");
        japan().post("/api/v1/records/" + recalled + "/recall", "{\"reason\":\"not yet\"}");
        states();
        eventually("what stays has arrived", () -> title(australia(), stays).equals("word SAGAMI"));
        federation.confirmed("JPN", "AUS");
        assertThat(dump(australia())).contains("SAGAMI").doesNotContain("FUJINO");
        assertSameRoots("JPN", "AUS");
    }

    @Test
    void aRelayThatHasNotAgreedRefusesAndTheSenderSaysSo() throws IOException {
        var file = federation.file("USA");
        Files.writeString(file, Files.readString(file).replace("relay: true", "relay: false"));
        japan();
        states();
        australia();
        write(japan(), "UNCLASSIFIED//REL TO AUS", "word never");
        eventually(
                "Japan says so",
                () -> String.valueOf(link(japan(), "AUS").path("problem")).contains("does not carry our parcels"));
        assertThat(state(japan(), "AUS")).isEqualTo("refused");
        assertThat(link(japan(), "AUS").path("problem").asString())
                .contains("USA")
                .contains("not-carried");
        assertThat(states().get("/api/v1/audit?event=parcel-refused").text()).contains("not-carried");
        assertThat(parcels()).isZero();
    }

    @Test
    void whatIsUrgentGoesFirst() {
        upAll();
        states().post("/api/v1/links/AUS/pause", "");
        var before = carriedFrom("JPN");
        for (var count = 0; count < 40; count++) {
            write(japan(), "UNCLASSIFIED//REL TO AUS", "long " + "routine ".repeat(400) + count);
        }
        eventually("the first lie at USA", () -> carriedFrom("JPN") > before);
        var urgent = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO AUS","precedence":"FLASH","body":{"title":"word quick"}}""").id();
        eventually("the urgent parcel lies at USA", () -> urgentParcels() > 0);
        states().post("/api/v1/links/AUS/resume", "");
        eventually("it has arrived", () -> title(australia(), urgent).equals("word quick"));
        federation.confirmed("JPN", "AUS");
        assertSameRoots("JPN", "AUS");
        var places = australia()
                .database()
                .sql("select id::text from records.record order by seq")
                .query(String.class)
                .list();
        assertThat(places).hasSize(41);
        assertThat(places.indexOf(urgent)).isLessThan(40);
    }

    @Test
    void twoHistoriesAreSaidOnBothScreensAndEndTheLink() {
        upAll();
        write(japan(), "UNCLASSIFIED//REL TO AUS", "one");
        federation.confirmed("JPN", "AUS");
        australia()
                .database()
                .sql("update federation.inbox set root = sha256('another') where node = 'JPN/test'")
                .update();
        write(australia(), "UNCLASSIFIED//REL TO JPN", "two");
        eventually(
                "Japan says so",
                () -> link(japan(), "AUS").path("problem").asString().contains("two histories"));
        eventually(
                "Australia says so",
                () -> link(australia(), "JPN").path("problem").asString().contains("two histories"));
        assertThat(state(japan(), "AUS")).isEqualTo("refused");
    }

    @Test
    void whatNobodyFetchesIsBoundedByTheQuotaOfItsSender() throws IOException {
        var file = federation.file("USA");
        Files.writeString(file, Files.readString(file).replace("relay: true", "relay: true\n      relay-quota: 1"));
        upAll();
        states().post("/api/v1/links/AUS/pause", "");
        for (var count = 0; count < 8; count++) {
            write(
                    japan(),
                    "UNCLASSIFIED//REL TO AUS",
                    new Random(count)
                            .ints(90_000, 33, 126)
                            .filter(one -> one != '"' && one != '\\')
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
        }
        eventually(
                "Japan says that it waits",
                () -> link(japan(), "AUS")
                        .path("relay")
                        .path("refusal")
                        .path("code")
                        .asString()
                        .equals("later"));
        assertThat(states().database()
                        .sql("select sum(length(bytes)) from federation.parcel")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(1024 * 1024);
        states().post("/api/v1/links/AUS/resume", "");
        afterAWait();
        federation.confirmed("JPN", "AUS");
    }

    @Test
    void aParcelThatSomebodyElseMadeIsRefused() {
        upAll();
        var partner = states().bean(Partners.class).find("AUS").orElseThrow();
        var forged = new ParcelContent(NodeId.parse("JPN/test"), new byte[] {1}, "forged\n\n");
        states().bean(ParcelStore.class)
                .insert(
                        new ParcelStore.Draft(
                                new byte[16],
                                states().settings().node(),
                                partner.node(),
                                null,
                                false,
                                ParcelSeal.wrap(List.of(partner), forged.encode())),
                        clock.instant());
        eventually(
                "it is refused",
                () -> australia()
                        .get("/api/v1/audit?event=parcel-refused")
                        .text()
                        .contains("has not signed it"));
        assertThat(state(australia(), "JPN")).isEqualTo("up");
    }

    @Test
    void aWayThatCannotBeIsRefusedAtTheStart() throws IOException {
        var file = federation.file("JPN");
        var text = Files.readString(file);
        Files.writeString(file, text.replace("via: [USA]", "via: [NZL]"));
        assertThatThrownBy(() -> federation.node("JPN"))
                .hasStackTraceContaining("'NZL' is no partner of this node; known are [USA, AUS]");
        Files.writeString(file, text.replace("via: [USA]", "via: [AUS]"));
        assertThatThrownBy(() -> federation.node("JPN")).hasStackTraceContaining("others, each once");
        Files.writeString(file, text.replace("via: [USA]", "via: [USA]\n      dial: 127.0.0.1:9"));
        assertThatThrownBy(() -> federation.node("JPN")).hasStackTraceContaining("not both");
    }

    @Test
    void attachmentsComeOnlyOverALinkOfTheirOwnAndItIsSaid() throws IOException {
        upAll();
        var attachment = Uploading.upload(japan(), "bridge.png", "image/png", Uploading.photo(640, 480));
        var digest = Uploading.sha256(attachment);
        var preview = attachment.path("preview").path("sha256").asString();
        var id = Uploading.note(japan(), "UNCLASSIFIED//REL TO AUS", "", attachment);
        eventually("it has arrived", () -> title(australia(), id).equals("with files"));
        for (var one : List.of(digest, preview)) {
            var answer = australia()
                    .post("/api/v1/attachments/" + one + "/fetch", "")
                    .json();
            assertThat(answer.path("state").asString()).isEqualTo("offered");
            assertThat(answer.path("fetchable").asBoolean()).isFalse();
            assertThat(answer.path("reason").asString()).contains("only over a link of its own or on a medium");
        }
        var japanese = australia()
                .raw("GET", "/api/v1/attachments/" + digest + "/state", new byte[0], "Accept-Language", "ja");
        assertThat(new String(japanese.body(), UTF_8)).contains("直接の接続か媒体でのみ届きます");
        assertThat(australia().get("/api/v1/audit?event=attachment-wanted").text())
                .doesNotContain(digest);

        australia()
                .database()
                .sql("update attachments.content set state = 'wanted'")
                .update();
        australia().restart();
        assertThat(Uploading.state(australia(), digest).path("state").asString())
                .as("as the settings say by now")
                .isEqualTo("offered");
    }

    private void upAll() {
        japan();
        states();
        australia();
        eventually(
                "all links are up",
                () -> state(japan(), "AUS").equals("up")
                        && state(australia(), "JPN").equals("up"));
    }

    /// Long enough for every question to be asked again; links that fell silent meanwhile come back.
    private void afterAWait() {
        clock.advance(Duration.ofMinutes(31));
    }

    private void assertNothingIsTold(byte[] captured, String id) {
        var text = new String(captured, ISO_8859_1);
        var uuid = UUID.fromString(id);
        var bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        assertThat(text)
                .doesNotContain("OKUTAMA", "CONFIDENTIAL", "RELIEF", "REL TO", "AUS", "JPN", "RENKEI", id)
                .doesNotContain(new String(bytes, ISO_8859_1));
    }

    private byte[] captured() {
        return states().database()
                .sql("select string_agg(bytes, ''::bytea) from federation.parcel")
                .query(byte[].class)
                .single();
    }

    private long parcels() {
        return states().database()
                .sql("select count(*) from federation.parcel where target is null")
                .query(Long.class)
                .single();
    }

    private long urgentParcels() {
        return states().database()
                .sql("select count(*) from federation.parcel where urgent")
                .query(Long.class)
                .single();
    }

    private long carriedFrom(String party) {
        return states().database()
                .sql("select count(*) from federation.parcel_seen where came_from = ?")
                .param(party + "/test")
                .query(Long.class)
                .single();
    }

    private void assertSameRoots(String from, String to) {
        assertThat(federation
                        .node(to)
                        .get("/api/v1/ledgers/" + from)
                        .json()
                        .path("received")
                        .path("root")
                        .asString())
                .isEqualTo(federation
                        .node(from)
                        .get("/api/v1/ledgers/" + to)
                        .json()
                        .path("root")
                        .asString());
    }

    private static String note(String label, String title) {
        return "{\"kind\":\"note\",\"label\":\"%s\",\"body\":{\"title\":\"%s\"}}".formatted(label, title);
    }

    private static String write(RunningNode node, String label, String title) {
        return node.post("/api/v1/records", note(label, title)).id();
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    private static JsonNode link(RunningNode node, String party) {
        return node.get("/api/v1/node")
                .json()
                .path("links")
                .valueStream()
                .filter(link -> link.path("party").asString().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private static String state(RunningNode node, String party) {
        return link(node, party).path("state").asString();
    }

    /// Everything that a node keeps of records and ledgers.
    private static String dump(RunningNode node) {
        return node.database().sql("""
                        select coalesce(string_agg(encode(content, 'escape'), ' '), '') ||
                            (select coalesce(string_agg(encode(bytes, 'escape'), ' '), '') from federation.received) ||
                            (select coalesce(string_agg(encode(bytes, 'escape'), ' '), '') from ledger.entry) ||
                            (select coalesce(string_agg(encode(bytes, 'escape'), ' '), '') from federation.parcel)
                        from records.revision
                        """).query(String.class).single();
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }

    private RunningNode australia() {
        return federation.node("AUS");
    }

    private RunningNode britain() {
        return federation.node("GBR");
    }
}
