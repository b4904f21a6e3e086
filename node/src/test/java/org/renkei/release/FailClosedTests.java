package org.renkei.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Whatever is missing or broken: nothing leaves, and the reason is said.
class FailClosedTests {
    @TempDir
    static Path folder;

    static TestFederation federation;
    static RunningNode node;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        no label at all          |                                        | a label is needed
        a label in words         | "label":"secret please",               | unknown classification
        REL TO with EYES ONLY    | "label":"SECRET//EYES ONLY//REL TO USA",| EYES ONLY excludes
        PUBLIC but classified    | "label":"SECRET//PUBLIC",              | PUBLIC is only for UNCLASSIFIED
        """)
    void storesAndSendsNothingWithoutAReadableLabel(String name, String label, String reason) {
        var before = ledgerSize();
        var answer = node.post(
                "/api/v1/records",
                "{" + (label == null ? "" : label) + "\"kind\":\"movement\",\"body\":{\"title\":\"x\"}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("at").asString()).isEqualTo("/label");
        assertThat(answer.text()).contains(reason);
        assertThat(ledgerSize()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        //XYZ SECRET//REL TO JPN, USA              | policy-known
        SECRET//NEVER-HEARD//REL TO JPN, USA       | categories-known
        TOP SECRET//REL TO JPN, USA                | level
        SECRET//PERSONAL-DATA//REL TO JPN, USA     | caveats
        SECRET                                     | releasable-to
        SECRET//EYES ONLY                          | eyes-only
        SECRET//REL TO JPN, USA//FOR CYBER         | purpose
        """)
    void withholdsWithTheNamedReason(String label, String rule) {
        var before = ledgerSize();
        var answer = node.post(
                "/api/v1/records",
                "{\"kind\":\"movement\",\"label\":\"%s\",\"body\":{\"title\":\"x\"}}".formatted(label));
        assertThat(answer.status()).isEqualTo(201);
        var decision = answer.decision("USA");
        assertThat(decision.path("decision").asString()).isEqualTo("withheld");
        assertThat(decision.path("outward").asString()).isEqualTo("not releasable");
        assertThat(decision.path("reasons")
                        .valueStream()
                        .filter(reason -> !reason.path("met").asBoolean())
                        .map(reason -> reason.path("code").asString()))
                .contains(rule);
        assertThat(ledgerSize()).isEqualTo(before);
    }

    @Test
    void foreignInformationWaitsForItsOwnersConsent() {
        var answer = node.post("/api/v1/records", """
                {"kind":"movement","label":"SECRET//REL TO JPN, USA//FGI CAN","body":{"title":"x"}}""");
        assertThat(answer.decision("USA").path("decision").asString()).isEqualTo("needs-review");
    }

    @Test
    void aFullAuditDiskMakesEveryWriteARefusal() {
        node.database().sql("""
                create function audit.disk_full() returns trigger language plpgsql as
                $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$
                """).update();
        node.database()
                .sql("create trigger full_disk before insert on audit.entry execute function audit.disk_full()")
                .update();
        try {
            var ledger = ledgerSize();
            var records = recordCount();
            var draft = "{\"kind\":\"movement\",\"label\":\"UNCLASSIFIED//PUBLIC\",\"body\":{\"title\":\"x\"}}";
            var refused = node.post("/api/v1/records", draft);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("title").asString()).isEqualTo("Nothing was stored and nothing left");
            assertThat(refused.text()).contains("audit log").doesNotContain("No space left");
            assertThat(node.post("/api/v1/records/batch", "{\"drafts\":[" + draft + "]}")
                            .status())
                    .isEqualTo(503);
            assertThat(node.post(
                                    "/api/v1/agreements/jpn-usa-information-protection-2007/suspend",
                                    "{\"reason\":\"test\"}")
                            .status())
                    .isEqualTo(503);
            assertThat(ledgerSize()).isEqualTo(ledger);
            assertThat(recordCount()).isEqualTo(records);
        } finally {
            node.database().sql("drop trigger full_disk on audit.entry").update();
        }
    }

    @Test
    void aNodeWithABrokenAgreementFileDoesNotStart() throws IOException {
        var broken = folder.resolve("broken");
        var own = new TestFederation(broken, "JPN");
        Files.writeString(
                broken.resolve("JPN/register.yaml"), "agreements:\n  - {id: x, type: nonsense}\n  - {id: y}\n");
        var settings = Files.readString(own.file("JPN"));
        Files.writeString(
                own.file("JPN"), settings.replace("  data: data\n", "  data: data\n  agreements: register.yaml\n"));
        assertThatThrownBy(() -> own.node("JPN"))
                .rootCause()
                .hasMessageContaining("nothing can be released")
                .hasMessageContaining("agreements[0]")
                .hasMessageContaining("agreements[1]");
    }

    private static long ledgerSize() {
        return node.get("/api/v1/ledgers/USA").json().path("size").asLong();
    }

    private static long recordCount() {
        return node.get("/api/v1/node").json().path("records").path("total").asLong();
    }
}
