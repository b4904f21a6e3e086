package org.renkei.watchlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log of the watch as the API shows it.
///
/// @param label of everything that is shown; null where there is nothing
/// @param me the sign-in name of the reader
/// @param nations who can be told of an entry, the own one first; empty for who enters nothing
/// @param watch null where nobody ever had it
/// @param lines the newest first
/// @param more lines that are not shown because there are too many
public record WatchLogView(
        String own,
        String node,
        Instant now,
        Instant since,
        @Nullable String label,
        String me,
        List<String> nations,
        @Nullable WatchView watch,
        List<Line> lines,
        int more,
        List<Suggestion> suggestions) {

    /// @param from who had it before; null where it was opened
    /// @param ended when it was handed over; null while it lasts
    public record WatchView(
            String officer,
            Instant since,
            @Nullable String from,
            @Nullable Instant ended,
            String label) {}

    /// @param act what kind of entry it is
    /// @param written when it was entered; `at` is when it happened
    /// @param officer who has the watch, where it says that; empty else
    /// @param recalled whether it was taken back from those who were told; here it stays
    public record Entry(
            UUID record,
            String party,
            String act,
            Instant at,
            Instant written,
            String text,
            String officer,
            List<Link> links,
            List<String> to,
            String label,
            boolean recalled) {}

    /// @param to `case`, `place`, `record` or `move`
    public record Link(String to, UUID id) {}

    public record Line(Entry entry, List<Entry> corrections) {}

    /// What the node would enter, and never enters by itself.
    ///
    /// @param key by which an entry says that it was made of this
    /// @param text in `en` and in `ja`
    /// @param label how high the entry is at least
    public record Suggestion(
            String key,
            Map<String, String> text,
            Instant at,
            @Nullable Link link,
            String label) {}
}
