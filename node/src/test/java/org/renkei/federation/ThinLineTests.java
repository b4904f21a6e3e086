package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.settings.FreePort;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.DatagramWire;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Two nodes a second away from each other, as by satellite.
class ThinLineTests {
    private static final long ONE_WAY_MILLIS = 500;

    @TempDir
    Path folder;

    @Test
    void allLanesAreWithinOneConnection() throws IOException, InterruptedException {
        assumeThat(QuicTransport.isAvailable()).as("QUIC on this platform").isTrue();
        var terms = (TestFederation.Terms)
                (self, other) -> Optional.of(TestFederation.usualTerms(self, other) + "transports: [quic]\n");
        try (var federation = new TestFederation(folder, Clock.systemUTC(), terms, "JPN", "USA")) {
            try (var wire = wireTo(federation.file("USA"))) {
                wire.answers(Integer.MAX_VALUE);
                var japan = federation.node("JPN");
                var states = federation.node("USA");
                eventually(
                        "all lanes are open",
                        () -> isUrgentOpen(japan)
                                && isUrgentOpen(states)
                                && tracks(japan).equals("open")
                                && tracks(states).equals("open"));
                var routine = write(japan, "ROUTINE");
                var flash = write(japan, "FLASH");
                eventually("both are there", () -> has(states, routine) && has(states, flash));
                Thread.sleep(5_000);
                assertThat(wire.callers()).isEqualTo(1);

                states.restart();
                eventually("the link comes back", () -> isUrgentOpen(japan) && isUrgentOpen(states));
                var afterwards = write(japan, "FLASH");
                eventually("and carries", () -> has(states, afterwards));
            }
        }
    }

    /// Between the address on the card and the node, which listens elsewhere.
    private static DatagramWire wireTo(Path file) throws IOException {
        var address = SettingsFile.read(file).link();
        var port = FreePort.find();
        Files.writeString(file, Files.readString(file).replace("port: " + address.port(), "port: " + port));
        return new DatagramWire(address.port(), port, ONE_WAY_MILLIS);
    }

    private static String write(RunningNode node, String precedence) {
        var answer = node.post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"%s","body":{"title":"x"}}""".formatted(precedence));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static boolean has(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id).status() == 200;
    }

    private static boolean isUrgentOpen(RunningNode node) {
        return link(node).path("traffic").path("urgentLane").asBoolean(false);
    }

    private static String tracks(RunningNode node) {
        return link(node).path("tracks").path("state").asString("");
    }

    private static JsonNode link(RunningNode node) {
        return node.get("/api/v1/node").json().path("links").path(0);
    }
}
