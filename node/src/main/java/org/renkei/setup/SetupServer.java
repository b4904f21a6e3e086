package org.renkei.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.fingerprint.FingerprintWords;
import org.renkei.keys.NodeCard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The page of a setup, on the node's own machine and nowhere else. A link opens it once, within an hour; the
/// browser that opened it is the only one that goes on.
public final class SetupServer implements AutoCloseable {
    /// So long a link holds that nobody opened.
    public static final Duration HOLDS = Duration.ofHours(1);

    private static final int MAX_BODY = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COOKIE = "renkei-setup";
    private static final Map<String, String> PAGES = Map.of(
            "/", "text/html; charset=utf-8", "/setup.js", "text/javascript; charset=utf-8", "/setup.css", "text/css");

    private final Setup setup;
    private final HttpServer server;
    private final Clock clock;
    private final Instant until;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private @Nullable String link;
    private @Nullable String session;

    /// @param port 0 for any that is free
    public SetupServer(Setup setup, int port, Clock clock) throws IOException {
        this.setup = setup;
        this.clock = clock;
        this.until = clock.instant().plus(HOLDS);
        this.link = secret();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /// What is to be opened, once.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/#setup=" + link;
    }

    /// Waits until the settings are written.
    public void await() {
        finished.join();
    }

    @Override
    public void close() {
        server.stop(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var type = PAGES.get(path);
            if (!isOurs(exchange)) {
                send(
                        exchange,
                        403,
                        "text/plain",
                        "this page is for the node's own machine".getBytes(StandardCharsets.UTF_8));
            } else if (type != null && exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, type, page(path));
            } else if (path.equals("/setup/open") && isWrite(exchange)) {
                open(exchange);
            } else if (path.startsWith("/setup/")) {
                serve(exchange, path.substring("/setup/".length()));
            } else {
                send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    /// Another name than this machine's means that another site leads here.
    private boolean isOurs(HttpExchange exchange) {
        var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        var port = ":" + server.getAddress().getPort();
        return Set.of("127.0.0.1" + port, "localhost" + port, "[::1]" + port).contains(host);
    }

    /// No other site can add this header.
    private static boolean isWrite(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestHeaders().containsKey("Renkei-Page");
    }

    private synchronized void open(HttpExchange exchange) throws IOException {
        var shown = body(exchange).path("link").asString("");
        var holds = link;
        if (holds == null || !same(holds, shown) || clock.instant().isAfter(until)) {
            problem(exchange, 403, "link");
            return;
        }
        link = null;
        var opened = secret();
        session = opened;
        exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + opened + "; Path=/; HttpOnly; SameSite=Strict");
        state(exchange);
    }

    private synchronized void serve(HttpExchange exchange, String what) throws IOException {
        var known = session;
        if (known == null || cookies(exchange).stream().noneMatch(one -> same(known, one))) {
            problem(exchange, 401, "session");
        } else if (what.equals("state") && exchange.getRequestMethod().equals("GET")) {
            state(exchange);
        } else if (!isWrite(exchange)) {
            problem(exchange, 405, "method");
        } else if (what.equals("card")) {
            card(exchange);
        } else if (what.equals("finish")) {
            finish(exchange);
        } else {
            step(exchange, what);
        }
    }

    private void card(HttpExchange exchange) throws IOException {
        try {
            json(
                    exchange,
                    200,
                    card(Setup.partnerCard(body(exchange).path("card").asString(""))));
        } catch (IllegalArgumentException e) {
            problem(exchange, 422, "card");
        }
    }

    private void step(HttpExchange exchange, String what) throws IOException {
        for (var step : Step.values()) {
            if (step.code().equals(what)) {
                var given = new HashMap<String, String>();
                body(exchange)
                        .properties()
                        .forEach(one -> given.put(one.getKey(), one.getValue().asString("")));
                var mistakes = setup.answer(step, given);
                if (mistakes.isEmpty()) {
                    state(exchange);
                } else {
                    json(exchange, 422, mistakes(mistakes));
                }
                return;
            }
        }
        problem(exchange, 404, "step");
    }

    private void finish(HttpExchange exchange) throws IOException {
        if (setup.next().isPresent()) {
            problem(exchange, 409, "unfinished");
            return;
        }
        var written = setup.finish();
        var done = JSON.createObjectNode().put("file", written.toString());
        json(exchange, 200, done.put("address", setup.get("apiAddress") + ":" + setup.get("apiPort")));
        finished.complete(null);
    }

    private void state(HttpExchange exchange) throws IOException {
        var state = JSON.createObjectNode();
        state.put("next", setup.next().map(Step::code).orElse("finish"));
        var values = state.putObject("values");
        for (var step : Step.values()) {
            step.fields().forEach(field -> values.put(field, setup.get(field)));
        }
        if (setup.next().filter(step -> step.compareTo(Step.KEYS) < 0).isEmpty()) {
            state.set("own", card(setup.ownCard()));
        }
        json(exchange, 200, state);
    }

    private static ObjectNode card(NodeCard card) {
        FingerprintWords words = card.words();
        var shown = JSON.createObjectNode();
        shown.put("node", card.node().toString());
        shown.put("fingerprint", card.fingerprint());
        shown.put("text", card.text());
        shown.set("en", JSON.valueToTree(words.english()));
        shown.set("ja", JSON.valueToTree(words.japanese()));
        return shown;
    }

    private static ObjectNode mistakes(List<Mistake> mistakes) {
        var all = JSON.createObjectNode();
        var list = all.putArray("mistakes");
        mistakes.forEach(one -> list.addObject()
                .put("field", one.field())
                .put("en", one.english())
                .put("ja", one.japanese()));
        return all;
    }

    private static void problem(HttpExchange exchange, int status, String why) throws IOException {
        json(exchange, status, JSON.createObjectNode().put("problem", why));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(MAX_BODY);
        return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    }

    private static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private static byte[] page(String path) throws IOException {
        var name = path.equals("/") ? "/setup/setup.html" : "/setup" + path;
        try (var in = SetupServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the page " + name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static List<String> cookies(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";\\s*")).stream())
                .filter(one -> one.startsWith(COOKIE + "="))
                .map(one -> one.substring(COOKIE.length() + 1))
                .toList();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
