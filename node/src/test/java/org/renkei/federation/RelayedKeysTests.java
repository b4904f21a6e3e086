package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.OwnKeys;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Japan and Australia have no link; parcels by way of the United States tell them of each other's new keys.
class RelayedKeysTests {
    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, CLOCK, RelayTests::terms, "JPN", "USA", "AUS");
        node("USA");
        eventually(
                "all links are up",
                () -> RelayTests.state(node("JPN"), "USA").equals("up")
                        && RelayTests.state(node("AUS"), "USA").equals("up"));
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aParcelTellsOfNewKeysAndTheLedgersGoOnBothWays() {
        arrives("JPN", "AUS", "before");
        arrives("AUS", "JPN", "before");
        rotate();
        arrives("JPN", "AUS", "under new keys");
        follows(2);
        arrives("AUS", "JPN", "sealed to new keys");
        eventually(
                "Australia has told by which key it goes",
                () -> partner("JPN", "AUS").path("knowsNewest").asBoolean());
        assertThat(node("AUS").get("/api/v1/audit?event=partner-keys-succeeded").text())
                .contains(node("JPN").bean(OwnKeys.class).card().fingerprint());
        assertThat(partner("USA", "JPN").path("cards").size())
                .as("the relay, by its own link")
                .isEqualTo(2);
    }

    @Test
    void whoWasAwayForTwoRotationsFollowsTheChainByParcels() {
        arrives("JPN", "AUS", "before");
        federation.stop("AUS");
        rotate();
        rotate();
        node("AUS");
        arrives("JPN", "AUS", "under the third keys");
        follows(3);
        arrives("AUS", "JPN", "and back");
    }

    private void rotate() {
        var answer = node("JPN").post("/api/v1/keys/rotation", "{\"reason\":\"the year is over\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        eventually(
                "the link to the relay is up again",
                () -> RelayTests.state(node("JPN"), "USA").equals("up"));
    }

    private void follows(int count) {
        var cards = partner("AUS", "JPN").path("cards");
        assertThat(cards.size()).isEqualTo(count);
        assertThat(cards.path(0).path("how").asString()).isEqualTo("succession");
        assertThat(cards.path(0).path("card").path("fingerprint").asString())
                .isEqualTo(node("JPN").bean(OwnKeys.class).card().fingerprint());
    }

    private void arrives(String from, String to, String title) {
        var id = RelayTests.write(node(from), "UNCLASSIFIED//REL TO " + to, title);
        var tries = new int[1];
        eventually(title + " has come from " + from + " to " + to, () -> {
            if (++tries[0] % 60 == 0) {
                CLOCK.advance(Duration.ofMinutes(31));
            }
            return node(to).get("/api/v1/records/" + id).status() == 200;
        });
        federation.confirmed(from, to);
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

    private RunningNode node(String party) {
        return federation.node(party);
    }
}
