package org.renkei.feeds.receiver;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.renkei.settings.FeedSettings.Source.Poll;

/// A document that is asked for again and again.
final class HttpSource implements LineSource {
    static final int LARGEST = 32 << 20;

    /// A whole document in the place of a line.
    static final Cutting DOCUMENT =
            (in, intake) -> intake.line(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final Poll poll;

    HttpSource(Poll poll) {
        this.poll = poll;
    }

    @Override
    public void run(Intake intake) throws SourceFault, InterruptedException {
        var request =
                HttpRequest.newBuilder(poll.address()).timeout(PATIENCE).GET().build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            while (true) {
                var document = document(client, request);
                intake.open();
                intake.line(document);
                Thread.sleep(poll.every());
            }
        }
    }

    private String document(HttpClient client, HttpRequest request) throws SourceFault, InterruptedException {
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new SourceFault(FeedFault.UNUSABLE_ANSWER, poll + ": " + answer.statusCode());
                }
                var bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new SourceFault(FeedFault.UNUSABLE_ANSWER, poll + ": > " + (LARGEST >> 20) + " MB");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException absent) {
            throw new SourceFault(FeedFault.CANNOT_CONNECT, poll + ": " + absent);
        }
    }
}
