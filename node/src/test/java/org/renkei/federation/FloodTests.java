package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.testing.TestFederation;

/// Acceptance test "240 connections in 2 s from one identity with a revoked certificate: bounded and rejected first"
/// (TAKAware #215).
class FloodTests {
    private static final int CONNECTIONS = 240;

    @TempDir
    Path folder;

    /// The stranger's card is on nobody's list any more; JPN and USA work on.
    @Test
    void manyConnectionsOfOneThatIsNoPartnerAreRefusedAndDisturbNobody()
            throws IOException, GeneralSecurityException, InterruptedException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var japan = federation.node("JPN");
            var states = federation.node("USA");
            var id = japan.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"before"}}""").id();
            federation.confirmed("JPN", "USA");
            assertThat(states.get("/api/v1/records/" + id).status()).isEqualTo(200);

            var stranger = OwnKeys.open(folder.resolve("stranger"), japan.settings());
            var tls = new LinkTls(stranger, japan.bean(Partners.class), Clock.systemUTC());
            var callee = japan.bean(Partners.class).find("USA").orElseThrow();
            var heard = new AtomicInteger();
            var done = new CountDownLatch(CONNECTIONS);
            for (var count = 0; count < CONNECTIONS; count++) {
                Thread.ofVirtual().start(() -> {
                    try (var connection = TcpConnection.dial(callee, tls)) {
                        connection.patience(5_000);
                        if (connection.stream().in().read() >= 0) {
                            heard.incrementAndGet();
                        }
                    } catch (IOException e) {
                        // Refused, as it must be.
                    } finally {
                        done.countDown();
                    }
                });
            }
            var flash = japan.post("/api/v1/records", """
                    {"kind":"note","precedence":"FLASH","label":"UNCLASSIFIED//REL TO USA","body":{"title":"meanwhile"}}""").id();
            eventually(
                    "what is urgent passes",
                    () -> states.get("/api/v1/records/" + flash).status() == 200);
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(heard).hasValue(0);
            var refused = states.get("/api/v1/audit?event=link-refused").json().path("entries");
            assertThat(refused.size()).isBetween(1, 5);
            assertThat(refused.toString()).contains("stands in no partner's card");
            assertThat(List.of("up"))
                    .contains(japan.get("/api/v1/node")
                            .json()
                            .path("links")
                            .get(0)
                            .path("state")
                            .asString());
        }
    }
}
