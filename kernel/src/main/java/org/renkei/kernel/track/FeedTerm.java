package org.renkei.kernel.track;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;

/// Under what the tracks of a feed are, or once were, told to whom may hold the label: whole, or made
/// coarse.
///
/// @param coarsening null for whole
public record FeedTerm(String feed, Label label, @Nullable Coarsening coarsening) {
    public static FeedTerm whole(String feed, Label label) {
        return new FeedTerm(feed, label, null);
    }

    public static FeedTerm coarse(String feed, Coarsening coarsening) {
        return new FeedTerm(feed, coarsening.label(), coarsening);
    }

    /// Those of a rule.
    public static List<FeedTerm> of(String feed, FeedRule rule) {
        var otherwise = rule.otherwise();
        return otherwise == null
                ? List.of(whole(feed, rule.label()))
                : List.of(whole(feed, rule.label()), coarse(feed, otherwise));
    }
}
