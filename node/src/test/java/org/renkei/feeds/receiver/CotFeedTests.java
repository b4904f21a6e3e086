package org.renkei.feeds.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.cot.CotDetail;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMark;
import org.renkei.kernel.cot.CotMessages;
import org.renkei.kernel.cot.CotPoint;
import org.renkei.kernel.cot.CotXml;
import org.renkei.kernel.cot.TakProtocol;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.FreePort;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;
import org.renkei.testing.Machine;

/// Feeds of Cursor on Target with real sockets and files.
class CotFeedTests {
    @TempDir
    Path folder;

    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    private Receiver receiver;

    @AfterEach
    void stop() {
        receiver.stop();
    }

    @Test
    void readsAServerWhateverElseItSends() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            start(new Source.Tcp(new Endpoint("127.0.0.1", server.getLocalPort())));
            try (var connection = server.accept()) {
                var out = connection.getOutputStream();
                out.write(CotXml.bytes(CotMessages.pong(now())));
                out.write(CotXml.bytes(event("SHIP-1", "a-h-S-C", now())));
                out.write("garbage".getBytes(UTF_8));
                out.write(CotXml.bytes(event(CotMark.uid(new UUID(1, 2)), "a-h-S", now())));
                out.write(CotXml.bytes(event("OLD", "a-h-S", now() - 3_600_000)));
                out.write(CotXml.bytes(event("CHAT", "b-t-f", now())));
                out.write(TakProtocol.frame(event("SHIP-2", "a-f-A", now())));
                eventually("both came", () -> sightings.size() == 2);
            }
        }
        var ship = sightings.getFirst();
        assertThat(ship.identity()).hasToString("cot:SHIP-1");
        assertThat(ship.domain()).isEqualTo(TrackDomain.SEA);
        assertThat(ship.fix().orElseThrow().accuracyMetres()).isEqualTo(12);
        assertThat(ship.motion().speed()).hasValue(7.5);
        assertThat(ship.particulars().callsign()).hasValue("連携");
        assertThat(ship.particulars().type()).hasValue("a-h-S-C");
        assertThat(sightings.get(1).domain()).isEqualTo(TrackDomain.AIR);
        assertThat(receiver.figures().refusals().stream().map(FeedFigures.Refusals::reason))
                .containsExactlyInAnyOrder("GARBAGE", "OWN_TRACK", "STALE", "CHAT");
    }

    @Test
    void callsOverTlsOnlyWhomItKnows() throws IOException {
        var machine = new Machine.Maker(Instant.now())
                .forPurposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth)
                .make();
        var own = Machine.make();
        try (var server =
                (SSLServerSocket) machine.context().getServerSocketFactory().createServerSocket()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            server.setNeedClientAuth(true);
            Thread.ofVirtual().start(() -> serve(server));
            var endpoint = new Endpoint("127.0.0.1", server.getLocalPort());
            var key = Files.writeString(folder.resolve("key.pem"), own.keyPem());
            var certificate = Files.writeString(folder.resolve("own.pem"), own.pem());
            var pinned = Files.writeString(folder.resolve("server.pem"), machine.pem());
            start(new Source.TlsServer(endpoint, new Tls(certificate, key, false), pinned));
            eventually("it came", () -> !sightings.isEmpty());
            receiver.stop();

            start(new Source.TlsServer(endpoint, new Tls(certificate, key, false), certificate));
            eventually(
                    "another certificate is not trusted",
                    () -> receiver.problem()
                            .filter(problem -> problem.fault() == FeedFault.NOT_TRUSTED)
                            .isPresent());
        }
    }

    private static void serve(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connection.getOutputStream().write(CotXml.bytes(event("TLS-1", "a-f-G", now())));
                connection.getInputStream().read();
            } catch (IOException refused) {
                // The next one.
            }
        }
    }

    @Test
    void hearsDatagrams() throws IOException {
        var port = FreePort.find();
        start(new Source.Udp(new Endpoint("127.0.0.1", port)));
        eventually("it listens", () -> receiver.state() == Receiver.State.RUNNING);
        try (var sender = new DatagramSocket()) {
            for (var bytes : List.of(
                    TakProtocol.datagram(event("MESH-1", "a-f-G", now())),
                    CotXml.bytes(event("MESH-2", "a-f-G", now())))) {
                sender.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
            }
        }
        eventually("both came", () -> sightings.size() == 2);
    }

    @Test
    void playsARecordingAsIfItWereNow() throws IOException {
        var file = folder.resolve("events.xml");
        var then = Instant.parse("2020-05-01T00:00:00Z").toEpochMilli();
        Files.writeString(
                file,
                CotXml.write(event("A", "a-f-G", then)) + "\n" + CotXml.write(event("B", "a-f-G", then + 20_000)));
        start(new Source.Replay(file, 100));
        eventually("it ended", () -> receiver.state() == Receiver.State.ENDED);
        assertThat(sightings).hasSize(2);
        assertThat(now() - sightings.getFirst().observedAt()).isLessThan(60_000);
    }

    private static CotEvent event(String uid, String type, long time) {
        return new CotEvent(
                uid,
                type,
                "m-g",
                time,
                time,
                time + 60_000,
                new CotPoint(33, 131, OptionalDouble.empty(), OptionalDouble.of(12), OptionalDouble.empty()),
                CotDetail.of(CotDetail.contact("連携"), CotDetail.track(10, 7.5)));
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    private void start(Source source) {
        var feed = new FeedSettings("test", Kind.COT, source, Label.parse("UNCLASSIFIED//PUBLIC"), true);
        receiver = new Receiver(feed, Clock.systemUTC(), sightings::addAll);
        receiver.start();
    }
}
