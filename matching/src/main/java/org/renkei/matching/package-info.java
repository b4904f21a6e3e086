/// Matches needs with offers: [Matcher][org.renkei.matching.Matcher] gives the kernel's
/// [MatchingTask][org.renkei.kernel.relief.matching.MatchingTask] to a kept solver, Timefold Solver, and
/// says how far the plan can be from the best one. The other types are what the solver is told in its own
/// words.
@NullMarked
package org.renkei.matching;

import org.jspecify.annotations.NullMarked;
