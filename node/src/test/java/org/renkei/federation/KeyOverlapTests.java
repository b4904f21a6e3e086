package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.testing.Folders;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// The ninety days in which keys that were succeeded still connect and open, and the day after. Australia, which
/// calls, is away when Japan exchanges its keys.
class KeyOverlapTests {
    private final MovableClock clock = new MovableClock();

    @TempDir
    Path folder;

    private TestFederation federation;
    private byte[] medium;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "AUS", "JPN");
        var id = japan().post("/api/v1/records", record("AUS", "before")).id();
        eventually("it has come", () -> australia().get("/api/v1/records/" + id).status() == 200);
        australia().post("/api/v1/links/JPN/pause", "");
        australia().post("/api/v1/records", record("JPN", "sealed to the old key"));
        medium = australia().raw("POST", "/api/v1/media/JPN", new byte[0]).body();
        australia().post("/api/v1/links/JPN/resume", "");
        federation.confirmed("AUS", "JPN");
        federation.stop("AUS");
        assertThat(japan().post("/api/v1/keys/rotation", "{\"reason\":\"the year is over\"}")
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void within90DaysTheOldKeysStillConnectAndOpen() {
        clock.advance(Duration.ofDays(89));
        japan().restart();
        assertThat(oldKeys()).exists();
        assertThat(bring(medium)).isEqualTo(200);
        australia();
        eventually("Australia follows", () -> cards() == 2);
        federation.confirmed("JPN", "AUS");
    }

    @Test
    void after90DaysTheyDoNeitherAndOnlyACardThatWasComparedHelps() {
        clock.advance(Duration.ofDays(91));
        japan().restart();
        assertThat(oldKeys()).doesNotExist();
        assertThat(bring(medium)).as("a medium sealed to the old key").isBetween(400, 499);
        var id = japan().post("/api/v1/records", record("AUS", "waits")).id();
        eventually("Australia is refused", () -> problem(australia()).contains("certificate"));
        assertThat(cards()).isEqualTo(1);
        assertThat(australia().get("/api/v1/records/" + id).status()).isEqualTo(404);
        var card = japan().get("/api/v1/keys").json().path("own").path("card");
        var taken = australia()
                .post(
                        "/api/v1/keys/partners/JPN/card",
                        "{\"card\":%s,\"fingerprint\":%s}".formatted(card.path("text"), card.path("fingerprint")));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        federation.confirmed("JPN", "AUS");
        assertThat(australia().get("/api/v1/records/" + id).status()).isEqualTo(200);
    }

    @Test
    void aPartnerThatCallsAndWasRestoredFromBeforeTheExchangeFollowsAgainByItself() throws Exception {
        Folders.copy(federation.data("AUS"), folder.resolve("before"));
        australia();
        eventually("Australia follows", () -> cards() == 2);
        federation.confirmed("JPN", "AUS");
        putBack("AUS");
        eventually("Australia follows again", () -> cards() == 2);
        federation.confirmed("JPN", "AUS");
    }

    @Test
    void aPartnerThatIsCalledAndWasRestoredFromBeforeTheExchangeFollowsAgainByItself() throws Exception {
        australia();
        eventually("Australia follows", () -> cards() == 2);
        federation.stop("JPN");
        Folders.copy(federation.data("JPN"), folder.resolve("before"));
        japan();
        federation.confirmed("JPN", "AUS");
        assertThat(australia()
                        .post("/api/v1/keys/rotation", "{\"reason\":\"the year is over\"}")
                        .status())
                .isEqualTo(200);
        eventually("Japan follows", () -> cardsOf(japan()) == 2);
        federation.confirmed("JPN", "AUS");
        putBack("JPN");
        eventually("Japan follows again", () -> cardsOf(japan()) == 2);
        federation.confirmed("JPN", "AUS");
    }

    private void putBack(String name) throws Exception {
        federation.stop(name);
        Files.move(federation.data(name), folder.resolve("replaced"));
        Folders.copy(folder.resolve("before"), federation.data(name));
        federation.node(name);
    }

    @Test
    void aPartnerThatFollowedTakesTheOldCertificateNoLongerThan90Days() {
        var old = japan().bean(OwnKeys.class).terms().getFirst().card().certificate();
        australia();
        eventually("Australia follows", () -> cards() == 2);
        var partner = australia().bean(Partners.class).find("JPN").orElseThrow();
        var now = partner.history().cards().getFirst().ended();
        assertThat(now).isNotNull();
        assertThat(partner.history().accepts(old, now.plus(Duration.ofDays(90)).minusMillis(1)))
                .isTrue();
        assertThat(partner.history().accepts(old, now.plus(Duration.ofDays(90))))
                .isFalse();
        var fresh = japan().bean(OwnKeys.class).card().certificate();
        assertThat(partner.history().accepts(fresh, now.plus(Duration.ofDays(900))))
                .isTrue();
    }

    private Path oldKeys() {
        var terms = federation.data("JPN").resolve("keys/terms");
        try (var folders = Files.list(terms)) {
            return folders.findFirst().orElseThrow().resolve("link-tls.key");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int bring(byte[] sealed) {
        return japan().raw("POST", "/api/v1/media", sealed, "Content-Type", "application/octet-stream")
                .statusCode();
    }

    private int cards() {
        return cardsOf(australia());
    }

    private static int cardsOf(RunningNode node) {
        return node.get("/api/v1/keys")
                .json()
                .path("partners")
                .path(0)
                .path("cards")
                .size();
    }

    private static String problem(RunningNode node) {
        JsonNode link = node.get("/api/v1/node").json().path("links").path(0);
        return link.path("problem").asString("");
    }

    private static String record(String to, String title) {
        return """
            {"kind":"note","label":"UNCLASSIFIED//REL TO %s","body":{"title":"%s"}}""".formatted(to, title);
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode australia() {
        return federation.node("AUS");
    }
}
