package org.renkei.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import org.renkei.NodeApplication;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.SettingsFile;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole node in this process: real database, real ports, and its API as a caller sees it.
public final class RunningNode implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NodeSettings settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock;
    private ConfigurableApplicationContext context;

    public RunningNode(Path settingsFile) {
        this(settingsFile, Clock.systemUTC());
    }

    public RunningNode(Path settingsFile, Clock clock) {
        this.settings = SettingsFile.read(settingsFile);
        this.clock = clock;
        FreshDatabase.layFor(settings);
        this.context = NodeApplication.start(settings, clock);
    }

    /// What came back: status, body as text, body as JSON.
    public record Answer(int status, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        /// The decision for a party.
        public JsonNode decision(String party) {
            return json().path("decisions")
                    .valueStream()
                    .filter(one -> one.path("party").asString().equals(party))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no decision for " + party + " in " + text));
        }

        public String id() {
            return json().path("id").asString();
        }
    }

    public NodeSettings settings() {
        return settings;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    public String token() {
        try {
            return Files.readString(settings.data().resolve("admin.token")).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public Answer get(String path) {
        return send("GET", path, "", "Bearer " + token(), "en");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body, "Bearer " + token(), "en");
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body, "Bearer " + token(), "en");
    }

    public Answer send(String method, String path, String body, String authorization, String language) {
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// An answer in bytes, with its headers; `headers` are names and values in turn.
    public HttpResponse<byte[]> raw(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        for (var at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Ends the node and starts it again over the same data.
    public void restart() {
        context.close();
        context = NodeApplication.start(settings, clock);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
