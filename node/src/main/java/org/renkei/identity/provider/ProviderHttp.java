package org.renkei.identity.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Calls to the provider: bounded in time and size, and following nobody elsewhere.
final class ProviderHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 1024 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    String get(URI from) throws ProviderRefusal {
        return send(HttpRequest.newBuilder(from).GET());
    }

    String post(URI to, String authorization, String form) throws ProviderRefusal {
        return send(HttpRequest.newBuilder(to)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) throws ProviderRefusal {
        try {
            var asked = request.timeout(TIMEOUT).header("Accept", "application/json");
            var answer = http.send(asked.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(MAX_BYTES + 1);
                if (answer.statusCode() != 200 || bytes.length > MAX_BYTES) {
                    throw new ProviderRefusal("provider-answered-" + answer.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new ProviderRefusal("provider-not-reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderRefusal("provider-not-reached");
        }
    }
}
