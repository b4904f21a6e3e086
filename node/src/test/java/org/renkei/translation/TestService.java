package org.renkei.translation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A service that speaks chat completions and keeps every byte that reaches it.
final class TestService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String scheme;
    private volatile Reply reply = new Reply(200, "application/json", completion("訳文です。"));

    /// What it answers; `delay` in milliseconds.
    record Reply(int status, String type, byte[] body, long delay) {
        Reply(int status, String type, String body) {
            this(status, type, body.getBytes(StandardCharsets.UTF_8), 0);
        }
    }

    /// @param tls null for plain HTTP
    TestService(@Nullable SSLContext tls) throws IOException {
        var at = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        if (tls == null) {
            server = HttpServer.create(at, 0);
        } else {
            var secured = HttpsServer.create(at, 0);
            secured.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secured;
        }
        scheme = tls == null ? "http" : "https";
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    void replies(Reply other) {
        reply = other;
    }

    /// Everything that came, in order.
    List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    /// Method, path and headers of every request.
    List<String> heads() {
        return List.copyOf(heads);
    }

    /// The whole of it as text.
    String everything() {
        var all = new StringBuilder(String.join("\n", heads));
        bodies.forEach(body -> all.append('\n').append(new String(body, StandardCharsets.UTF_8)));
        return all.toString();
    }

    static String completion(String text) {
        return "{\"id\":\"1\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
                + JSON.writeValueAsString(text) + "}}]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(exchange.getRequestBody().readAllBytes());
            heads.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet());
            var now = reply;
            Thread.sleep(now.delay());
            if (now.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            if (!now.type().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", now.type());
            }
            exchange.sendResponseHeaders(now.status(), now.body().length == 0 ? -1 : now.body().length);
            exchange.getResponseBody().write(now.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
