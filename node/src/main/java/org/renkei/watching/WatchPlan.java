package org.renkei.watching;

import java.util.List;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.watch.WatchLimits;
import org.renkei.kernel.watch.WatchedArea;

/// What is watched for.
///
/// @param on whether anything is
/// @param label what each finding is at least marked with; the labels of the feeds it rests on are combined with it
public record WatchPlan(boolean on, Label label, WatchLimits limits, List<NamedArea> areas) {
    /// Findings stay with the own nation until somebody says otherwise.
    static final WatchPlan DEFAULT = new WatchPlan(
            true, Label.of(Classification.UNCLASSIFIED, Releasability.ORIGIN_ONLY), WatchLimits.DEFAULTS, List.of());

    public WatchPlan {
        areas = List.copyOf(areas);
    }

    /// An area with the names that people call it by.
    public record NamedArea(WatchedArea area, String english, String japanese) {}
}
