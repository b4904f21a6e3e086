package org.renkei.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.keys.NodeCard;
import org.renkei.keys.TestSuccessions;
import org.renkei.settings.FreePort;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node that nobody has written settings for.
class SetupTests {
    @TempDir
    Path folder;

    private Path config;
    private NodeCard partner;
    private int port;
    private int linkPort;

    @BeforeEach
    void prepare() throws IOException {
        config = folder.resolve("node.yaml");
        port = FreePort.find();
        linkPort = FreePort.find();
        var other = folder.resolve("other.yaml");
        Files.writeString(other, "renkei: {node: USA/yokota, name: {en: Yokota, ja: 横田}, data: other}");
        partner = TestSuccessions.card(folder.resolve("other"), SettingsFile.read(other));
        Files.writeString(folder.resolve("usa.card"), partner.text());
    }

    @Test
    void theTerminalAsksAndTheNodeComesUpWithTheAnswers() throws IOException {
        var said = new StringWriter();
        var lines = List.of(
                "jpn-ichigaya",
                "Ichigaya",
                "市ヶ谷",
                "", // refused: no slash
                "JPN/ichigaya",
                "",
                "",
                "",
                "",
                "",
                "",
                String.valueOf(port),
                "",
                "",
                "",
                String.valueOf(linkPort),
                "",
                folder.resolve("usa.card").toString(),
                "no",
                "SECRET",
                "RELIEF-OPS",
                "", // not compared
                folder.resolve("usa.card").toString(),
                "yes",
                "SECRET",
                "RELIEF-OPS",
                "DISASTER-RELIEF, LOGISTICS");
        var setup = new Setup(config);
        var in = new BufferedReader(new StringReader(answers(lines)));
        var terminal = new TerminalSetup(setup, in, new PrintWriter(said), Locale.JAPANESE);
        assertThat(terminal.run()).isEqualTo(config);

        assertThat(said.toString())
                .contains("国名（大文字）、斜線、拠点（小文字）")
                .contains("先に電話で言葉を照合し")
                .contains(partner.words().text(Locale.JAPANESE));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
        assertThat(Files.exists(folder.resolve("node.yaml.setup"))).isFalse();
        try (var node = new RunningNode(config)) {
            var state = node.get("/api/v1/node").json();
            assertThat(state.path("node").asString()).isEqualTo("JPN/ichigaya");
            assertThat(state.path("name").path("ja").asString()).isEqualTo("市ヶ谷");
            assertThat(state.path("links").path(0).path("node").asString()).isEqualTo("USA/yokota");
        }
        assertThatThrownBy(() -> new Setup(config)).hasMessageContaining("is there already");
    }

    @Test
    void aSiteOfTheOwnNationIsAskedForItsOwnClearance() throws IOException {
        var other = folder.resolve("site.yaml");
        Files.writeString(other, "renkei: {node: JPN/kumamoto-jcp, name: {en: Kumamoto, ja: 熊本}, data: site}");
        var site = TestSuccessions.card(folder.resolve("site"), SettingsFile.read(other));
        Files.writeString(folder.resolve("site.card"), site.text());
        var lines = List.of(
                "JPN/ichigaya",
                "Ichigaya",
                "市ヶ谷",
                "",
                "",
                "",
                "",
                String.valueOf(port),
                "",
                "",
                "",
                String.valueOf(linkPort),
                "",
                folder.resolve("site.card").toString(),
                "yes",
                "CONFIDENTIAL",
                "RELIEF-OPS",
                "DISASTER-RELIEF");
        var said = new StringWriter();
        var in = new BufferedReader(new StringReader(answers(lines)));
        new TerminalSetup(new Setup(config), in, new PrintWriter(said), Locale.ENGLISH).run();
        assertThat(said.toString())
                .contains("JPN/kumamoto-jcp is a site of your own nation", "Clearance of the site")
                .doesNotContain("that may go there");
        var entered = SettingsFile.read(config).partners().getFirst();
        assertThat(entered.clearance()).isEqualTo("CONFIDENTIAL");
        assertThat(entered.caveats()).containsExactly("RELIEF-OPS");
        assertThat(entered.purposes()).containsExactly("DISASTER-RELIEF");
    }

