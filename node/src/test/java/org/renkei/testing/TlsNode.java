package org.renkei.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.renkei.keys.NodeKeys;
import org.renkei.settings.FreePort;
import org.renkei.settings.SettingsFile;

/// A whole node whose API speaks TLS, with the certificate that it uses for links.
public final class TlsNode implements AutoCloseable {
    private final RunningNode node;
    private final URI at;
    private final HttpClient plain =
            HttpClient.newBuilder().sslContext(Trusting.context()).build();

    /// @param more settings of `api.tls`, each with a comma in front
    public TlsNode(Path folder, Clock clock, String more) throws IOException {
        var port = FreePort.find();
        var file = folder.resolve("node.yaml");
        var text = "renkei:\n  node: JPN/test\n  data: data\n  link: {address: 127.0.0.1, port: 0}\n";
        Files.writeString(file, text);
        var settings = SettingsFile.read(file);
        NodeKeys.open(settings.data().resolve("keys"), settings.node()).card(settings, "127.0.0.1:1");
        Files.writeString(
                file,
                text + "  api: {address: 127.0.0.1, port: " + port
                        + ", tls: {certificate: data/keys/link-tls.crt, key: data/keys/link-tls.key" + more + "}}\n");
        this.node = new RunningNode(file, clock);
        this.at = URI.create("https://127.0.0.1:" + port);
    }

    public RunningNode node() {
        return node;
    }

    public String origin() {
        return at.toString();
    }

    /// A client without certificate.
    public HttpClient plain() {
        return plain;
    }

    /// As the service account.
    public RunningNode.Answer manage(String method, String path, String body) {
        return answer(send(plain, method, path, body, "Authorization", "Bearer " + node.token()));
    }

    public static RunningNode.Answer answer(HttpResponse<String> response) {
        return new RunningNode.Answer(response.statusCode(), response.body());
    }

    /// @param headers names and values in turn
    public HttpResponse<String> send(HttpClient http, String method, String path, String body, String... headers) {
        try {
            return http.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpRequest request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(at.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    @Override
    public void close() {
        plain.close();
        node.close();
    }
}
