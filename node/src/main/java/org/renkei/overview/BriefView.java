package org.renkei.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A handover brief: sections of lines, each line in both languages with the label of what it says. A screen
/// shows it, a printer prints it, and any other form can be made of it.
///
/// @param node whose brief it is
/// @param label of all its lines together; null where there is none
public record BriefView(
        String node,
        Map<String, String> name,
        Instant since,
        Instant until,
        Instant next,
        @Nullable String label,
        List<Section> sections) {
    public BriefView {
        sections = List.copyOf(sections);
    }

    /// @param more lines that are not shown because there are too many
    public record Section(String code, Map<String, String> title, List<Line> lines, int more) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// @param at when it was said, or until when it is to be done
    /// @param party who said it, or has to do it
    /// @param about of what, such as the name of a case
    /// @param what in a few words
    /// @param text as it was written, in the language of its writer
    /// @param label null where nothing of a record is said
    /// @param screen where there is more of it, with its `subject`
    /// @param late whether its time is over
    public record Line(
            @Nullable Instant at,
            @Nullable String party,
            Map<String, String> about,
            Map<String, String> what,
            String text,
            @Nullable String label,
            String screen,
            @Nullable String subject,
            boolean late) {}
}
