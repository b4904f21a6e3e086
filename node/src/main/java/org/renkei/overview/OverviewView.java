package org.renkei.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.watchlog.WatchLogView.WatchView;

/// How everything stands that somebody sees, as the API shows it.
///
/// @param label of everything that it was counted from; null when there is nothing
/// @param watch who has the watch, or had it last; null where nobody ever had it
/// @param reviews null for those who may not review
/// @param handovers when the own nation handed over a watch in a case, the newest of each case
public record OverviewView(
        String own,
        Instant now,
        boolean exercise,
        @Nullable String label,
        List<CaseCell> cases,
        List<UnansweredRow> unanswered,
        Duties duties,
        List<PlaceCell> places,
        List<OfferCell> offers,
        Moves moves,
        Commitments commitments,
        Meetings meetings,
        List<LinkRow> links,
        List<HandoverRow> handovers,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable WatchView watch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Reviews reviews) {
    /// What waits for officers, and how much of it for too long; emergency releases are looked at
    /// afterwards.
    public record Reviews(long waiting, long overdue, long emergencies, long emergenciesOverdue) {}

    /// Open cases in one phase at one level.
    public record CaseCell(String phase, String level, int open, int overdue) {}

    /// @param mine whether the own nation is asked
    public record UnansweredRow(
            UUID caseId,
            Map<String, String> name,
            UUID on,
            String act,
            String party,
            List<String> to,
            String text,
            Instant asked,
            @Nullable Instant due,
            boolean late,
            boolean mine) {}

    /// @param late of partners, beyond their time
    public record Duties(int overdue, int due, int awaiting, int late) {}

    /// Places of one type.
    ///
    /// @param usable reported open in whole or in part, and closed by nobody
    /// @param unclear neither usable nor closed
    /// @param contradicting of all of them, those on which nations contradict each other
    public record PlaceCell(String type, int usable, int closed, int unclear, int contradicting) {}

    /// What one nation offers of one category.
    ///
    /// @param source where it is offered: `relief`, `case`, `move` or `order`
    /// @param category as that desk names it; empty where it names none
    /// @param open with something left to give, not accepted, not departed or not agreed yet
    public record OfferCell(String party, String source, String category, int offers, int open) {
        OfferCell with(OfferCell other) {
            return new OfferCell(party, source, category, offers + other.offers, open + other.open);
        }
    }

    /// Convoys and sorties that are not over.
    ///
    /// @param underWay departed and in time
    /// @param silent of all of them, those of which a word was due
    /// @param overClosed of all of them, those that go over a place that is reported closed
    public record Moves(int planned, int underWay, int delayed, int silent, int overClosed) {}

    /// @param todo for which the own nation has something to do
    public record Commitments(
            int overdue, int within7, int within30, int within90, int later, int over, int todo, int unagreed) {}

    /// Meetings that are still to come, and those for which the own nation has something to do.
    ///
    /// @param within7 beyond those of the next 24 hours
    /// @param unagreed of all to come, those whose time not all have agreed to
    public record Meetings(int within24Hours, int within7, int later, int unagreed, int todo) {}

    public record LinkRow(
            String party, String node, Map<String, String> name, String state, String since, long waiting) {}

    public record HandoverRow(UUID caseId, Map<String, String> name, Instant at) {}
}
