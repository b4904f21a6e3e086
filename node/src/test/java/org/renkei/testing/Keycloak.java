package org.renkei.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.renkei.settings.FreePort;

/// A real Keycloak out of its public archive, with one realm, one client and one person; it ends with the test.
public final class Keycloak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final int port;

    /// @param archive `keycloak-….tar.gz` or the folder of one unpacked
    public Keycloak(Path archive, Path folder, String realm) throws IOException, InterruptedException {
        var home = Files.isDirectory(archive) ? archive : unpack(archive, folder);
        port = FreePort.find();
        var imported = home.resolve("data").resolve("import");
        Files.createDirectories(imported);
        Files.writeString(imported.resolve("renkei-realm.json"), realm);
        var builder = new ProcessBuilder(
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("keycloak.log").toFile());
        process = builder.start();
        try {
            await(folder);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/renkei";
    }

    private void await(Path folder) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var asked = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, asked)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException(Files.readString(folder.resolve("keycloak.log")));
                }
                Thread.sleep(500);
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest asked) throws InterruptedException {
        try {
            return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path unpack(Path archive, Path folder) throws IOException, InterruptedException {
        var target = Files.createDirectories(folder.resolve("keycloak"));
        var tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "--strip-components=1", "-C", target.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException(archive + " cannot be unpacked");
        }
        return target;
    }

    /// The script starts Java as its child: both end.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
