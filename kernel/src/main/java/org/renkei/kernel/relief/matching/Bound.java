package org.renkei.kernel.relief.matching;

/// What no plan over the routes of a task can exceed: the smaller of two relaxations. [FlowBound] is exact
/// where goods are scarce, [DualBound] is near where deliveries and movements are.
public final class Bound {
    private Bound() {}

    /// Of the same measure as [Plan#value].
    ///
    /// @param reached value of any plan of this task: the nearer to the best, the nearer the bound
    public static long of(MatchingTask task, Routes routes, long reached) {
        return Math.min(FlowBound.of(task, routes), DualBound.of(task, routes, reached));
    }
}
