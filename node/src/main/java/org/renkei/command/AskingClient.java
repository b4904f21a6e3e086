package org.renkei.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a node short questions, and has it do what needs no content.
final class AskingClient {
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI node;
    private final String token;
    private final Locale locale;

    AskingClient(URI node, String token, Locale locale) {
        this.node = node;
        this.token = token;
        this.locale = locale;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    JsonNode put(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    void delete(String path) {
        send(request(path).DELETE().build());
    }

    byte[] postForBytes(String path) {
        try {
            var request =
                    request(path).POST(HttpRequest.BodyPublishers.noBody()).build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new CommandException(
                        ImportText.NODE_REFUSES.in(locale, Integer.toString(answer.statusCode()), path));
            }
            return answer.body();
        } catch (IOException e) {
            throw new CommandException(ImportText.NO_NODE.in(locale, node, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ImportText.NO_NODE.in(locale, node, "interrupted"));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json, application/zip")
                .header("Accept-Language", locale.getLanguage());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            var body = JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new CommandException(
                        ImportText.NODE_REFUSES.in(locale, Integer.toString(answer.statusCode()), reasons(body)));
            }
            return body;
        } catch (JacksonException e) {
            throw new CommandException(ImportText.NOT_A_NODE.in(locale, node));
        } catch (IOException e) {
            throw new CommandException(ImportText.NO_NODE.in(locale, node, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ImportText.NO_NODE.in(locale, node, "interrupted"));
        }
    }

    /// What is wrong altogether, and each mistake on a line of its own.
    private static String reasons(JsonNode problem) {
        var text = new StringBuilder(problem.path("detail").asString(""));
        for (var error : problem.path("errors")) {
            text.append("\n  ")
                    .append(error.path("at").asString(""))
                    .append(": ")
                    .append(error.path("message").asString(""));
        }
        return text.toString();
    }
}
