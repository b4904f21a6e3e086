package org.renkei.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.ledger.Ledgers;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

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
