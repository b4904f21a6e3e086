package org.renkei.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.settings.FreePort;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.TestFederation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Prometheus scrapes a node as the operations guide says, with its very lines. Skipped where none is installed
/// (Debian package `prometheus`); `RENKEI_PROMETHEUS` names one that is not on the path.
class PrometheusTests {
    private static final Path GUIDE = Path.of("../docs/operations.en.md");

    @TempDir
    Path folder;

    @Test
    void scrapesANodeByTheLinesOfTheGuideAndWithATokenForMetricsAlone() throws IOException {
        var program = program();
        assumeTrue(program.isPresent(), "no prometheus is installed here: this test is skipped");
        var clock = new MovableClock();
        try (var federation = new TestFederation(folder, clock, "JPN", "USA")) {
            var node = federation.node("JPN");
            node.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"x"}}""");
            var observer = new Residents(node, clock)
                    .settle("observer", "observer")
                    .signedIn()
                    .send("POST", "/api/v1/account/tokens", "{\"name\":\"p\",\"scopes\":[\"metrics\"],\"days\":1}");
            var token = folder.resolve("renkei.token");
            Files.writeString(token, observer.json().path("secret").asString());
            var target = URI.create(node.url()).getAuthority();
            try (var scraping = new Scraping(program.get(), guide(token, target), folder)) {
                eventually("it is up", () -> scraping.one("up{job=\"renkei\"}").equals("1"));
                assertThat(scraping.one("renkei_audit_entries")).matches("[1-9][0-9]*");
                assertThat(scraping.one("renkei_ledger_entries{party=\"USA\"}")).isEqualTo("1");
                var given = node.get("/metrics").text();
                var taken = scraping.query("{job=\"renkei\"}")
                        .valueStream()
                        .map(one -> one.path("metric").path("__name__").asString())
                        .collect(Collectors.toSet());
                assertThat(taken).hasSizeGreaterThan(40).containsAll(names(given));
            }
            Files.writeString(token, "no token");
            try (var scraping = new Scraping(program.get(), guide(token, target), folder)) {
                eventually(
                        "it is refused",
                        () -> scraping.one("up{job=\"renkei\"}").equals("0"));
                assertThat(scraping.get("/api/v1/targets").toString()).contains("401");
            }
        }
    }

    private static Optional<Path> program() {
        var named = Optional.ofNullable(System.getenv("RENKEI_PROMETHEUS")).map(Path::of);
        return Stream.concat(
                        named.stream(),
                        Arrays.stream(System.getenv("PATH").split(":"))
                                .map(folder -> Path.of(folder).resolve("prometheus")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The lines of the guide, for this node and each second.
    private static String guide(Path token, String target) throws IOException {
        var found = Pattern.compile("```\\n(scrape_configs:\\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(found.find()).isTrue();
        return "global: {scrape_interval: 1s, scrape_timeout: 1s}\n"
                + found.group(1)
                        .replace("/etc/prometheus/renkei.token", token.toString())
                        .replace("127.0.0.1:8081", target);
    }

    /// Of this node's own metrics, but for those of answers, of which there are more with each.
    private static Set<String> names(String exposition) {
        return exposition
                .lines()
                .filter(line -> line.startsWith("renkei_") && !line.startsWith("renkei_http_"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    /// A Prometheus that runs as long as a test asks it.
    private static final class Scraping implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final Process process;
        private final String url;

        Scraping(Path program, String configuration, Path folder) throws IOException {
            var own = Files.createTempDirectory(folder, "prometheus");
            var file = Files.writeString(own.resolve("prometheus.yml"), configuration);
            var port = FreePort.find();
            url = "http://127.0.0.1:" + port;
            process = new ProcessBuilder(
                            program.toString(),
                            "--config.file=" + file,
                            "--storage.tsdb.path=" + own.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(own.resolve("log").toFile())
                    .start();
        }

        JsonNode query(String expression) {
            return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                    .path("data")
                    .path("result");
        }

        /// The value of the one series that it finds; empty before there is one.
        String one(String expression) {
            return query(expression).path(0).path("value").path(1).asString("");
        }

        JsonNode get(String path) {
            try {
                var request =
                        HttpRequest.newBuilder(URI.create(url + path)).GET().build();
                return JsonMapper.shared()
                        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .body());
            } catch (IOException | JacksonException e) {
                return JsonMapper.shared().createObjectNode();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
