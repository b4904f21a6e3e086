package org.renkei.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackBook;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.settings.FreePort;
import org.renkei.settings.NodeSettings.Tls;
import org.renkei.testing.Machine;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Two nodes of Japan, of which one hears what the other shows, and workers that share the work between them: over a
/// real
/// Kafka, TLS and passwords included.
class FeedLogTests {
    private static final int SHIPS = 60;
    private static final Label SHARED = Label.parse("UNCLASSIFIED//REL TO JPN, USA");
    private static final Particulars NAMED = Particulars.of(Optional.of("ASAHI"), Optional.empty(), Optional.of("70"));

    @TempDir
    static Path folder;

    static TestFederation federation;
    static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        // Without a link: what one tells the other goes by Kafka alone.
        federation = new TestFederation(
                folder, Clock.systemUTC(), (self, other) -> Optional.empty(), "JPN/west", "JPN/center");
        var machine = new Machine.Maker(Instant.now())
                .at("127.0.0.1")
                .forPurposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth)
                .make();
        var certificate = Files.writeString(folder.resolve("kafka.crt"), machine.pem());
        var key = Files.writeString(folder.resolve("kafka.key"), machine.keyPem());
        broker = new TestBroker(folder.resolve("kafka"), new Tls(certificate, key, false));
    }

    @AfterAll
    static void stop() {
        federation.close();
        broker.close();
    }

    @Test
    void whatOneNodeHearsStandsInThePictureOfTheOther() throws IOException {
        var port = FreePort.find();
        settle("JPN/west", """
                  feeds:
                    - {id: sky, kind: sbs, source: "udp://127.0.0.1:%1$d", label: "%2$s"}
                    - {id: coast, kind: sbs, source: "udp://127.0.0.1:%3$d", label: "SECRET//REL TO JPN"}
                """.formatted(port, SHARED, FreePort.find()));
        settle("JPN/center", """
                  feeds:
                    - {id: sky, kind: sbs, source: "kafka:", label: "%s"}
                    - {id: coast, kind: sbs, source: "kafka:", label: "UNCLASSIFIED//PUBLIC"}
                """.formatted(SHARED));
        var west = federation.node("JPN/west");
        var center = federation.node("JPN/center");
        eventually("the aircraft stands in both pictures", () -> {
            report(port);
            return tracks(west) == 1 && tracks(center) == 1;
        });
        var track = center.get("/api/v1/tracks").json().path("tracks").path(0);
        assertThat(track.path("identities").toString()).contains("icao24:84abcd");
        assertThat(track.path("label").asString()).isEqualTo(SHARED.toString());
        assertThat(center.get("/api/v1/tracks/" + track.path("id").asString())
                        .json()
                        .path("sources")
                        .findValuesAsString("feed"))
                .containsExactly("sky");
        var feed = center.get("/api/v1/feeds").json().path("feeds").path(0);
        assertThat(feed.path("source").asString()).isEqualTo("kafka:");
        assertThat(feed.path("sightings").asLong()).isPositive();

        center.restart();
        eventually("it is taken up again from the log", () -> tracks(center) == 1);
        assertThat(center.post("/api/v1/feeds/sky/stop", "").status()).isEqualTo(200);
    }

    @Test
    void workersShareTheWorkAndOneTakesOverWhereAnotherStops() throws Exception {
        var clients = new Clients(broker.settings("shared"));
        clients.makeTopics();
        var first = new Worker(clients, Clock.systemUTC());
        var second = new Worker(clients, Clock.systemUTC());
        var seen = new ConcurrentHashMap<TrackIdentity, Sighting>();
        var book = new TrackBook();
        var reader = new Reader(clients, Map.of("ais", SHARED), sighting -> {
            seen.put(sighting.identity(), sighting);
            synchronized (book) {
                book.take(sighting);
            }
        });
        var began = System.currentTimeMillis();
        try (var producer = clients.workProducer()) {
            Stream.of(first, second, reader)
                    .forEach(one -> Thread.ofPlatform().daemon().start(one));
            eventually(
                    "both have a share",
                    () -> !first.partitions().isEmpty()
                            && !second.partitions().isEmpty()
                            && first.partitions().size() + second.partitions().size() == 6);
            for (var ship = 0; ship < SHIPS; ship++) {
                tell(producer, clients, ship, 0, began, NAMED, SHARED);
            }
            eventually("every ship is told", () -> seen.size() == SHIPS);
            assertThat(first.partitions()).doesNotContainAnyElementsOf(second.partitions());

            first.stop();
            for (var step = 1; step <= 5; step++) {
                for (var ship = 0; ship < SHIPS; ship++) {
                    // Told twice: a sender that did not hear of the first time sends again.
                    tell(producer, clients, ship, step, began, Particulars.NONE, SHARED);
                    tell(producer, clients, ship, step, began, Particulars.NONE, SHARED);
                }
            }
            eventually("the other has all of it", () -> second.partitions().size() == 6);
            eventually(
                    "no ship stands still",
                    () -> seen.values().stream().allMatch(sighting -> sighting.observedAt() == began + 5_000));
            synchronized (book) {
                assertThat(book.tracks()).hasSize(SHIPS).allSatisfy(track -> {
                    assertThat(track.particulars().name())
                            .as("as it was told before")
                            .hasValue("ASAHI");
                    assertThat(track.sources()).singleElement().satisfies(source -> {
                        assertThat(source.feed()).isEqualTo("ais");
                        assertThat(source.observedAt()).isEqualTo(began + 5_000);
                    });
                });
            }

            tell(producer, clients, 999, 0, began, NAMED, Label.parse("SECRET//REL TO JPN"));
            tell(producer, clients, SHIPS, 0, began, NAMED, SHARED);
            eventually("what came behind it", () -> seen.size() > SHIPS);
            assertThat(seen).as("under another label than here").doesNotContainKey(identity(999));
        } finally {
            Stream.of(first, second).forEach(Worker::stop);
            reader.stop();
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    @Test
    void aSightingIsTheSameAfterwards() {
        var sightings = List.of(
                sighting(1, 0, 0, NAMED),
                new Sighting(
                        "ais", identity(1), TrackDomain.SEA, 1, 2, Optional.empty(), Motion.UNKNOWN, Particulars.NONE));
        for (var sighting : sightings) {
            var told = new SightingCodec.Told(sighting, SHARED);
            assertThat(SightingCodec.read(SightingCodec.write(told))).hasValue(told);
            var bytes = SightingCodec.write(told);
            for (var length = 0; length < bytes.length; length++) {
                assertThat(SightingCodec.read(Arrays.copyOf(bytes, length))).isEmpty();
            }
        }
    }

    private static void tell(
            KafkaProducer<String, byte[]> producer,
            Clients clients,
            int ship,
            int step,
            long began,
            Particulars particulars,
            Label label) {
        var sighting = sighting(ship, step, began, particulars);
        var bytes = SightingCodec.write(new SightingCodec.Told(sighting, label));
        producer.send(
                new ProducerRecord<>(clients.sightings(), sighting.identity().toString(), bytes));
    }

    private static Sighting sighting(int ship, int step, long began, Particulars particulars) {
        return new Sighting(
                "ais",
                identity(ship),
                TrackDomain.SEA,
                began + step * 1_000L,
                began + step * 1_000L + 20,
                Optional.of(new Fix(30 + ship % 100 * 0.1, 130 + step * 0.0001, 10)),
                Motion.of(90, 9.6),
                particulars);
    }

    private static TrackIdentity identity(int ship) {
        return new TrackIdentity("mmsi", String.valueOf(431_000_000 + ship));
    }

    private static void settle(String node, String more) throws IOException {
        Files.writeString(federation.file(node), more + broker.section("nation"), StandardOpenOption.APPEND);
    }

    private static int tracks(RunningNode node) {
        return node.get("/api/v1/tracks").json().path("tracks").size();
    }

    private static void report(int port) {
        var now = Instant.now();
        var time = DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS")
                .withZone(ZoneOffset.UTC)
                .format(now);
        var line = "MSG,3,1,1,84ABCD,1,%1$s,%1$s,,10000,,,35.10000,%2$.5f,,,0,0,0,0\r\n"
                .formatted(time, 139 + now.toEpochMilli() % 3_600_000 * 2e-6)
                .getBytes(US_ASCII);
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(line, line.length, InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
