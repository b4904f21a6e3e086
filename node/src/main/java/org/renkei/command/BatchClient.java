package org.renkei.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.renkei.command.BatchOutcome.AlreadyKnown;
import org.renkei.command.BatchOutcome.Refused;
import org.renkei.command.BatchOutcome.Revised;
import org.renkei.command.BatchOutcome.Stored;
import org.renkei.feeds.FeedDraft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Posts drafts to the batch operation of a node's API (`createRecords`). A batch too large for the node is halved.
final class BatchClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI node;
    private final Path tokenFile;
    private final String token;
    private final Locale locale;

    BatchClient(URI node, Path tokenFile, String token, Locale locale) {
        this.node = node;
        this.tokenFile = tokenFile;
        this.token = token;
        this.locale = locale;
    }

    /// One outcome for each draft, in order.
    ///
    /// @throws CommandException when the node cannot be worked with
    List<BatchOutcome> post(List<FeedDraft> drafts) {
        HttpResponse<String> answer = send(JSON.writeValueAsString(Map.of("drafts", drafts)));
        return switch (answer.statusCode()) {
            case 200 -> outcomes(answer.body(), drafts.size());
            case 401 -> throw new CommandException(ImportText.WRONG_TOKEN.in(locale, tokenFile));
            case 413 -> halves(drafts);
            default ->
                throw new CommandException(ImportText.NODE_REFUSES.in(
                        locale, Integer.toString(answer.statusCode()), detail(answer.body())));
        };
    }

    private List<BatchOutcome> halves(List<FeedDraft> drafts) {
        if (drafts.size() == 1) {
            return List.of(new Refused(ImportText.TOO_LARGE.in(locale)));
        }
        int middle = drafts.size() / 2;
        return Stream.of(drafts.subList(0, middle), drafts.subList(middle, drafts.size()))
                .flatMap(half -> post(half).stream())
                .toList();
    }

    private HttpResponse<String> send(String body) {
        HttpRequest request = HttpRequest.newBuilder(node.resolve("/api/v1/records/batch"))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", locale.getLanguage())
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandException(ImportText.NO_NODE.in(locale, node, reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ImportText.NO_NODE.in(locale, node, reason(e)));
        }
    }

    private List<BatchOutcome> outcomes(String body, int expected) {
        try {
            JsonNode outcomes = JSON.readTree(body).path("outcomes");
            if (outcomes.size() == expected) {
                return StreamSupport.stream(outcomes.spliterator(), false)
                        .map(this::outcome)
                        .toList();
            }
        } catch (JacksonException e) {
            // told below
        }
        throw new CommandException(ImportText.NOT_A_NODE.in(locale, node));
    }

    private BatchOutcome outcome(JsonNode outcome) {
        return switch (outcome.path("outcome").asString("")) {
            case "stored" -> new Stored();
            case "already-known" -> new AlreadyKnown();
            case "revised" -> new Revised();
            case "refused" -> new Refused(errors(outcome.path("errors")));
            default -> throw new CommandException(ImportText.NOT_A_NODE.in(locale, node));
        };
    }

    private static String errors(JsonNode errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> (error.path("at").asString("") + " "
                                + error.path("message").asString(""))
                        .strip())
                .reduce((one, other) -> one + "; " + other)
                .orElse("?");
    }

    private static String detail(String body) {
        try {
            return JSON.readTree(body).path("detail").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
