package org.renkei.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleProofs;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// What an inspector asks of the audit log: by whom, when, about what, for which party; one record at both nations; and
/// that the log of today goes on from the one that was kept.
class AuditExplorerTests {
    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static String id = "";

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        federation.node("USA");
        var writer =
                new Residents(japan(), clock).settle("harbour", "watch-officer").signedIn();
        id = writer.send("POST", "/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"The pier"}}""").id();
        federation.confirmed("JPN", "USA");
        japan().bean(AuditSeals.class).keep(true);
        japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"the wrong quay\"}");
        federation.confirmed("JPN", "USA");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void findsByActorPartyWordsAndTime() {
        assertThat(entries("actor=harb"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("actor").asString()).isEqualTo("harbour"));
        assertThat(entries("text=wrong%20quay"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("event").asString()).isEqualTo("record-recalled"));
        assertThat(entries("event=release-decided&party=USA&record=" + id)).isNotEmpty();
        assertThat(entries("event=release-decided&party=AUS")).isEmpty();
        var all = entries("limit=500");
        var middle = all.get(all.size() / 2).path("time").asString();
        var before = entries("limit=500&until=" + middle);
        var after = entries("limit=500&from=" + middle);
        assertThat(before)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("time").asString()).isLessThan(middle));
        assertThat(before.size() + after.size()).isGreaterThanOrEqualTo(all.size());
    }

    @Test
    void pagesWithoutAGapOrARepetition() {
        var first = japan().get("/api/v1/audit?record=" + id + "&limit=2").json();
        var second = japan().get("/api/v1/audit?record=" + id + "&limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(first.path("entries")).hasSize(2);
        assertThat(second.path("entries").path(0).path("position").asLong())
                .isLessThan(first.path("entries").path(1).path("position").asLong());
    }

    @Test
    void followsARecordToThePartnerAndBack() {
        var given = japan().get("/api/v1/audit/records/" + id).json().path("given");
        assertThat(given.valueStream().map(one -> one.path("type").asString())).containsExactly("release", "recall");
        assertThat(given.valueStream()).allSatisfy(one -> {
            assertThat(one.path("party").asString()).isEqualTo("USA");
            assertThat(one.path("confirmedBy").isNull()).isFalse();
        });
        var taken =
                federation.node("USA").get("/api/v1/audit/records/" + id).json().path("taken");
        assertThat(taken.valueStream().map(one -> one.path("position").asLong()))
                .containsExactlyElementsOf(given.valueStream()
                        .map(one -> one.path("position").asLong())
                        .toList());
    }

    @Test
    void provesThatTheLogGoesOnFromTheOneThatWasKept() {
        var kept = japan().get("/api/v1/audit/checkpoints")
                .json()
                .path("checkpoints")
                .path(0);
        var size = kept.path("size").asLong();
        var proof = japan().get("/api/v1/audit/consistency?first=" + size).json();
        var first = Hash.of(Base64.getDecoder()
                .decode(proof.path("first").path("text").asString().split("\n")[2]));
        var second = hash(proof.path("second").path("root"));
        var path =
                proof.path("path").valueStream().map(AuditExplorerTests::hash).toList();
        var now = proof.path("second").path("size").asLong();
        assertThat(now).isGreaterThan(size);
        assertThat(MerkleProofs.verifyConsistency(size, now, first, second, path))
                .isTrue();
        assertThat(MerkleProofs.verifyConsistency(size, now, second, second, path))
                .isFalse();
        assertThat(japan().get("/api/v1/audit/consistency?first=" + (size + 1)).status())
                .isIn(404, 409);
    }

    private static Hash hash(JsonNode hex) {
        return Hash.parse(hex.asString());
    }

    private static List<JsonNode> entries(String query) {
        return japan().get("/api/v1/audit?" + query)
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }
}
