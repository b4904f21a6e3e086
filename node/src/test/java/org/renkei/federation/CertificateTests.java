package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.keys.TestCertificates;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Acceptance test "wrong usage, expired, wrong CA: clear message on both sides" (pvarki PR #130), whichever of the two
/// nodes it is, the one that calls (JPN) or the one that is called (USA).
class CertificateTests {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', textBlock = """
        expired     | USA | JPN | the certificate of the partner's node has ended     | because it has ended
        expired     | JPN | USA | the certificate of JPN/test ended on                | because it has ended
        wrong usage | USA | JPN | is not made for links: ask for a new card           | because it is not made for links
        wrong usage | JPN | USA | the certificate of JPN/test is not made for clients | because it is not made for links
        not on card | USA | JPN | stands in no partner's card                         | compare the cards
        not on card | JPN | USA | stands in no partner's card                         | compare the cards
        """)
    void isSaidOnBothSides(String what, String bearer, String other, String said, String learnt) throws IOException {
        var data = folder.resolve(bearer).resolve("data");
        switch (what) {
            case "expired" -> TestCertificates.expired(data, bearer + "/test");
            case "wrong usage" -> TestCertificates.ofWrongUsage(data, bearer + "/test");
            default -> {}
        }
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            if (what.equals("not on card")) {
                TestCertificates.another(data, bearer + "/test");
            }
            var refusing = federation.node(other);
            var refused = federation.node(bearer);
            eventually(
                    "the one that refuses says why",
                    () -> problem(refusing).contains(said)
                            || refusing.get("/api/v1/audit?event=link-refused")
                                    .text()
                                    .contains(said));
            eventually(
                    "the one that is refused learns it",
                    () -> problem(refused).contains(learnt) || refusals(refused).contains(learnt));
            assertThat(refusing.send("GET", "/api/v1/node", "", "Bearer " + refusing.token(), "ja")
                            .text())
                    .doesNotContain("\"state\":\"up\"");
        }
    }

    private static String refusals(RunningNode node) {
        return node.get("/api/v1/audit?event=link-refused").text();
    }

    private static String problem(RunningNode node) {
        return node.get("/api/v1/node")
                .json()
                .path("links")
                .get(0)
                .path("problem")
                .asString();
    }
}
