package org.renkei.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that keeps the contract of `createRecords`: at most so many drafts, one record for each source.
final class BatchNode implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final int largest;
    private final Map<JsonNode, JsonNode> records = new HashMap<>();
    final List<Integer> batches = new ArrayList<>();
    String language = "";

    BatchNode(int largest) throws IOException {
        this.largest = largest;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/records/batch", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            language = exchange.getRequestHeaders().getFirst("Accept-Language");
            JsonNode drafts = JSON.readTree(exchange.getRequestBody()).path("drafts");
            if (!"Bearer right".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of("detail", "who are you"));
            } else if (drafts.size() > largest) {
                send(exchange, 413, Map.of("detail", "too large"));
            } else {
                batches.add(drafts.size());
                send(exchange, 200, Map.of("outcomes", outcomes(drafts)));
            }
        }
    }

    private List<Map<String, Object>> outcomes(JsonNode drafts) {
        var outcomes = new ArrayList<Map<String, Object>>();
        for (JsonNode draft : drafts) {
            outcomes.add(outcome(draft));
        }
        return outcomes;
    }

    private Map<String, Object> outcome(JsonNode draft) {
        if (!draft.path("label").asString().startsWith("UNCLASSIFIED")) {
            return Map.of(
                    "outcome",
                    "refused",
                    "errors",
                    List.of(Map.of("at", "/label", "message", "nobody may write this")));
        }
        JsonNode before = records.put(draft.path("source"), draft);
        String outcome = before == null ? "stored" : before.equals(draft) ? "already-known" : "revised";
        return Map.of("outcome", outcome);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
