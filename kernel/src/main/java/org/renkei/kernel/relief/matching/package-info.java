/// Matching needs with offers: a [MatchingTask][org.renkei.kernel.relief.matching.MatchingTask] is what is
/// to be matched, [Routes][org.renkei.kernel.relief.matching.Routes] every way in which an offer reaches a
/// need in time by an open place, [Allotment][org.renkei.kernel.relief.matching.Allotment] what chosen
/// routes bring, and [Bound][org.renkei.kernel.relief.matching.Bound] what no choice can exceed. Which
/// routes to choose is left to a solver; [Greedy][org.renkei.kernel.relief.matching.Greedy] gives it a
/// start and something to be compared with.
@NullMarked
package org.renkei.kernel.relief.matching;

import org.jspecify.annotations.NullMarked;
