package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sheets of past orders as somebody brings them to a node, who reads Japanese.
final class PastSheets {
    private static final String AT = "/api/v1/acsa/past-orders";

    private PastSheets() {}

    static HttpResponse<byte[]> send(RunningNode node, String path, byte[] file) {
        return node.raw("POST", AT + path, file, "Content-Type", "application/octet-stream", "Accept-Language", "ja");
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static JsonNode look(RunningNode node, byte[] file) {
        var answer = send(node, "/look", file);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return json(answer);
    }

    /// By the columns that the node takes them to be.
    static JsonNode check(RunningNode node, byte[] file) {
        return json(send(node, "/check?mapping=" + mapping(look(node, file)), file));
    }

    /// @param report of the check, whose wrong lines are left out
    static HttpResponse<byte[]> bringIn(RunningNode node, byte[] file, JsonNode report, String label) {
        return send(
                node,
                "?mapping=" + mapping(look(node, file)) + "&label=" + URLEncoder.encode(label, UTF_8) + "&digest="
                        + report.path("digest").asString() + "&leaveOut="
                        + report.path("wrong").asInt(),
                file);
    }

    static JsonNode list(RunningNode node) {
        return node.get(AT).json();
    }

    private static String mapping(JsonNode look) {
        return look.path("columns")
                .valueStream()
                .filter(one -> one.path("field").isString())
                .map(one ->
                        one.path("field").asString() + ":" + one.path("column").asInt())
                .collect(Collectors.joining(","));
    }
}
