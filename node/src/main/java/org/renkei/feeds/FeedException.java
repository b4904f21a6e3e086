package org.renkei.feeds;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Stops the reading of a row, an element or a file. It is an [IOException] so that it passes through foreign parsers
/// when a stream below them reaches a limit.
final class FeedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient FeedReason reason;

    FeedException(FeedProblem problem, String... details) {
        super(problem.name());
        this.reason = FeedReason.of(problem, details);
    }

    FeedException(FeedReason reason) {
        super(reason.problem().name());
        this.reason = reason;
    }

    FeedReason reason() {
        return reason;
    }

    /// The reason behind what a foreign parser threw: ours where one of our streams stopped it, or else the fallback.
    static FeedReason reasonOf(Throwable thrown, FeedProblem fallback) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FeedException ours) {
                return ours.reason;
            }
        }
        String message = thrown.getMessage();
        String first = message == null ? thrown.getClass().getSimpleName() : message;
        return FeedReason.of(fallback, first.lines().findFirst().orElse(""));
    }
}
