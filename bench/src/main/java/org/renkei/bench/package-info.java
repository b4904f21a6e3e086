/// Our figures beside the best peers': the same workload, the same machine, the same run, and the same answers,
/// which are compared before anything is timed.
@NullMarked
package org.renkei.bench;

import org.jspecify.annotations.NullMarked;
