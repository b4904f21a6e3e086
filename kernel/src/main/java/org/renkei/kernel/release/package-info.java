/// The release decision: made at the origin, over all rules, before anything leaves. [Rulebook] is the place to start.
@NullMarked
package org.renkei.kernel.release;

import org.jspecify.annotations.NullMarked;
