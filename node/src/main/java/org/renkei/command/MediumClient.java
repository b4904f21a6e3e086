package org.renkei.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has a node make and take in removable media (`exportMedium`, `importMedium`).
final class MediumClient {
    private static final byte[] FIRST_LINE = "RENKEI MEDIUM 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration ANSWER = Duration.ofHours(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI node;
    private final String token;
    private final Locale locale;

    MediumClient(URI node, String token, Locale locale) {
        this.node = node;
        this.token = token;
        this.locale = locale;
    }

    /// Whether a file is a medium, by its first bytes.
    static boolean isMedium(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(FIRST_LINE.length), FIRST_LINE);
        } catch (IOException e) {
            return false;
        }
    }

    /// Writes the medium under its name only when it is complete; answers its size in bytes.
    long export(String party, @Nullable Long since, boolean attachments, Path file) throws IOException {
        var query = "?attachments=" + attachments + (since == null ? "" : "&since=" + since);
        var request = request("/api/v1/media/" + party.replace('/', '~') + query)
                .POST(BodyPublishers.noBody())
                .build();
        var answer = send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        }
    }

    /// What the medium brought, as the node tells it.
    JsonNode take(Path file) throws IOException {
        var request = request("/api/v1/media")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file))
                .build();
        var answer = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw refused(answer.statusCode(), answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/octet-stream, application/json, application/problem+json")
                .header("Accept-Language", locale.getLanguage());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new CommandException(ImportText.NO_NODE.in(locale, node, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ImportText.NO_NODE.in(locale, node, "interrupted"));
        }
    }

    private CommandException refused(int status, String body) {
        String detail;
        try {
            detail = JsonMapper.shared().readTree(body).path("detail").asString("");
        } catch (RuntimeException e) {
            detail = "";
        }
        return new CommandException(ImportText.NODE_REFUSES.in(locale, Integer.toString(status), detail));
    }
}
