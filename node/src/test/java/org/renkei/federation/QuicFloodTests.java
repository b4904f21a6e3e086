package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.settings.FreePort;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.DatagramWire;
import org.renkei.testing.TestFederation;

/// Callers over QUIC that begin handshakes and never go on: they cost the node little, are dropped after their time,
/// and keep nobody out. Between the callers and the node stands a wire that lets through only so many answers.
class QuicFloodTests {
    private static final int CALLERS = 60;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private TestFederation federation;
    private QuicTransport node;
    private QuicTransport callers;
    private DatagramWire wire;
    private Partners.Partner callee;
    private final LinkedBlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws IOException, GeneralSecurityException {
        assumeThat(QuicTransport.isAvailable()).as("QUIC on this platform").isTrue();
        federation = new TestFederation(folder, "JPN", "USA");
        node = new QuicTransport(tls("USA"), Duration.ofSeconds(6));
        callers = new QuicTransport(tls("JPN"));
        callee = partners("JPN").find("USA").orElseThrow();
        var port = FreePort.find();
        node.listen(new Endpoint("127.0.0.1", port), accepted::add, (from, failure) -> {});
        wire = new DatagramWire(callee.address().port(), port);
    }

    @AfterEach
    void close() {
        if (wire != null) {
            wire.close();
            callers.close();
            node.close();
        }
        if (federation != null) {
            federation.close();
        }
    }

    @Test
    void whoHearsNothingTakesFewPlacesAndAPartnerGetsThrough() throws IOException, InterruptedException {
        wire.answers(0);
        flood();
        eventually("all have called", () -> wire.callers() == CALLERS);
        assertThat(node.handshakes()).isBetween(1, QuicDoor.UNPROVEN);

        wire.answers(ALL);
        partnerGetsThrough();

        wire.answers(0);
        eventually("they are dropped", () -> node.handshakes() == 0);
    }

    /// These prove their addresses before they fall silent: they may take what one address may, and no more.
    @Test
    void whoProvesAnAddressAndFallsSilentTakesWhatOneAddressMay() throws IOException, InterruptedException {
        wire.answers(1);
        flood();
        eventually("all have called", () -> wire.callers() == CALLERS);
        eventually("one address is full", () -> node.handshakes() == Handshakes.FROM_ONE_ADDRESS);
        Thread.sleep(500);
        assertThat(node.handshakes()).isEqualTo(Handshakes.FROM_ONE_ADDRESS);

        eventually("they are dropped", () -> node.handshakes() == 0);
        wire.answers(ALL);
        partnerGetsThrough();
    }

    @Test
    void whoSaysNothingAfterTheHandshakeIsDropped() throws IOException, InterruptedException {
        wire.answers(ALL);
        try (var silent = callers.dial(callee, PATIENCE_MILLIS)) {
            var end = new LinkedBlockingQueue<Integer>();
            Thread.ofVirtual().start(() -> {
                try {
                    end.add(silent.stream().in().read());
                } catch (IOException e) {
                    end.add(-1);
                }
            });
            assertThat(end.poll(30, TimeUnit.SECONDS)).isEqualTo(-1);
            assertThat(accepted).isEmpty();
        }
    }

    private void partnerGetsThrough() throws IOException, InterruptedException {
        try (var connection = callers.dial(callee, PATIENCE_MILLIS)) {
            connection.stream().out().write(7);
            connection.stream().out().flush();
            var other = accepted.poll(30, TimeUnit.SECONDS);
            assertThat(other).isNotNull();
            assertThat(other.partner().party()).isEqualTo("JPN");
            assertThat(other.stream().in().read()).isEqualTo(7);
        }
    }

    private void flood() {
        for (var count = 0; count < CALLERS; count++) {
            Thread.ofVirtual().start(() -> {
                try (var connection = callers.dial(callee, 5_000)) {
                    connection.stream().out().write(1);
                } catch (IOException e) {
                    // As it must be: the answers are held back.
                }
            });
        }
    }

    private LinkTls tls(String party) throws GeneralSecurityException {
        var settings = SettingsFile.read(federation.file(party));
        return new LinkTls(OwnKeys.open(settings), partners(party), Clock.systemUTC());
    }

    private Partners partners(String party) {
        return Partners.open(SettingsFile.read(federation.file(party)));
    }
}
