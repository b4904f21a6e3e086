package org.renkei.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.release.DecisionView.ReasonView;

/// What was told to one partner and what it told, as the API shows it.
///
/// @param label of everything that is shown; null where there is nothing
/// @param askIn the newest open case with the partner, where a question can be put
/// @param counts over all subjects, whatever is asked for
/// @param rows what contradicts first, then the newest
/// @param found how many rows there are of what is asked for
/// @param from how many rows stand before these
public record DifferenceView(
        String own,
        String party,
        Instant now,
        boolean exercise,
        @Nullable String label,
        @Nullable AskIn askIn,
        Counts counts,
        List<Row> rows,
        int found,
        int from) {
    public record AskIn(UUID id, Map<String, String> name) {}

    /// @param differing subjects on which the two contradict each other
    /// @param unconfirmed own records that the partner is to have and has not confirmed yet
    /// @param recalled own records that were taken back from it
    public record Counts(int subjects, int differing, int unconfirmed, int review, int withheld, int recalled) {}

    /// One subject.
    ///
    /// @param opens by which its screen shows it; empty where there is no page of it
    /// @param differences about what the two contradict each other
    /// @param more pieces of either side that are not shown because there are too many
    public record Row(
            String key,
            String kind,
            Map<String, String> name,
            String opens,
            List<String> differences,
            List<Told> ours,
            List<Heard> theirs,
            int more) {}

    /// What a nation said.
    ///
    /// @param code a status, an act or a decision, by the kind of the record
    public record Words(
            UUID record, String party, String kind, String code, Map<String, String> text, Instant at, String label) {}

    /// An own record and how it stands with the partner.
    ///
    /// @param state `confirmed`, `on-the-way`, `review`, `withheld` or `taken-back`; null for who does not
    /// see it whole, and where nothing was decided
    /// @param reasons why it is not with the partner, or not whole
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Told(
            Words said,
            @Nullable String state,
            boolean inPart,
            @Nullable Instant told,
            @Nullable Instant confirmed,
            List<ReasonView> reasons) {}

    /// What came from the partner.
    ///
    /// @param said null where it was taken back: nothing of it is left but that it was there
    /// @param arrived when it came to be held here as it is
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Heard(
            UUID record, @Nullable Words said, @Nullable Instant arrived) {}
}
