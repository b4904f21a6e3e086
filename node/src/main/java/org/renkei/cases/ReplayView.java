package org.renkei.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Since when each nation has known of what was said in a case, as far as this node can tell.
///
/// @param label of everything that is shown
/// @param lines in the order of the times at which they were said
/// @param gone what others took back: nothing is left of it but that it was there
/// @param earlier lines that are not shown because there are too many
public record ReplayView(
        UUID id,
        String own,
        Map<String, String> name,
        String label,
        List<String> nations,
        List<Line> lines,
        List<Gone> gone,
        int earlier) {

    /// @param knew of each nation that was told, in the order of their codes
    public record Line(
            UUID record,
            String party,
            String act,
            Instant said,
            List<String> to,
            String text,
            String label,
            List<Knew> knew) {}

    /// @param evidence `said`, `arrived`, `confirmed` or `answered`; null where it is not known that it
    /// ever knew
    /// @param until when it was taken back there
    /// @param delaySeconds from when it was said
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Knew(
            String party,
            @Nullable String evidence,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long delaySeconds) {}

    public record Gone(UUID record, String party, @Nullable Instant from, Instant until) {}
}
