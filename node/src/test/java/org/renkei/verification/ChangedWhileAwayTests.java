package org.renkei.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.ledger.Ledgers;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// A ledger that was changed while the node was away is looked through before anything of it is signed or sent.
class ChangedWhileAwayTests {
    @TempDir
    Path folder;

    @Test
    void whatWasChangedIsNamedAndNeitherSignedNorSent() throws IOException, InterruptedException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var japan = federation.node("JPN");
            federation.node("USA");
            write(japan, "ROUTINE");
            write(japan, "ROUTINE");
            federation.confirmed("JPN", "USA");
            federation.stop("USA");
            var id = write(japan, "FLASH");
            var signed = signed(japan);
            japan.database().sql("""
                            update ledger.entry set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)
                            where party = 'USA' and position = ?
                            """).param(signed + 1).update();

            japan.restart();
            assertThat(japan.bean(Ledgers.class).state("USA").signed()).isEqualTo(signed);
            TestFederation.eventually(
                    "the change is named with its row and its time",
                    () -> japan.get("/api/v1/verification")
                            .text()
                            .matches("(?s).*ledger\\.entry[^}]*row " + (signed + 1) + "[^}]*time 20[0-9]{2}-.*"));
            var states = federation.node("USA");
            for (var tries = 0; tries < 20; tries++) {
                assertThat(states.get("/api/v1/records/" + id).status()).isEqualTo(404);
                Thread.sleep(100);
            }
            assertThat(signed(japan)).isEqualTo(signed);
            var refused = japan.get("/api/v1/ledgers/USA");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("no checkpoint is signed over it");
            assertThat(japan.get("/api/v1/audit?event=tampering-found").text()).contains("row " + (signed + 1));
        }
    }

    /// The link does not come and go: it stands at both nodes by a name until the row is as it was written.
    @Test
    void theLinkStandsStillAtBothNodesUntilSomebodyHasActed() throws IOException, InterruptedException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var japan = federation.node("JPN");
            var states = federation.node("USA");
            write(japan, "ROUTINE");
            federation.confirmed("JPN", "USA");
            japan.post("/api/v1/links/USA/pause", "{}");
            var id = write(japan, "ROUTINE");
            change(japan);
            verify(japan);
            japan.post("/api/v1/links/USA/resume", "{}");
            TestFederation.eventually(
                    "the partner is told", () -> problem(states).contains("call its administrator"));
            TestFederation.eventually(
                    "and this node says so", () -> problem(japan).contains("Verification"));
            var ups = ups(states) + ups(japan);
            for (var tries = 0; tries < 200; tries++) {
                assertThat(link(japan).path("state").asString()).isEqualTo("refused");
                assertThat(link(states).path("state").asString()).isEqualTo("refused");
                Thread.sleep(20);
            }
            assertThat(ups(states) + ups(japan)).isEqualTo(ups);
            assertThat(states.get("/api/v1/records/" + id).status()).isEqualTo(404);

            change(japan);
            verify(japan);
            federation.confirmed("JPN", "USA");
            assertThat(states.get("/api/v1/records/" + id).status()).isEqualTo(200);
            assertThat(ups(states) + ups(japan)).isGreaterThan(ups);
            assertThat(downs(japan)).as("each end has its beginning").isEqualTo(ups(japan) - 1);
            assertThat(downs(states)).as("each end has its beginning").isEqualTo(ups(states) - 1);
        }
    }

    /// Changes the last entry, and changes it back.
    private static void change(RunningNode node) {
        node.database().sql("""
                        update ledger.entry set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)
                        where party = 'USA' and position = (select max(position) from ledger.entry where party = 'USA')
                        """).update();
    }

    private static void verify(RunningNode node) {
        var before = node.get("/api/v1/audit?event=verified&limit=500")
                .json()
                .path("entries")
                .size();
        assertThat(node.post("/api/v1/verification", "").status()).isBetween(200, 299);
        TestFederation.eventually(
                "it was looked through",
                () -> node.get("/api/v1/audit?event=verified&limit=500")
                                .json()
                                .path("entries")
                                .size()
                        > before);
    }

    private static JsonNode link(RunningNode node) {
        return node.get("/api/v1/node").json().path("links").path(0);
    }

    private static String problem(RunningNode node) {
        return link(node).path("problem").asString("");
    }

    private static int ups(RunningNode node) {
        return entries(node, "link-up");
    }

    private static int downs(RunningNode node) {
        return entries(node, "link-down");
    }

    private static int entries(RunningNode node, String event) {
        return node.get("/api/v1/audit?event=" + event + "&limit=500")
                .json()
                .path("entries")
                .size();
    }

    private static long signed(RunningNode node) {
        return node.database()
                .sql("select signed from ledger.ledger where party = 'USA'")
                .query(Long.class)
                .single();
    }

    private static String write(RunningNode node, String precedence) {
        return node.post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"%s","body":{"title":"x"}}""".formatted(precedence)).id();
    }
}
