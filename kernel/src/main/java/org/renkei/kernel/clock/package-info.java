/// Hybrid logical time: physical microseconds that never run backwards, and a counter for what happens within one of
/// them. It orders a cause before its effect across nodes whose clocks disagree, and stays close to the time on the
/// wall.
@NullMarked
package org.renkei.kernel.clock;

import org.jspecify.annotations.NullMarked;
