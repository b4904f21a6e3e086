package org.renkei.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.receiver.Receiver;

/// How a feed stands, as the API gives it.
///
/// @param on whether it is meant to run; one whose recording ended is not
/// @param messagesPerSecond over the last ten seconds
/// @param lagMillis from the observation to this node, of the newest sighting; null before the first one
/// @param sightings or records, of a feed that yields those
/// @param lost messages whose numbers are missing between those that came
/// @param refused lines by reason, the most frequent first
/// @param examples the last refused lines, newest first; null for who is not cleared for the label
/// @param problem the last fault since it was started
public record FeedView(
        String id,
        String kind,
        String source,
        String label,
        boolean on,
        String state,
        long messages,
        double messagesPerSecond,
        long sightings,
        long duplicates,
        long lost,
        long dropped,
        @Nullable Long lagMillis,
        List<RefusedView> refused,
        @Nullable List<ExampleView> examples,
        @Nullable ProblemView problem) {

    public record RefusedView(String reason, long count) {}

    public record ExampleView(Instant at, String reason, String line) {}

    public record ProblemView(Instant at, String fault, String detail) {}

    static FeedView of(Receiver receiver, long now, boolean withLines) {
        var feed = receiver.feed();
        var figures = receiver.figures();
        var lag = figures.lag();
        return new FeedView(
                feed.id(),
                feed.kind().text(),
                feed.source().toString(),
                feed.label().toString(),
                receiver.isOn(),
                text(receiver.state()),
                figures.messages(),
                figures.rate(now),
                figures.sightings(),
                figures.duplicates(),
                figures.lost(),
                receiver.dropped(),
                lag.isPresent() ? (Long) lag.getAsLong() : null,
                figures.refusals().stream()
                        .map(reason -> new RefusedView(word(reason.reason()), reason.count()))
                        .toList(),
                withLines ? examples(receiver) : null,
                receiver.problem()
                        .map(problem -> new ProblemView(
                                Instant.ofEpochMilli(problem.at()), text(problem.fault()), problem.detail()))
                        .orElse(null));
    }

    private static List<ExampleView> examples(Receiver receiver) {
        return receiver.figures().examples().stream()
                .map(example ->
                        new ExampleView(Instant.ofEpochMilli(example.at()), word(example.reason()), example.line()))
                .toList();
    }

    private static String text(Enum<?> word) {
        return word(word.name());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
