package org.renkei.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.json.JsonMapper;

/// A node with a public view, and somebody who asks it without any token or cookie.
final class PublicSide implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    final TestFederation federation;
    final MovableClock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    PublicSide(TestFederation federation, MovableClock clock) {
        this.federation = federation;
        this.clock = clock;
    }

    RunningNode node() {
        return federation.node("JPN");
    }

    void turn(boolean open) {
        var answer = node().put("/api/v1/public-view", JSON.writeValueAsString(Map.of("open", open, "reason", "test")));
        assertThat(answer.status()).as(answer.text()).isIn(200, 409);
        assertThat(node().get("/api/v1/public-view").json().path("open").asBoolean())
                .isEqualTo(open);
    }

    /// @param headers names and values in turn
    HttpResponse<String> ask(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(node().url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// What is given out once what is new has come in, and the crowd has gone.
    String read(String path) {
        clock.advance(Duration.ofSeconds(Crowd.WINDOW_SECONDS + 1));
        var answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    String store(String party, String kind, String label, Map<String, ?> body, String... portions) {
        var answer = federation.node(party).post("/api/v1/records", draft(kind, label, body, portions));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    void revise(String id, String kind, String label, Map<String, ?> body) {
        var answer = node().put("/api/v1/records/" + id, draft(kind, label, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    void recall(String party, String id) {
        var answer = federation.node(party).post("/api/v1/records/" + id + "/recall", "{\"reason\":\"wrong\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /// @param portions pointers; each is labelled for the own nation and the USA alone
    private static String draft(String kind, String label, Map<String, ?> body, String... portions) {
        var kept = new ArrayList<Map<String, String>>();
        for (var at : portions) {
            kept.add(Map.of("at", at, "label", "UNCLASSIFIED//REL TO JPN, USA"));
        }
        return JSON.writeValueAsString(Map.of("kind", kind, "label", label, "body", body, "portions", kept));
    }

    static Map<String, Object> place(String type, String title, String status) {
        return Map.of("title", title, "placeType", type, "status", status);
    }

    static List<String> features(String geoJson) {
        return JSON.readTree(geoJson)
                .path("features")
                .valueStream()
                .map(one -> one.path("properties").path("title").path("en").asString())
                .toList();
    }

    @Override
    public void close() {
        http.close();
        federation.close();
    }
}
