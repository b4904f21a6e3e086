package org.renkei.bench.live;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node as a process of its own, with the options of the command `renkei` but for the heap, and its own PostgreSQL.
final class BenchNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HEAP = "1g";

    private final List<String> command;
    private final Path folder;
    private final String name;
    private final int api = freePort();
    private final int link = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String partner = "";
    private @Nullable Process process;

    /// @param home of the source tree, with a node that is built, or of an unpacked archive
    /// @param folder of its own, made here
    /// @param name of the node: `JPN/bench`
    BenchNode(Path home, Path folder, String name) throws IOException, InterruptedException {
        this.command = command(home);
        this.folder = Files.createDirectories(folder);
        this.name = name;
        settle(List.of(), "");
        var lines = run("keys", "--config", settings().toString()).lines().toList();
        partner = """
                    - {card: "%s", fingerprint: "%s", clearance: SECRET, caveats: [], purposes: []}
                """.formatted(lines.get(1), lines.get(2));
    }

    /// What the machine spent on a node and its PostgreSQL.
    record Usage(double nodeSeconds, double databaseSeconds, double nodeMegabytes, double databaseMegabytes) {
        Usage since(Usage before) {
            return new Usage(
                    nodeSeconds - before.nodeSeconds,
                    databaseSeconds - before.databaseSeconds,
                    nodeMegabytes,
                    databaseMegabytes);
        }
    }

    /// Writes the settings anew.
    ///
    /// @param more sections, indented by two spaces
    void settle(List<BenchNode> partners, String more) throws IOException {
        var text = """
                renkei:
                  node: %1$s
                  name: {en: "%1$s", ja: "%1$s"}
                  data: data
                  api: {address: 127.0.0.1, port: %2$d}
                  link: {address: 127.0.0.1, port: %3$d}
                """.formatted(name, api, link);
        if (!partners.isEmpty()) {
            text += "  partners:\n" + partners.stream().map(one -> one.partner).collect(Collectors.joining());
        }
        Files.writeString(settings(), text + more);
    }

    Path folder() {
        return folder;
    }

    int port() {
        return api;
    }

    String token() throws IOException {
        return Files.readString(folder.resolve("data/admin.token")).strip();
    }

    void start() throws IOException, InterruptedException {
        start(PATIENCE);
    }

    /// @param patience for a start that has much to do first
    void start(Duration patience) throws IOException, InterruptedException {
        var started = new ProcessBuilder(words("node", "--config", settings().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        process = started;
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the node " + name + " did not come up: " + lastOfLog());
            }
            Thread.sleep(100);
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Gets an answer whole and looks at nothing in it.
    void read(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + path);
        }
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Usage usage() throws IOException {
        var running = process;
        if (running == null) {
            return new Usage(0, 0, 0, 0);
        }
        var database = running.descendants().toList();
        return new Usage(
                seconds(running.toHandle()),
                database.stream().mapToDouble(BenchNode::seconds).sum(),
                megabytes(running.toHandle()),
                database.stream().mapToDouble(BenchNode::megabytes).sum());
    }

    /// Lines of the node's log that hold the words.
    long logged(String words) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
            return lines.filter(line -> line.contains(words)).count();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Whether there is a node to be run.
    static boolean isBuilt(Path home) {
        return Files.exists(home.resolve("lib"))
                || Files.exists(home.resolve("node/target/renkei-node.jar"))
                        && Files.exists(home.resolve("node/target/lib"));
    }

    private static List<String> command(Path home) {
        var target = home.resolve("node/target");
        var classes = Files.exists(home.resolve("lib"))
                ? home.resolve("lib") + "/*"
                : target.resolve("renkei-node.jar") + File.pathSeparator + target.resolve("lib") + "/*";
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP,
                "-Xss512k",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classes,
                "org.renkei.Renkei");
    }

    private List<String> words(String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    private Path settings() {
        return folder.resolve("node.yaml");
    }

    private String run(String... words) throws IOException, InterruptedException {
        var ran = new ProcessBuilder(words(words))
                .redirectError(folder.resolve("log").toFile())
                .start();
        var said = new String(ran.getInputStream().readAllBytes());
        if (ran.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " failed: " + said + lastOfLog());
        }
        return said;
    }

    private String lastOfLog() throws IOException {
        var lines = Files.readAllLines(folder.resolve("log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(uri("/health"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + api + path);
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static double seconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(spent -> spent.toMillis() / 1e3)
                .orElse(0.0);
    }

    /// What is shared by several processes counts once.
    private static double megabytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }

    /// Ends the process; it can be started again.
    void stop() throws InterruptedException {
        var running = process;
        if (running != null && running.isAlive()) {
            var rest = running.descendants().toList();
            running.destroy();
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                rest.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        http.close();
    }
}