    /// An answer that is refused has the whole step asked again.
    private static String answers(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void thePageIsOpenedOnceAndGoesOnWhereItWas() throws IOException, InterruptedException {
        var first = new Browser();
        try (var server = new SetupServer(new Setup(config), 0, Clock.systemUTC())) {
            first.base = base(server);
            assertThat(first.get("/").body()).contains("setup.js");
            assertThat(first.get("/setup/state").statusCode()).isEqualTo(401);
            assertThat(first.post("open", "{\"link\":\"wrong\"}").statusCode()).isEqualTo(403);
            assertThat(first.open(server).path("next").asString()).isEqualTo("node");
            assertThat(new Browser(base(server))
                            .post("open", "{\"link\":\"%s\"}".formatted(link(server)))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(new Browser(base(server)).get("/setup/state").statusCode())
                    .isEqualTo(401);
            var wrong = first.post("node", "{\"node\":\"nowhere\",\"nameEn\":\"\",\"nameJa\":\"市ヶ谷\"}");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("国名（大文字）").contains("nameEn").doesNotContain("nameJa");
            var right = first.post("node", "{\"node\":\"JPN/ichigaya\",\"nameEn\":\"Ichigaya\",\"nameJa\":\"市ヶ谷\"}");
            assertThat(json(right).path("next").asString()).isEqualTo("place");
            first.post("place", "{\"data\":\"data\",\"backup\":\"data/backup\"}");
        }
        var second = new Browser();
        try (var server = new SetupServer(new Setup(config), 0, Clock.systemUTC())) {
            second.base = base(server);
            var state = second.open(server);
            assertThat(state.path("next").asString()).isEqualTo("place");
            assertThat(state.path("values").path("nameJa").asString()).isEqualTo("市ヶ谷");
            second.post("place", "{\"data\":\"data\",\"backup\":\"backup\"}");
            var keys = json(second.post(
                    "addresses",
                    "{\"apiAddress\":\"127.0.0.1\",\"apiPort\":\"%d\",\"linkAddress\":\"127.0.0.1\",\"linkPort\":\"%d\"}"
                            .formatted(port, linkPort)));
            assertThat(keys.path("own").path("ja").size()).isEqualTo(16);
            second.post("keys", "{}");
            assertThat(second.post("finish", "{}").statusCode()).isEqualTo(409);
            second.post("partner", "{\"clearance\":\"UNCLASSIFIED\"}");
            assertThat(second.post("finish", "{}").statusCode()).isEqualTo(200);
            server.await();
            assertThat(SettingsFile.read(config).backup()).isNotNull();
            var card = NodeCard.parse(Files.readString(folder.resolve("data/node.card")));
            assertThat(card.fingerprint())
                    .isEqualTo(keys.path("own").path("fingerprint").asString());
        }
    }

    @Test
    void anotherNameOfThisMachineAndAnOldLinkAreRefused() throws IOException, InterruptedException {
        try (var server = new SetupServer(new Setup(config), 0, Clock.systemUTC())) {
            var rebound = HttpRequest.newBuilder(URI.create(base(server) + "/setup/state"))
                    .header("Renkei-Page", "1")
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(rebound, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
            try (var socket =
                    new java.net.Socket("127.0.0.1", URI.create(base(server)).getPort())) {
                socket.getOutputStream().write("GET /setup/state HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes());
                assertThat(new String(socket.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 403");
            }
        }
        var clock = new org.renkei.testing.MovableClock();
        try (var server = new SetupServer(new Setup(config), 0, clock)) {
            clock.advance(Duration.ofHours(2));
            var browser = new Browser(base(server));
            assertThat(browser.post("open", "{\"link\":\"%s\"}".formatted(link(server)))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest(name = "{0}: {1}={2}")
    @CsvSource({
        "NODE, node, ichigaya, write the nation in capitals",
        "PLACE, data, /proc/nowhere, nothing can be written there",
        "PLACE, backup, data/backup, on another disk",
        "ADDRESSES, apiAddress, 0.0.0.0, a certificate and its key",
        "ADDRESSES, apiAddress, no.such.host.invalid, no address of this machine",
        "ADDRESSES, apiPort, 99999, from 1 to 65535",
        "ADDRESSES, tlsCertificate, nowhere.pem, no readable file",
        "PARTNER, card, nonsense, no node card",
        "PARTNER, clearance, VERY SECRET, the highest classification"
    })
    void saysWhatToDo(Step step, String field, String value, String said) {
        var given = new java.util.HashMap<>(Map.of(
                "node", "JPN/ichigaya", "nameEn", "a", "nameJa", "b", "data", "data", "apiAddress", "127.0.0.1"));
        given.putAll(Map.of("apiPort", "" + port, "linkAddress", "127.0.0.1", "linkPort", "" + linkPort));
        given.putAll(Map.of("clearance", "SECRET", "card", partner.text(), "fingerprint", partner.fingerprint()));
        given.put(field, value);
        assertThat(new Setup(config).answer(step, given))
                .isNotEmpty()
                .anySatisfy(one -> assertThat(one.english()).contains(said));
    }

    private static String base(SetupServer server) {
        return server.url().replaceFirst("/#.*", "");
    }

    private static String link(SetupServer server) {
        return server.url().replaceFirst(".*=", "");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static final class Browser {
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String base = "";

        Browser() {}

        Browser(String base) {
            this.base = base;
        }

        JsonNode open(SetupServer server) throws IOException, InterruptedException {
            return json(post("open", "{\"link\":\"%s\"}".formatted(link(server))));
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(base + "/setup/" + path))
                    .header("Renkei-Page", "1")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
