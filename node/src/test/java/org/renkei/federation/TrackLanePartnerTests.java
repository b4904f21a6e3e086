package org.renkei.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renkei.testing.TestFederation.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.track.lane.LaneIntake;
import org.renkei.kernel.track.lane.LaneMessage;
import org.renkei.kernel.track.lane.LaneTrack;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.picture.Picture;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// A partner of Japan that is played here, byte by byte: it sees all that leaves, and may say anything.
class TrackLanePartnerTests {
    private static final List<Integer> NOW = LinkSession.VERSIONS;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestFederation federation;
    private RunningNode japan;
    private LinkTls tls;
    private Partners.Partner callee;

    @BeforeEach
    void start() throws Exception {
        federation = new TestFederation(folder, clock, "AUS", "JPN");
        japan = federation.node("JPN");
        var settings = SettingsFile.read(federation.file("AUS"));
        var partners = Partners.open(settings);
        tls = new LinkTls(OwnKeys.open(settings.data().resolve("keys"), settings), partners, clock);
        callee = partners.find("JPN").orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : open) {
            one.close();
        }
        federation.close();
    }

    /// Every byte that leaves on the lane: no name, no number and no place of what is withheld, in the clear or
    /// decoded.
    @Test
    void nothingFinerIsInAnyByte() throws IOException {
        var ships = new Ships(japan.bean(Picture.class), clock);
        for (var minute = 0; minute < 12; minute++) {
            ships.sail(minute * 0.0048);
            clock.advance(Duration.ofMinutes(1));
        }
        var lane = lane(greet(NOW));
        eventually("all is told", () -> lane.said.stream().anyMatch(LaneIntake.Heard::whole));
        for (var second = 0; second < 4; second++) {
            clock.advance(Duration.ofSeconds(20));
            ships.sail(0.06 + second * 0.0016);
            sleep();
        }
        eventually("more is told", () -> lane.tracks().size() > 4);
        assertThat(new String(lane.bytes.toByteArray(), ISO_8859_1))
                .contains("FERRY ASAHI", "mmsi:431000001")
                .doesNotContain("431777", "NANTO", "KUNISAKI", "SHIRANUI", "SECRET", "USA");
        assertThat(lane.tracks()).allSatisfy(track -> {
            var update = track.update();
            if (update.coarse()) {
                assertThat(update.latitude()).isCloseTo(33.45, within(1e-6));
                assertThat(clock.millis() - update.at()).isGreaterThan(300_000);
                assertThat(update.speed()).isEmpty();
                assertThat(track.about().identities()).isEmpty();
            } else {
                assertThat(track.about().name()).contains("FERRY ASAHI");
                assertThat(update.latitude()).isCloseTo(33.31, within(0.01));
            }
        });
    }

    @Test
    void anOlderPartnerGetsNoLaneAndNothingBreaks() throws IOException {
        var token = greet(List.of(1, 2, 3));
        new Ships(japan.bean(Picture.class), clock).sail(0);
        var lane = lane(token);
        eventually("the lane is closed", () -> lane.ended);
        assertThat(lane.bytes.size()).isZero();
        assertThat(link("state")).isEqualTo("up");
        assertThat(TrackLaneTests.link(japan, "AUS")
                        .path("tracks")
                        .path("state")
                        .asString())
                .isEqualTo("none");
    }

    @Test
    void aWrongTokenOpensNothing() throws IOException {
        greet(NOW);
        var lane = lane(new byte[] {1, 2, 3});
        eventually("the lane is closed", () -> lane.ended);
        assertThat(link("state")).isEqualTo("up");
    }

    /// The session goes on; there is no lane for the rest of it, and the reason is said.
    @Test
    void garbageEndsTheLaneAlone() throws IOException {
        var token = greet(NOW);
        var lane = lane(token);
        lane.write(new LinkFrame.Tracks(1, 0, List.of(new byte[] {(byte) 0xff}), new byte[0]));
        eventually("the lane is closed", () -> lane.ended);
        var tracks = TrackLaneTests.link(japan, "AUS").path("tracks");
        assertThat(tracks.path("state").asString()).isEqualTo("refused");
        assertThat(tracks.path("problem").asString()).contains("not an update of a track");
        var again = lane(token);
        eventually("it is not opened again", () -> again.ended);
        assertThat(link("state")).isEqualTo("up");
    }

    @Test
    void whatIsNotAboutTracksEndsTheLaneAlone() throws IOException {
        var lane = lane(greet(NOW));
        lane.write(new LinkFrame.Ping(7));
        eventually("the lane is closed", () -> lane.ended);
        assertThat(link("state")).isEqualTo("up");
    }

    private String link(String field) {
        return TrackLaneTests.link(japan, "AUS").path(field).asString();
    }

    /// A session of these versions; with what a lane may be added to it.
    private byte[] greet(List<Integer> versions) throws IOException {
        var session = new Talk(TcpConnection.dial(callee, tls));
        open.add(session);
        session.write(
                new LinkFrame.Hello(versions, "AUS/test", "JPN/test", 0, Hash.ofEmptyTree(), "", new byte[] {9}, 0));
        eventually("Japan greets", () -> session.first(LinkFrame.Hello.class::isInstance) != null);
        eventually("the link is up", () -> link("state").equals("up"));
        return ((LinkFrame.Hello) session.first(LinkFrame.Hello.class::isInstance)).token();
    }

    private Talk lane(byte[] token) throws IOException {
        var lane = new Talk(TcpConnection.dial(callee, tls));
        open.add(lane);
        lane.write(new LinkFrame.JoinTracks(token));
        return lane;
    }

    private static void sleep() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One connection and all that came over it.
    private static final class Talk implements AutoCloseable {
        private final TcpConnection connection;
        private final FrameWriter writer = new FrameWriter(null);
        private final List<LinkFrame> frames = Collections.synchronizedList(new ArrayList<>());
        private final List<LaneIntake.Heard> said = Collections.synchronizedList(new ArrayList<>());
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final LaneIntake intake = new LaneIntake();
        private volatile boolean ended;

        Talk(TcpConnection connection) {
            this.connection = connection;
            Thread.ofVirtual().start(this::read);
        }

        void write(LinkFrame frame) throws IOException {
            connection.stream().out().write(writer.encode(frame, false));
            connection.stream().out().flush();
        }

        LinkFrame first(Predicate<LinkFrame> wanted) {
            synchronized (frames) {
                return frames.stream().filter(wanted).findFirst().orElse(null);
            }
        }

        List<LaneTrack> tracks() {
            synchronized (said) {
                return said.stream().flatMap(heard -> heard.tracks().stream()).toList();
            }
        }

        private void read() {
            var reader = new FrameReader(null);
            var chunk = new byte[8_192];
            try {
                for (var count = connection.stream().in().read(chunk);
                        count >= 0;
                        count = connection.stream().in().read(chunk)) {
                    bytes.write(chunk, 0, count);
                    for (var frame : reader.read(Arrays.copyOf(chunk, count))) {
                        frames.add(frame);
                        if (frame instanceof LinkFrame.Tracks(var number, var heard, var updates, var told)) {
                            said.add(intake.read(new LaneMessage(updates, told)));
                        }
                    }
                }
            } catch (IOException e) {
                // Closed by the other side.
            }
            ended = true;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
