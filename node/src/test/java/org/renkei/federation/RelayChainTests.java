package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Four nodes in a row: JPN – USA – GBR – AUS. Each carrier knows only the one before and the one after it.
class RelayChainTests {
    private static final Map<String, String> WAYS = Map.of(
            "JPN GBR", "[USA]",
            "JPN AUS", "[USA, GBR]",
            "USA AUS", "[GBR]",
            "GBR JPN", "[USA]",
            "AUS USA", "[GBR]",
            "AUS JPN", "[GBR, USA]");

    @TempDir
    Path folder;

    @Test
    void eachCarrierLearnsOnlyTheNextHop() throws IOException {
        try (var federation =
                new TestFederation(folder, Clock.systemUTC(), RelayChainTests::terms, "JPN", "USA", "GBR", "AUS")) {
            var japan = federation.node("JPN");
            var states = federation.node("USA");
            var britain = federation.node("GBR");
            var australia = federation.node("AUS");
            eventually(
                    "the ends have met",
                    () -> state(japan, "AUS").equals("up")
                            && state(australia, "JPN").equals("up"));
            var id = japan.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//REL TO AUS","body":{"title":"word CHICHIBU"}}""").id();
            eventually(
                    "it has arrived",
                    () -> australia.get("/api/v1/records/" + id).text().contains("CHICHIBU"));
            federation.confirmed("JPN", "AUS");
            assertThat(carried(states, "JPN")).isNotEmpty().doesNotContain("AUS");
            assertThat(carried(britain, "USA")).isNotEmpty().doesNotContain("JPN");
            for (var carrier : new RunningNode[] {states, britain}) {
                assertThat(carrier.get("/api/v1/records/" + id).status()).isEqualTo(404);
            }
        }
    }

    /// What the audit log of a carrier says of the parcels of one neighbour.
    private static String carried(RunningNode node, String from) {
        var said = new StringBuilder();
        node.get("/api/v1/audit?event=parcel-carried&limit=500")
                .json()
                .path("entries")
                .forEach(entry -> {
                    if (entry.path("actor").asString().equals(from + "/test")) {
                        said.append(entry).append('\n');
                    }
                });
        return said.toString();
    }

    private static Optional<String> terms(String self, String other) {
        var via = WAYS.get(self + " " + other);
        return Optional.of(
                TestFederation.usualTerms(self, other) + (via == null ? "relay: true\n" : "via: " + via + "\n"));
    }

    private static String state(RunningNode node, String party) {
        return node.get("/api/v1/node")
                .json()
                .path("links")
                .valueStream()
                .filter(link -> link.path("party").asString().equals(party))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asString();
    }
}
