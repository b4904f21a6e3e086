package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Acceptance test "240 connections in 2 s from one identity with a revoked certificate: bounded and rejected first"
/// (TAKAware #215).
class FloodTests {
    private static final int CONNECTIONS = 240;
    private static final int SILENT = 30;

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
            assertThat(link(japan).path("state").asString()).isEqualTo("up");
        }
    }

    /// A partner whose program hangs, or worse, opens connections and says nothing on them.
    @Test
    void aPartnerMayHaveFewSilentConnections() throws IOException, InterruptedException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var japan = federation.node("JPN");
            federation.node("USA");
            eventually("the link is up with all its lanes", () -> {
                var link = link(japan);
                return link.path("traffic").path("urgentLane").asBoolean()
                        && link.path("tracks").path("state").asString().equals("open");
            });
            var callee = japan.bean(Partners.class).find("USA").orElseThrow();
            var tls = japan.bean(LinkTls.class);
            var open = new AtomicInteger();
            var closed = new AtomicInteger();
            var done = new CountDownLatch(SILENT);
            for (var count = 0; count < SILENT; count++) {
                Thread.ofVirtual().start(() -> {
                    try (var connection = TcpConnection.dial(callee, tls)) {
                        connection.patience(6_000);
                        (connection.stream().in().read() < 0 ? closed : open).incrementAndGet();
                    } catch (SocketTimeoutException e) {
                        open.incrementAndGet();
                    } catch (IOException e) {
                        closed.incrementAndGet();
                    } finally {
                        done.countDown();
                    }
                });
            }
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(open).hasValueLessThanOrEqualTo(FirstFrames.MOST_SILENT);
            assertThat(open).hasValueGreaterThan(0);
            assertThat(open.get() + closed.get()).isEqualTo(SILENT);
            assertThat(link(japan).path("state").asString()).isEqualTo("up");
        }
    }

    private static JsonNode link(RunningNode node) {
        return node.get("/api/v1/node").json().path("links").get(0);
    }
}
