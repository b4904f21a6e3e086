package org.renkei.matching;

import java.time.Duration;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.Plan;
import org.renkei.kernel.relief.matching.Routes;

/// A plan, and how good it is known to be.
///
/// @param bound what no plan can exceed, of the same measure as [Plan#value]
/// @param firstCome first come, first served, for comparison
/// @param complete whether the search went all its moves; else it ended by time, and a faster machine might
/// go further
public record Matched(
        MatchingTask task, Routes routes, Plan plan, Plan firstCome, long bound, boolean complete, Duration took) {
    /// Part of what can be met at best that the plan may be short of: 0 is proven to be the best.
    public double gap() {
        return bound == 0 ? 0 : (double) (bound - plan.value()) / bound;
    }
}
