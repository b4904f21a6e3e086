package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.keys.TestSuccessions;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.verification.StoppedNode;
import tools.jackson.databind.JsonNode;

/// Two nodes over a real link, one of which exchanges its keys. AUS sorts before JPN and so calls it.
class KeyRotationTests {
    private static final String BECAUSE = "{\"reason\":\"the year is over\"}";

    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "AUS", "JPN");
        japan();
        australia();
        up();
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void theSideThatCallsChangesItsKeysAndTheLedgersGoOn() {
        goesOnAfterRotationOf("AUS", "JPN");
    }

    @Test
    void theSideThatIsCalledChangesItsKeysAndTheLedgersGoOn() {
        goesOnAfterRotationOf("JPN", "AUS");
    }

    private void goesOnAfterRotationOf(String turning, String other) {
        write(turning, other, "before");
        write(other, turning, "before");
        var before = node(turning).bean(OwnKeys.class).card();
        var certificate = presented(turning);
        rotate(turning);
        var after = node(turning).bean(OwnKeys.class).card();
        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        eventually(
                "the partner goes by the new card",
                () -> partner(other, turning)
                        .path("cards")
                        .path(0)
                        .path("card")
                        .path("fingerprint")
                        .asString()
                        .equals(after.fingerprint()));
        eventually(
                "and says so", () -> partner(turning, other).path("knowsNewest").asBoolean());
        var cards = partner(other, turning).path("cards");
        assertThat(cards.size()).isEqualTo(2);
        assertThat(cards.path(0).path("how").asString()).isEqualTo("succession");
        assertThat(cards.path(1).path("until").asLong()).isEqualTo(1);
        write(turning, other, "after");
        write(other, turning, "after");
        var ledger = node(turning).get("/api/v1/ledgers/" + other).json();
        assertThat(ledger.path("size").asLong()).isEqualTo(2);
        assertThat(presented(turning)).isNotEqualTo(certificate);
        assertThat(events(other)).contains("partner-keys-succeeded");
        assertThat(events(turning)).contains("keys-rotated");
        assertSound();
    }

    @Test
    void aPartnerThatWasAwayForTwoRotationsFollowsTheChain() {
        write("JPN", "AUS", "before");
        federation.stop("AUS");
        rotate("JPN");
        rotate("JPN");
        var id = japan().post("/api/v1/records", record("AUS", "meanwhile")).id();
        australia();
        federation.confirmed("JPN", "AUS");
        assertThat(australia().get("/api/v1/records/" + id).status()).isEqualTo(200);
        assertThat(partner("AUS", "JPN").path("cards").size()).isEqualTo(3);
        eventually("it says so", () -> partner("JPN", "AUS").path("knowsNewest").asBoolean());
        federation.stop("JPN");
        federation.stop("AUS");
        japan();
        australia();
        up();
        write("JPN", "AUS", "after a restart of both");
        assertSound();
    }

    @Test
    void whatWasSealedToTheKeyBeforeIsStillOpened() {
        australia().post("/api/v1/links/JPN/pause", "");
        australia().post("/api/v1/records", record("JPN", "on a medium"));
        var medium = australia().raw("POST", "/api/v1/media/JPN", new byte[0]);
        assertThat(medium.statusCode()).isEqualTo(200);
        rotate("JPN");
        var taken = japan().raw("POST", "/api/v1/media", medium.body(), "Content-Type", "application/octet-stream");
        assertThat(taken.statusCode()).as(new String(taken.body())).isEqualTo(200);
        assertThat(japan().get("/api/v1/records?text=medium")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void aMediumTellsOfNewKeysAsWell() {
        write("JPN", "AUS", "before");
        australia().post("/api/v1/links/JPN/pause", "");
        rotate("JPN");
        japan().post("/api/v1/records", record("AUS", "under new keys"));
        var medium = japan().raw("POST", "/api/v1/media/AUS", new byte[0]);
        var taken = australia().raw("POST", "/api/v1/media", medium.body(), "Content-Type", "application/octet-stream");
        assertThat(taken.statusCode()).as(new String(taken.body())).isEqualTo(200);
        assertThat(partner("AUS", "JPN").path("cards").size()).isEqualTo(2);
    }

    @Test
    void ofARevokedCardNothingIsTakenAndNothingSentUntilANewOneIsTaken() {
        write("JPN", "AUS", "before");
        japan().post("/api/v1/keys/partners/AUS/revocation", "{\"reason\":\"a laptop was lost\"}");
        eventually("this side says so", () -> problem("JPN", "AUS").contains("is revoked"));
        eventually("the other side says so", () -> problem("AUS", "JPN").contains("has revoked the card of this node"));
        var id = japan().post("/api/v1/records", record("AUS", "waits")).id();
        assertThat(japan().raw("POST", "/api/v1/media/AUS", new byte[0]).statusCode())
                .isEqualTo(409);
        federation.stop("JPN");
        eventually("it holds after a restart", () -> problem("JPN", "AUS").contains("is revoked"));
        var same = australia().get("/api/v1/keys").json().path("own").path("card");
        assertThat(accept("JPN", "AUS", same).status()).isEqualTo(409);
        australia().post("/api/v1/keys/withdrawal", "{\"reason\":\"a laptop was lost\"}");
        var fresh = australia().get("/api/v1/keys").json().path("own").path("card");
        assertThat(accept("JPN", "AUS", fresh).status()).isEqualTo(200);
        federation.confirmed("JPN", "AUS");
        assertThat(australia().get("/api/v1/records/" + id).status()).isEqualTo(200);
        assertSound();
    }

    @Test
    void keysThatSomebodyElseMayHaveAreNotFollowedByThemselves() {
        write("JPN", "AUS", "before");
        write("AUS", "JPN", "before");
        assertThat(japan().post("/api/v1/keys/withdrawal", "{\"reason\":\"broken in\"}")
                        .status())
                .isEqualTo(200);
        eventually(
                "the partner relies on the old card no more",
                () -> partner("AUS", "JPN").path("revoked").asBoolean());
        var fresh = japan().get("/api/v1/keys").json().path("own").path("card");
        assertThat(partner("JPN", "AUS").path("told").asBoolean()).isFalse();
        assertThat(partner("JPN", "AUS").path("knowsNewest").asBoolean()).isFalse();
        assertThat(partner("AUS", "JPN").path("cards").size()).isEqualTo(1);
        var wrong = australia()
                .post(
                        "/api/v1/keys/partners/JPN/card",
                        "{\"card\":%s,\"fingerprint\":\"%s\"}".formatted(fresh.path("text"), "0".repeat(64)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(accept("AUS", "JPN", fresh).status()).isEqualTo(200);
        eventually("it says so", () -> partner("JPN", "AUS").path("knowsNewest").asBoolean());
        write("JPN", "AUS", "after");
        write("AUS", "JPN", "after");
        assertSound();
    }

    @Test
    void strangersReplaysAndForksAreRefusedShownAndOnRecord() throws IOException {
        copy(federation.data("JPN").resolve("keys"), folder.resolve("stolen"));
        var sent = new byte[1][];
        rotate("JPN");
        sent[0] = statement("0001");
        eventually(
                "the partner follows", () -> partner("AUS", "JPN").path("cards").size() == 2);
        rotate("JPN");
        eventually(
                "the partner follows", () -> partner("AUS", "JPN").path("cards").size() == 3);

        assertThat(refusal(sent[0])).startsWith("replay");
        var self = NodeId.parse("AUS/test");
        var settings = japan().settings();
        assertThat(refusal(
                        TestSuccessions.between(folder.resolve("stolen"), folder.resolve("thief"), settings, self, 0)))
                .startsWith("fork");
        assertThat(refusal(
                        TestSuccessions.between(folder.resolve("nobody"), folder.resolve("thief"), settings, self, 0)))
                .startsWith("stranger");
        assertThat(refusal(new byte[] {1, 2, 3})).startsWith("stranger");
        var forOther = TestSuccessions.between(
                folder.resolve("stolen"), folder.resolve("thief"), settings, NodeId.parse("USA/test"), 0);
        assertThat(refusal(forOther)).startsWith("stranger");
        refusal(sent[0]);

        assertThat(partner("AUS", "JPN").path("cards").size()).isEqualTo(3);
        assertThat(partner("AUS", "JPN")
                        .path("refused")
                        .valueStream()
                        .map(one -> one.path("fault").asString()))
                .containsExactlyInAnyOrder("replay", "fork", "stranger", "stranger", "stranger");
        assertThat(events("AUS").stream().filter("partner-keys-refused"::equals))
                .hasSize(5);
        write("JPN", "AUS", "all goes on");
    }

    private String refusal(byte[] statement) {
        var japan = australia().bean(Partners.class).find("JPN").orElseThrow();
        return australia()
                .bean(KeyNews.class)
                .with(japan, true)
                .take(List.of(statement))
                .orElseThrow();
    }

    private byte[] statement(String term) throws IOException {
        return Files.readAllBytes(
                federation.data("JPN").resolve("keys/terms").resolve(term).resolve("for/AUS~test"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void rotate(String turning) {
        var answer = node(turning).post("/api/v1/keys/rotation", BECAUSE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private RunningNode.Answer accept(String party, String of, JsonNode card) {
        return node(party)
                .post(
                        "/api/v1/keys/partners/" + of + "/card",
                        "{\"card\":%s,\"fingerprint\":%s}".formatted(card.path("text"), card.path("fingerprint")));
    }

    /// Everything that was sealed, at both nodes, running and stopped.
    private void assertSound() {
        for (var party : List.of("JPN", "AUS")) {
            federation.stop(party);
            var report = StoppedNode.verify(org.renkei.settings.SettingsFile.read(federation.file(party)));
            assertThat(report.parts())
                    .allSatisfy(part -> assertThat(part.findings()).isEmpty());
        }
    }

    private void write(String from, String to, String title) {
        var id = node(from).post("/api/v1/records", record(to, title)).id();
        federation.confirmed(from, to);
        assertThat(node(to).get("/api/v1/records/" + id).status()).isEqualTo(200);
    }

    private static String record(String to, String title) {
        return """
            {"kind":"note","label":"UNCLASSIFIED//REL TO %s","body":{"title":"%s"}}""".formatted(to, title);
    }

    private void up() {
        eventually(
                "the link is up",
                () -> state("JPN", "AUS").equals("up") && state("AUS", "JPN").equals("up"));
    }

    private JsonNode link(String party) {
        return node(party).get("/api/v1/node").json().path("links").path(0);
    }

    private String state(String party, String other) {
        return link(party).path("state").asString();
    }

    private String problem(String party, String other) {
        return link(party).path("problem").asString("");
    }

    private JsonNode partner(String party, String other) {
        return node(party)
                .get("/api/v1/keys")
                .json()
                .path("partners")
                .valueStream()
                .filter(one -> one.path("party").asString().equals(other))
                .findFirst()
                .orElseThrow();
    }

    private String presented(String party) {
        return LinkTls.hash(node(party).bean(LinkTls.class).presented().certificate())
                .hex();
    }

    private List<String> events(String party) {
        return node(party)
                .database()
                .sql("select event from audit.entry order by position")
                .query(String.class)
                .list();
    }

    private RunningNode node(String party) {
        return federation.node(party);
    }

    private RunningNode japan() {
        return node("JPN");
    }

    private RunningNode australia() {
        return node("AUS");
    }
}
