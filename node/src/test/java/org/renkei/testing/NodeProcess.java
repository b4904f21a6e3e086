package org.renkei.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.renkei.settings.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node as a process of its own, from the built archive, that can be killed at any moment.
public final class NodeProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path settings;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Process process;

    /// @param settings of a node whose API port is still open, as [TestFederation] writes them
    public NodeProcess(Path settings) throws IOException {
        this.settings = settings;
        this.port = FreePort.find();
        Files.writeString(settings, Files.readString(settings).replace("port: 0}", "port: " + port + "}"));
    }

    public Path folder() {
        return settings.resolveSibling("data");
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "target/renkei-node.jar" + File.pathSeparator + "target/lib/*",
                        "org.renkei.Renkei",
                        "node",
                        "--config",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    public Path log() {
        return settings.resolveSibling("node.log");
    }

    public void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                var lines = Files.readAllLines(log());
                throw new AssertionError("the node did not come up; its log ends:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
            }
            Thread.sleep(50);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// @throws IOException when the node is not there, or was killed meanwhile
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// @throws IOException when the node is not there, or was killed meanwhile, or refused
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(folder().resolve("admin.token"))
                                        .strip());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /// SIGKILL for the node; with `database` for its PostgreSQL as well, else that is left behind.
    public void kill(boolean database) throws InterruptedException {
        var rest = process.descendants().toList();
        process.destroyForcibly();
        if (database) {
            rest.forEach(ProcessHandle::destroyForcibly);
        }
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        var running = process;
        if (running != null && running.isAlive()) {
            var rest = running.descendants().toList();
            running.destroy();
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                rest.forEach(ProcessHandle::destroyForcibly);
            }
        }
        http.close();
    }
}
