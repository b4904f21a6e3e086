package org.renkei.feeds.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renkei.testing.TestFederation.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.settings.FeedSettings.Source;
import org.renkei.settings.FreePort;
import org.renkei.settings.NodeSettings.Endpoint;

/// Feeds with real sockets and files.
class ReceiverTests {
    private static final String SHIP = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n";
    private static final String OTHER_SHIP = "!AIVDM,1,1,,A,17P@<J?P00blFWmjG@5a5?v62<10,0*27\r\n";
    private static final String BROKEN = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B\r\n";

    @TempDir
    Path folder;

    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    private Receiver receiver;

    @AfterEach
    void stop() {
        receiver.stop();
        assertThat(receiver.state()).isEqualTo(Receiver.State.STOPPED);
    }

    @Test
    void readsAServerAndComesBackAfterItWasGone() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            start(Kind.AIS, new Source.Tcp(new Endpoint("127.0.0.1", server.getLocalPort())));
            try (var first = server.accept()) {
                first.getOutputStream().write((SHIP + BROKEN + "noise\r\n" + SHIP).getBytes(StandardCharsets.US_ASCII));
                eventually("the second copy was read", () -> receiver.figures().duplicates() == 1);
            }
            try (var second = server.accept()) {
                assertThat(receiver.problem().orElseThrow().fault()).isEqualTo(FeedFault.CONNECTION_LOST);
                second.getOutputStream().write(OTHER_SHIP.getBytes(StandardCharsets.US_ASCII));
                eventually("both ships", () -> sightings.size() == 2);
            }
        }
        var ship = sightings.getFirst();
        assertThat(ship.feed()).isEqualTo("test");
        assertThat(ship.identity()).hasToString("mmsi:371798000");
        assertThat(ship.domain()).isEqualTo(TrackDomain.SEA);
        assertThat(ship.fix().orElseThrow().latitude()).isCloseTo(48.38163, within(1e-4));
        assertThat(ship.motion().speed().orElseThrow()).isCloseTo(6.3277, within(1e-3));
        assertThat(ship.particulars().status()).hasValue("0");
        assertThat(receiver.figures().messages()).isEqualTo(3);
        assertThat(receiver.figures().refusals()).containsExactly(new FeedFigures.Refusals("WRONG_CHECKSUM", 1));
        assertThat(receiver.figures().examples().getFirst().line()).isEqualTo(BROKEN.strip());
        assertThat(receiver.figures().lag()).isPresent();
    }

    @Test
    void saysThatNobodyAnswersAndStaysOn() throws IOException {
        start(Kind.SBS, new Source.Tcp(new Endpoint("127.0.0.1", FreePort.find())));
        eventually("it waits", () -> receiver.state() == Receiver.State.WAITING);
        assertThat(receiver.problem().orElseThrow().fault()).isEqualTo(FeedFault.CANNOT_CONNECT);
        assertThat(receiver.isOn()).isTrue();
    }

    @Test
    void hearsDatagrams() throws IOException {
        var port = FreePort.find();
        start(Kind.AIS, new Source.Udp(new Endpoint("127.0.0.1", port)));
        eventually("it listens", () -> receiver.state() == Receiver.State.RUNNING);
        try (var sender = new DatagramSocket()) {
            var bytes = (SHIP + OTHER_SHIP).getBytes(StandardCharsets.US_ASCII);
            sender.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
            eventually("both ships", () -> sightings.size() == 2);
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            start(Kind.AIS, new Source.Udp(new Endpoint("127.0.0.1", taken.getLocalPort())));
            eventually("it waits", () -> receiver.state() == Receiver.State.WAITING);
            assertThat(receiver.problem().orElseThrow().fault()).isEqualTo(FeedFault.CANNOT_LISTEN);
        }
    }

    @Test
    void playsARecordingAsIfItHappenedNow() throws IOException {
        var file = folder.resolve("ships.nmea");
        Files.writeString(
                file,
                "\\s:A,c:1334337300*%02X\\".formatted(sum("s:A,c:1334337300"))
                        + SHIP
                        + "\\s:A,c:1334337320*%02X\\".formatted(sum("s:A,c:1334337320"))
                        + OTHER_SHIP);
        var before = System.currentTimeMillis();
        start(Kind.AIS, new Source.Replay(file, 20));
        eventually("its end", () -> receiver.state() == Receiver.State.ENDED);
        assertThat(sightings).as("the end is that of the last line").hasSize(2);
        assertThat(sightings.getFirst().observedAt()).isGreaterThanOrEqualTo(before);
        assertThat(sightings.getLast().observedAt() - sightings.getFirst().observedAt())
                .as("20 s at 20 times")
                .isEqualTo(1_000);
        assertThat(sightings.getFirst().pace()).isEqualTo(20);
        assertThat(sightings.getFirst().motion().speed().orElseThrow())
                .as("12.3 kn, told 20 times faster")
                .isCloseTo(20 * 6.3277, within(0.02));
        assertThat(receiver.isOn()).isFalse();
        receiver.start();
        eventually("it was played again", () -> sightings.size() == 4);
    }

    @Test
    void asksForADocumentAgainAndAgain() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var now = System.currentTimeMillis() / 1000.0;
        var documents = List.of(
                "{\"now\":%s,\"aircraft\":[%s,{\"hex\":\"nonsense\"}]}".formatted(now, aircraft("1.0", "35000")),
                "{\"now\":%s,\"aircraft\":[%s]}".formatted(now, aircraft("1.0", "35000")),
                "{\"now\":%s,\"aircraft\":[%s]}".formatted(now + 1, aircraft("0.5", "\"ground\"")),
                "no JSON");
        var asked = new int[1];
        server.createContext("/data/aircraft.json", exchange -> {
            var body = documents.get(Math.min(asked[0]++, documents.size() - 1)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var port = server.getAddress().getPort();
            start(
                    Kind.AIRCRAFT_JSON,
                    new Source.Poll(
                            URI.create("http://127.0.0.1:" + port + "/data/aircraft.json"), Duration.ofMillis(50)));
            eventually(
                    "what is no JSON was read",
                    () -> receiver.figures().refusals().stream()
                            .anyMatch(reason -> reason.reason().equals("FORM")));
        } finally {
            server.stop(0);
        }
        assertThat(sightings).hasSize(2);
        var aircraft = sightings.getFirst();
        assertThat(aircraft.identity()).hasToString("icao24:a1226e");
        assertThat(aircraft.domain()).isEqualTo(TrackDomain.AIR);
        assertThat(aircraft.motion().altitude().orElseThrow()).isCloseTo(10_668, within(0.1));
        assertThat(aircraft.particulars().nacp()).hasValue(9);
        assertThat(aircraft.particulars().callsign()).hasValue("AAL1975");
        assertThat(aircraft.fix().orElseThrow().accuracyMetres()).isEqualTo(15);
        assertThat(sightings.getLast().motion().altitude()).isEmpty();
        eventually(
                "it is missed",
                () -> receiver.problem()
                        .filter(problem -> problem.fault() == FeedFault.CANNOT_CONNECT)
                        .isPresent());
    }

    @Test
    void leavesOutTheOldestWhenNobodyTakesThem() throws IOException {
        var slow = new CountDownLatch(1);
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var source = new Source.Tcp(new Endpoint("127.0.0.1", server.getLocalPort()));
            receiver = new Receiver(feed(Kind.AIS, source), Clock.systemUTC(), some -> {
                try {
                    slow.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                sightings.addAll(some);
                throw new IllegalStateException("no room");
            });
            receiver.start();
            try (var connection = server.accept()) {
                var out = connection.getOutputStream();
                for (var i = 0; i < 30_000; i++) {
                    out.write(position(i).getBytes(StandardCharsets.US_ASCII));
                }
                out.flush();
                eventually("it drops", () -> receiver.dropped() > 1_000);
                slow.countDown();
                eventually(
                        "the newest came",
                        () -> sightings.stream()
                                .anyMatch(
                                        sighting -> sighting.identity().value().equals("431029999")));
                eventually("the rest is read", () -> sightings.size() + receiver.dropped() == 30_000);
                eventually("it was said", () -> receiver.problem().isPresent());
                assertThat(receiver.problem().orElseThrow().fault()).isEqualTo(FeedFault.NOT_TAKEN);
                assertThat(receiver.state()).isEqualTo(Receiver.State.RUNNING);
            }
        }
    }

    private static String aircraft(String age, String altitude) {
        return """
                {"hex":"A1226E","flight":"AAL1975 ","lat":38.241686,"lon":-77.810967,"alt_baro":%s,"nac_p":9,"nic":8,
                 "seen_pos":%s,"seen":0.1,"mlat":[]}""".formatted(altitude, age);
    }

    /// A position of ship 431000000 + number, made bit by bit.
    private static String position(int number) {
        var bits = new StringBuilder("00000100");
        bits.append(binary(431_000_000 + number, 30));
        bits.append("0".repeat(168 - bits.length()));
        var payload = new StringBuilder();
        for (var i = 0; i < bits.length(); i += 6) {
            var value = Integer.parseInt(bits.substring(i, i + 6), 2);
            payload.append((char) (value < 40 ? value + 48 : value + 56));
        }
        var body = "AIVDM,1,1,,A," + payload + ",0";
        return "!" + body + "*%02X\r\n".formatted(sum(body));
    }

    private static String binary(int value, int digits) {
        var binary = Integer.toBinaryString(value);
        return "0".repeat(digits - binary.length()) + binary;
    }

    private static int sum(String body) {
        return body.chars().reduce(0, (a, b) -> a ^ b);
    }

    private void start(Kind kind, Source source) {
        receiver = new Receiver(feed(kind, source), Clock.systemUTC(), sightings::addAll);
        receiver.start();
    }

    private static FeedSettings feed(Kind kind, Source source) {
        return new FeedSettings("test", kind, source, Label.parse("UNCLASSIFIED//PUBLIC"), true);
    }
}
