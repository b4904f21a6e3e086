package org.renkei.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.NodeId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One node of the demonstration: its process, and its API as a caller sees it.
final class DemoNode {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /// Until a node that was asked to end is ended; one that writes a start-up cache at its end needs the most.
    private static final long END_SECONDS = 90;

    private final NodeId node;
    private final Path folder;
    private final int apiPort;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Process process;
    private String token = "";

    DemoNode(NodeId node, Path folder, int apiPort) {
        this.node = node;
        this.folder = folder;
        this.apiPort = apiPort;
    }

    NodeId node() {
        return node;
    }

    String party() {
        return node.party();
    }

    String url() {
        return "http://127.0.0.1:" + apiPort;
    }

    Path tokenFile() {
        return folder.resolve("data/admin.token");
    }

    String token() {
        return token;
    }

    Path log() {
        return folder.resolve("node.log");
    }

    /// Starts the same program as this one, as a node.
    void start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(virtualMachineFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.renkei.Renkei"));
        command.addAll(List.of("node", "--config", folder.resolve("node.yaml").toString(), "--without-backup"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /// What the command was told to run nodes with; see `renkei`. One node of a demonstration may have flags of its
    /// own, for the start-up cache is trained by it; see `scripts/train`.
    private List<String> virtualMachineFlags() {
        var own = System.getProperty("renkei.node.flags." + party(), "");
        var flags = own.isBlank() ? System.getProperty("renkei.node.flags", "") : own;
        return flags.isBlank() ? List.of() : List.of(flags.split(" "));
    }

    void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            var running = process;
            if (running == null || !running.isAlive() || System.nanoTime() > deadline) {
                throw new DemoException(node + " did not come up. Its log, " + log() + ", ends:\n" + tail());
            }
            Thread.sleep(50);
        }
        token = Files.readString(tokenFile()).strip();
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 300) {
                throw new DemoException(
                        node + " refused " + method + " " + path + " (" + answer.statusCode() + "): " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new DemoException(node + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted");
        }
    }

    /// Asks the process to end; [#awaitEnd] waits for it.
    void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    void awaitEnd() {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            if (!running.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
