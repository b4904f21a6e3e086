package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.Finding;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleProofs;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.support.TransactionTemplate;

/// Two nodes of two nations, each with its own database, over a real link.
class FederationTests {
    @TempDir
    static Path folder;

    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        japan();
        states();
        eventually(
                "the link is up",
                () -> linkState(japan()).equals("up") && linkState(states()).equals("up"));
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void aRecordCrossesWithoutItsWithheldPortion() {
        var id = japan().post("/api/v1/records", """
                {"kind":"situation-report","label":"CONFIDENTIAL//REL TO JPN, USA, AUS","author":"JPN watch officer",
                 "portions":[{"at":"/remarks","label":"SECRET//REL TO JPN"},
                             {"at":"/position","label":"SECRET//REL TO JPN","otherwise":"position-10km"}],
                 "body":{"title":"Runway closed","remarks":"word AKEBONO-1","position":{"lat":32.8371,"lon":130.8551}}}
                """).id();
        federation.confirmed("JPN", "USA");
        var received = states().get("/api/v1/records/" + id).json();
        assertThat(received.path("own").asBoolean()).isFalse();
        assertThat(received.path("redacted").asBoolean()).isTrue();
        assertThat(received.path("label").asString()).isEqualTo("CONFIDENTIAL//REL TO JPN, USA");
        assertThat(received.path("body").has("remarks")).isFalse();
        assertThat(received.path("body").path("position").path("lat").asDouble())
                .isEqualTo(32.85);
        assertThat(received.path("body").path("position").path("gridKm").asInt())
                .isEqualTo(11);
        assertThat(states().get("/api/v1/records?text=akebono-1")
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void whatIsWrittenWhileASessionIsBeingPreparedIsSentInIt() {
        japan().post("/api/v1/links/USA/pause", "");
        var id = japan().bean(TransactionTemplate.class).execute(status -> {
            japan().database()
                    .sql("lock table federation.received in access exclusive mode")
                    .update();
            japan().post("/api/v1/links/USA/resume", "");
            eventually(
                    "the session has read the size of the ledger and waits for the rest",
                    () -> japan().database().sql("""
                                select exists(select 1 from pg_locks
                                where not granted and relation = 'federation.received'::regclass)""").query(Boolean.class).single());
            return japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"just in between"}}""").id();
        });
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200);
    }

    @Test
    void unknownKindsAreKeptAndPassedOn() {
        var id = japan().post("/api/v1/records", """
                {"kind":"movement-of-tides","label":"UNCLASSIFIED//PUBLIC","body":{"deep":{"list":[1,2.5,null,true,"潮"]}}}
                """).id();
        federation.confirmed("JPN", "USA");
        var received = states().get("/api/v1/records/" + id).json();
        assertThat(received.path("kind").asString()).isEqualTo("movement-of-tides");
        assertThat(received.path("body").toString()).isEqualTo("{\"deep\":{\"list\":[1,2.5,null,true,\"潮\"]}}");
    }

    @Test
    void revisionsAreCountedForThePartnerSoThatGapsTellNothing() {
        var open = "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED//REL TO USA\",\"body\":{\"n\":%d}}";
        var id = japan().post("/api/v1/records", open.formatted(1)).id();
        japan().put("/api/v1/records/" + id, "{\"kind\":\"note\",\"label\":\"SECRET\",\"body\":{\"n\":2}}");
        japan().put("/api/v1/records/" + id, open.formatted(3));
        federation.confirmed("JPN", "USA");
        var received = states().get("/api/v1/records/" + id).json();
        assertThat(received.path("body").path("n").asInt()).isEqualTo(3);
        assertThat(received.path("revision").asInt()).isEqualTo(2);
        assertThat(japan().get("/api/v1/records/" + id).json().path("revision").asInt())
                .isEqualTo(3);
    }

    @Test
    void aRecalledRecordLeavesOnlyTheFact() {
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"word HINODE-2"}}""").id();
        federation.confirmed("JPN", "USA");
        var recalled = japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"wrong counts\"}");
        assertThat(recalled.json().path("recalledFrom").toString()).isEqualTo("[\"USA\"]");
        federation.confirmed("JPN", "USA");
        var left = states().get("/api/v1/records/" + id).json();
        assertThat(left.path("state").asString()).isEqualTo("recalled");
        assertThat(left.path("body").isEmpty()).isTrue();
        assertThat(states().database()
                        .sql("select count(*) from records.revision where content is not null and record = ?::uuid")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"again\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void onlyTheOriginWrites() {
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"mine"}}""").id();
        federation.confirmed("JPN", "USA");
        var draft = "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED//PUBLIC\",\"body\":{}}";
        assertThat(states().put("/api/v1/records/" + id, draft).status()).isEqualTo(403);
        assertThat(states().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void suspendingAnAgreementTakesBackWhatItCarriedAndResumingGivesItAgain() {
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"SECRET//REL TO USA","body":{"title":"under the agreement"}}""").id();
        federation.confirmed("JPN", "USA");
        var agreement = "/api/v1/agreements/jpn-usa-information-protection-2007";
        var suspended = japan().post(agreement + "/suspend", "{\"reason\":\"test\"}");
        assertThat(suspended.json().path("agreement").path("state").asString()).isEqualTo("suspended");
        assertThat(suspended.json().path("recalled").path("USA").asInt()).isPositive();
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).json().path("state").asString())
                .isEqualTo("recalled");
        var after = japan().post("/api/v1/records", """
                {"kind":"note","label":"SECRET//REL TO USA","body":{"title":"later"}}""");
        assertThat(after.decision("USA").toString()).contains("withheld").contains("suspended since");
        assertThat(japan().post(agreement + "/suspend", "{\"reason\":\"test\"}").status())
                .isEqualTo(409);

        japan().post(agreement + "/resume", "{\"reason\":\"test\"}");
        federation.confirmed("JPN", "USA");
        var again = states().get("/api/v1/records/" + id).json();
        assertThat(again.path("state").asString()).isEqualTo("current");
        assertThat(again.path("body").path("title").asString()).isEqualTo("under the agreement");
    }

    @Test
    void bothSidesGoOnAloneAndConvergeAfterwards() {
        federation.stop("USA");
        eventually("the link is down", () -> linkState(japan()).equals("down"));
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"while away"}}""").id();
        var link = japan().get("/api/v1/node").json().path("links").get(0);
        assertThat(link.path("waiting").asLong()).isPositive();
        assertThat(link.path("problem").asString())
                .matches(".*(comes back by itself|everything waits in the ledger).*");
        states();
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200);
        japan().restart();
        eventually("the link is up again", () -> linkState(japan()).equals("up"));
        var ledger = japan().get("/api/v1/ledgers/USA").json();
        var copy = states().get("/api/v1/ledgers/JPN").json().path("received");
        assertThat(copy.path("root").asString()).isEqualTo(ledger.path("root").asString());
    }

    @Test
    void everyEntryOfTheLedgerCanBeProven() {
        japan().post("/api/v1/records", "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED//PUBLIC\",\"body\":{}}");
        federation.confirmed("JPN", "USA");
        var size = japan().get("/api/v1/ledgers/USA").json().path("size").asLong();
        for (var position = 1L; position <= size; position++) {
            var proof = japan().get("/api/v1/ledgers/USA/proof?position=" + position)
                    .json();
            var path = proof.path("path")
                    .valueStream()
                    .map(one -> Hash.parse(one.asString()))
                    .toList();
            assertThat(MerkleProofs.verifyInclusion(
                            Hash.parse(proof.path("leaf").asString()),
                            position - 1,
                            proof.path("size").asLong(),
                            path,
                            Hash.parse(proof.path("root").asString())))
                    .isTrue();
        }
        assertThat(japan().get("/api/v1/ledgers/USA/proof?position=" + (size + 1))
                        .status())
                .isEqualTo(404);
        assertThat(japan().get("/api/v1/ledgers/USA/proof?position=0").status()).isEqualTo(400);
        assertThat(japan().get("/api/v1/ledgers/FRA").status()).isEqualTo(404);
    }

    @Test
    void theAuditLogHoldsEveryDecisionAndNoticesAChangedRow() {
        var id = japan().post("/api/v1/records", "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED//PUBLIC\",\"body\":{}}")
                .id();
        federation.confirmed("JPN", "USA");
        var here = japan().get("/api/v1/audit?record=" + id).json().path("entries");
        assertThat(here.valueStream().map(entry -> entry.path("event").asString()))
                .containsExactly("release-decided", "record-stored");
        var there = states().get("/api/v1/audit?record=" + id).json().path("entries");
        assertThat(there.valueStream().map(entry -> entry.path("event").asString()))
                .containsExactly("record-received");
        var seals = states().bean(AuditSeals.class);
        assertThat(seals.verify().findings().list()).isEmpty();
        assertThat(states().get("/api/v1/audit/checkpoint").json().path("size").asLong())
                .isEqualTo(states().bean(AuditLog.class).size());
        var position = states().database()
                .sql("update audit.entry set details = details || ' ' where record = ?::uuid returning position")
                .param(id)
                .query(Long.class)
                .single();
        try {
            assertThat(seals.verify().findings().list())
                    .extracting(Finding::table, Finding::position, Finding::column)
                    .containsExactly(tuple("audit.entry", position, "details"));
        } finally {
            states().database()
                    .sql("update audit.entry set details = rtrim(details) where position = ?")
                    .param(position)
                    .update();
        }
        assertThat(seals.verify().findings().list()).isEmpty();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }

    private static String linkState(RunningNode node) {
        return node.get("/api/v1/node")
                .json()
                .path("links")
                .get(0)
                .path("state")
                .asString();
    }
}
