package org.renkei.tak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.cot.CotDetail;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMessages;
import org.renkei.kernel.cot.CotPoint;
import org.renkei.kernel.cot.CotType;
import org.renkei.kernel.cot.TakProtocol;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.picture.Picture;
import org.renkei.settings.FreePort;
import org.renkei.testing.Machine;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Trusting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// TAK clients of two nations at one node, over real TLS.
class TakTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SHARED = "UNCLASSIFIED//REL TO JPN, USA";

    @TempDir
    static Path folder;

    static TestFederation federation;
    static RunningNode node;
    static int port;

    private Machine officer;
    private Machine american;
    private Machine team;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        port = FreePort.find();
        Files.writeString(federation.file("JPN"), """
                  feeds:
                    - {id: field, kind: cot, source: "tak:", label: "%s"}
                  tak: {port: %d, feed: field, certificate: data/keys/link-tls.crt, key: data/keys/link-tls.key}
                """.formatted(SHARED, port), StandardOpenOption.APPEND);
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @BeforeEach
    void settle() {
        govern(Map.of());
        officer = machine("JPN", "watch-officer", "read");
        american = machine("USA", "liaison", "read");
        team = machine("JPN", "feed\", \"watch-officer", "feed", "read");
    }

    @Test
    void givesEachWhatItMaySeeAndNoByteMore() throws IOException {
        see("shared", "TANKER NANTO", 1);
        see("national", "GHOST SHIRANUI", 2);
        try (var japan = connect(officer);
                var usa = connect(american)) {
            japan.awaits("GHOST SHIRANUI");
            japan.awaits("TANKER NANTO");
            var ship = usa.awaits("TANKER NANTO");
            assertThat(ship.uid()).startsWith("renkei.");
            assertThat(ship.type()).isEqualTo("a-u-S");
            assertThat(ship.stale() - ship.time()).isEqualTo(600_000);
            assertThat(ship.detail().remarks().orElseThrow()).startsWith(SHARED);
            assertThat(ship.detail().find("renkei").orElseThrow().attribute("label"))
                    .hasValue(SHARED);

            see("national", "GHOST SHIRANUI", 2);
            see("shared", "FERRY ASAHI", 3);
            usa.awaits("FERRY ASAHI");
            assertThat(text(usa)).doesNotContain("GHOST", "national", "mmsi:431000002");

            govern(Map.of("shared", new FeedRule(Label.parse("SECRET//REL TO JPN"), null)));
            var gone = usa.awaits("it is taken away", event -> event.type().equals(CotType.DELETE));
            assertThat(gone.detail().find("link").orElseThrow().attribute("uid"))
                    .hasValueSatisfying(uid -> assertThat(uid).startsWith("renkei."));
            assertThat(japan.events()).noneMatch(event -> event.type().equals(CotType.DELETE));
        }
    }

    @Test
    void takesInWhatAClientSendsUnderTheLabelOfItsFeed() throws IOException {
        try (var sender = connect(team);
                var usa = connect(american)) {
            sender.send(position("ANDROID-7", "すいせん"));
            var seen = usa.awaits("すいせん");
            assertThat(seen.type()).isEqualTo("a-f-G-U-C");
            assertThat(seen.point().latitude()).isEqualTo(32.8);
            assertThat(seen.detail().remarks().orElseThrow()).startsWith(SHARED);
            assertThat(sender.events())
                    .as("what it has sent itself")
                    .noneMatch(event -> event.detail().callsign().orElse("").equals("すいせん"));

            usa.send(position("ANDROID-8", "INTRUDER"));
            sender.send(seen);
            sender.send(chat());
            sender.send("noise".getBytes(UTF_8));
            sender.send(position("ANDROID-9", "SECOND"));
            usa.awaits("SECOND");
            assertThat(client("USA").path("refused").toString()).contains("not-allowed");
            eventually(
                    "all are counted",
                    () -> client("JPN")
                                    .path("refused")
                                    .findValuesAsString("reason")
                                    .size()
                            == 3);
            assertThat(client("JPN").path("refused").findValuesAsString("reason"))
                    .containsExactlyInAnyOrder("own-track", "chat", "unreadable");
            assertThat(client("JPN").path("sends").asBoolean()).isTrue();
            assertThat(text(usa)).doesNotContain("INTRUDER");
        }
    }

    @Test
    void letsNobodyMoveTheThingOfAnother() throws IOException {
        var other = machine("JPN", "feed\", \"watch-officer", "feed", "read");
        try (var first = connect(team);
                var second = connect(other);
                var usa = connect(american)) {
            first.send(position("TRUCK-1", "OURS"));
            usa.awaits("OURS");
            second.send(position("TRUCK-1", "THEIRS"));
            second.send(position("TRUCK-2", "LAST"));
            usa.awaits("LAST");
            assertThat(text(usa)).doesNotContain("THEIRS");
        }
    }

    @Test
    void agreesOnTheProtocolAndAnswersPings() throws IOException {
        see("shared", "TANKER NANTO", 1);
        try (var usa = connect(american)) {
            usa.awaits("an offer", event -> event.type().equals(CotType.OFFER));
            usa.send(CotMessages.ping("me", System.currentTimeMillis()));
            usa.awaits("a pong", event -> event.type().equals(CotType.PONG));
            usa.awaits("TANKER NANTO");
            usa.send(CotMessages.request("me", 7, System.currentTimeMillis()));
            usa.awaits("no", event -> CotMessages.answered(event).orElse("").equals("false"));
            usa.send(CotMessages.request("me", 1, System.currentTimeMillis()));
            usa.awaits("yes", event -> CotMessages.answered(event).orElse("").equals("true"));
            see("shared", "FERRY ASAHI", 3);
            usa.awaits("FERRY ASAHI");
            assertThat(usa.pieces().getLast()[0]).isEqualTo((byte) 0xBF);
            assertThat(client("USA").path("protocol").asString()).isEqualTo("protobuf");
            usa.send(TakProtocol.frame(CotMessages.ping("me", System.currentTimeMillis())));
            eventually(
                    "two pongs",
                    () -> usa.events().stream()
                                    .filter(event -> event.type().equals(CotType.PONG))
                                    .count()
                            == 2);
        }
    }

    @Test
    void refusesCertificatesThatAreNotRegisteredOrNoLongerCount() throws IOException {
        try (var stranger = connect(Machine.make())) {
            var told = stranger.awaits("the reason", event -> event.type().equals("b-t-f"));
            assertThat(told.detail().remarks().orElseThrow()).contains("not registered", "未登録");
            eventually("it ends", stranger::isEnded);
        }
        var sees = machine("JPN", "auditor", "read");
        try (var auditor = connect(sees)) {
            auditor.awaits(
                    "the reason", event -> event.detail().remarks().orElse("").contains("neither see tracks"));
        }
        try (var bare = Trusting.context().getSocketFactory().createSocket("127.0.0.1", port)) {
            assertThatThrownBy(() -> {
                        bare.getOutputStream().write(1);
                        bare.getInputStream().readAllBytes();
                    })
                    .as("without certificate")
                    .isInstanceOf(IOException.class);
        }
        assertThat(node.get("/api/v1/tak").json().path("refused").findValuesAsString("reason"))
                .contains("certificate-unknown", "not-allowed");
        assertThat(node.get("/api/v1/audit?limit=50&event=tak-client-refused").text())
                .contains("certificate-unknown");
    }

    @Test
    void cutsOffAtOnceWhoseCertificateIsRevoked() throws IOException {
        try (var usa = connect(american);
                var japan = connect(officer)) {
            usa.awaits("an offer", event -> event.type().equals(CotType.OFFER));
            japan.awaits("an offer", event -> event.type().equals(CotType.OFFER));
            var id = node.get("/api/v1/certificates")
                    .json()
                    .path("certificates")
                    .valueStream()
                    .filter(one ->
                            american.pem().equals(pems.get(one.path("sha256").asString())))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asString();
            var began = System.nanoTime();
            assertThat(node.send("DELETE", "/api/v1/certificates/" + id, "", "Bearer " + node.token(), "en")
                            .status())
                    .isEqualTo(204);
            eventually("it is cut off", usa::isEnded);
            assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
            assertThat(japan.isEnded()).isFalse();
            eventually(
                    "it is in the audit log",
                    () -> node.get("/api/v1/audit?limit=50&event=tak-client-disconnected")
                            .text()
                            .contains("certificate-ended"));
        }
        try (var again = connect(american)) {
            again.awaits(
                    "the reason", event -> event.detail().remarks().orElse("").contains("was revoked"));
        }
    }

    @Test
    void holdsUpNobodyForAClientThatDoesNotRead() throws IOException {
        try (var slow = new TakPeer(officer, port, false);
                var usa = connect(american)) {
            for (var round = 0; round < 40; round++) {
                for (var ship = 0; ship < 500; ship++) {
                    see("shared", "SHIP %d ROUND %d %s".formatted(ship, round, "x".repeat(300)), 1_000 + ship);
                }
                var mark = "MARK " + round;
                see("shared", mark, 999);
                usa.awaits(mark);
            }
            assertThat(client("JPN").path("dropped").asLong()).isPositive();
            assertThat(client("USA").path("dropped").asLong()).isZero();
            assertThat(slow.isEnded()).isFalse();
        }
    }

    @Test
    void isDisconnectedByHand() throws IOException {
        try (var usa = connect(american)) {
            usa.awaits("an offer", event -> event.type().equals(CotType.OFFER));
            var id = client("USA").path("id").asString();
            assertThat(node.post("/api/v1/tak/clients/" + id + "/disconnect", "")
                            .status())
                    .isEqualTo(200);
            eventually("it is cut off", usa::isEnded);
            assertThat(node.post("/api/v1/tak/clients/" + id + "/disconnect", "")
                            .status())
                    .isIn(200, 404);
        }
    }

    private static final Map<String, String> pems = new HashMap<>();
    private static final Map<String, String> nations = new HashMap<>();
    private static long seen = System.currentTimeMillis() - 100_000;

    private static TakPeer connect(Machine machine) throws IOException {
        return new TakPeer(machine, port, true);
    }

    /// The client of that nation that is connected, of several the first.
    private static JsonNode client(String nation) {
        return node.get("/api/v1/tak")
                .json()
                .path("clients")
                .valueStream()
                .filter(one -> nation.equals(nations.get(one.path("account").asString())))
                .findFirst()
                .orElseThrow();
    }

    private static String text(TakPeer peer) {
        var text = new StringBuilder();
        peer.pieces().forEach(piece -> text.append(new String(piece, UTF_8)));
        return text.toString();
    }

    private static Machine machine(String nation, String roles, String... scopes) {
        var account = "tak" + NUMBER.incrementAndGet();
        nations.put(account, nation);
        var added = node.post("/api/v1/people", Residents.draft(account, nation, roles));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        var machine = Machine.make();
        var draft = JsonMapper.shared().createObjectNode();
        draft.put("name", "a device").put("days", 30).put("certificate", machine.pem());
        var list = draft.putArray("scopes");
        for (var scope : scopes) {
            list.add(scope);
        }
        var person = added.json().path("person").path("id").asString();
        var registered = node.post("/api/v1/people/" + person + "/certificates", draft.toString());
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        pems.put(registered.json().path("sha256").asString(), machine.pem());
        return machine;
    }

    private static void govern(Map<String, FeedRule> others) {
        var rules = new HashMap<>(Map.of(
                "field",
                new FeedRule(Label.parse(SHARED), null),
                "shared",
                new FeedRule(Label.parse(SHARED), null),
                "national",
                new FeedRule(Label.parse("SECRET"), null)));
        rules.putAll(others);
        node.bean(Picture.class).govern(rules);
    }

    private static void see(String feed, String name, int number) {
        seen += 1;
        node.bean(Picture.class)
                .take(new Sighting(
                        feed,
                        new TrackIdentity("mmsi", String.valueOf(431_000_000 + number)),
                        TrackDomain.SEA,
                        seen,
                        seen,
                        Optional.of(new Fix(33.5 + seen % 100 * 1e-6, 131.5, 30)),
                        Motion.UNKNOWN,
                        Particulars.named(name)));
    }

    private static CotEvent position(String uid, String callsign) {
        var now = System.currentTimeMillis();
        return new CotEvent(
                uid,
                "a-f-G-U-C",
                "m-g",
                now,
                now,
                now + 60_000,
                new CotPoint(32.8, 130.7, OptionalDouble.of(30), OptionalDouble.of(5), OptionalDouble.empty()),
                CotDetail.of(CotDetail.contact(callsign), CotDetail.track(90, 1.5)));
    }

    private static CotEvent chat() {
        var now = System.currentTimeMillis();
        return new CotEvent("GeoChat.1", "b-t-f", "h-g-i-g-o", now, now, now + 1, CotPoint.NOWHERE, CotDetail.NONE);
    }
}
