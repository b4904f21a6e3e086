package org.renkei.feeds;

import java.util.List;
import java.util.UUID;
import org.renkei.settings.FeedSettings;

/// Makes records of what feeds of published messages yield. There is at most one bean of this type.
public interface NoticeSink {
    /// A draft, and what it does to what came before.
    record Notice(FeedDraft draft, FeedMessage message) {}

    /// What became of one.
    sealed interface Outcome {
        /// @param record that was written, revised or recalled because of it
        record Taken(UUID record) implements Outcome {}

        /// It came before, or something newer did.
        record Known() implements Outcome {}

        /// @param reason a word such as `EXERCISE_MIXED`
        record Refused(String reason, String detail) implements Outcome {}
    }

    /// Takes them in their order. One that is refused does not stop the others; what was taken stays taken
    /// when a
    /// later one fails.
    ///
    /// @return one outcome for each
    /// @throws RuntimeException when nothing can be stored at the moment: they have to be given again
    List<Outcome> take(FeedSettings feed, List<Notice> notices);
}
