package org.renkei.records;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.SharedRecord;

/// Which records to list; null asks for everything. `origin` is a party or a node.
public record RecordFilter(
        @Nullable String kind,
        @Nullable String origin,
        @Nullable Instant since,
        @Nullable String text,
        @Nullable Boolean located) {

    /// The words of the text, all of which a record has to say.
    public List<String> words() {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }

    /// Whether it asks for anything but kind and origin.
    public boolean asksForContent() {
        return since != null || located != null || !words().isEmpty();
    }

    /// Whether a form says what is asked for, by what it says and when it came to be.
    ///
    /// @param form null where nothing but the fact is seen
    public boolean matches(@Nullable SharedRecord form, Instant storedAt) {
        var text = form == null ? "" : Bodies.searchText(form.body());
        var somewhere = form != null && Bodies.position(form.body()).isPresent();
        return (since == null || !storedAt.isBefore(since))
                && (located == null || located == somewhere)
                && words().stream().allMatch(text::contains);
    }
}
