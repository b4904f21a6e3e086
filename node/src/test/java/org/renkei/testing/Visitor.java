package org.renkei.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody at a browser: keeps the node's cookie, and says where a request comes from as a page of the node does.
public final class Visitor {
    private final RunningNode node;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable String cookie;
    private final Map<String, String> ceremonies = new LinkedHashMap<>();
    private String agent = "Renkei test";
    private @Nullable String bearing;

    public Visitor(RunningNode node) {
        this.node = node;
    }

    public @Nullable String cookie() {
        return cookie;
    }

    /// Goes on with this cookie.
    public Visitor with(@Nullable String other) {
        cookie = other;
        return this;
    }

    /// Goes on in a browser of another name.
    public Visitor as(String other) {
        agent = other;
        return this;
    }

    /// Shows this with every request.
    public Visitor bearing(String authorization) {
        bearing = authorization;
        return this;
    }

    public RunningNode.Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public RunningNode.Answer send(String method, String path, String body) {
        return send(method, path, body, Map.of("Renkei-Page", "1", "Origin", node.url()));
    }

    /// With headers of the caller's, and none of a page.
    public RunningNode.Answer send(String method, String path, String body, Map<String, String> headers) {
        var response = answer(method, path, body, headers, HttpResponse.BodyHandlers.ofString());
        return new RunningNode.Answer(response.statusCode(), response.body());
    }

    /// An answer that is a file.
    public byte[] bytes(String path) {
        return answer("GET", path, "", Map.of(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /// The status alone, also of a stream, which never ends.
    public int status(String method, String path, String body) {
        var headers = Map.of("Renkei-Page", "1", "Origin", node.url());
        var response = answer(method, path, body, headers, HttpResponse.BodyHandlers.ofInputStream());
        try (var answer = response.body()) {
            if (!path.endsWith("/stream")) {
                answer.readAllBytes();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return response.statusCode();
    }

    /// An open answer, to be read as it comes.
    public InputStream open(String path) {
        return answer("GET", path, "", Map.of(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private void keep(String set) {
        var pair = set.substring(0, set.indexOf(';'));
        var name = pair.substring(0, pair.indexOf('='));
        if (name.endsWith("-ceremony") || name.endsWith("-provider")) {
            ceremonies.put(name, pair);
        } else {
            cookie = pair;
        }
    }

    private <T> HttpResponse<T> answer(
            String method, String path, String body, Map<String, String> more, HttpResponse.BodyHandler<T> handler) {
        var headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("Accept-Language", "en");
        headers.put("User-Agent", agent);
        if (bearing != null) {
            headers.put("Authorization", bearing);
        }
        var cookies = (cookie == null ? "" : cookie + "; ") + String.join("; ", ceremonies.values());
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        var request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), handler);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
