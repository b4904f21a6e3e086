/// What stands between a decision by the rules and what leaves: the nation's release policy, which sends some
/// releases to a release officer, and the officers' rulings.
@NullMarked
package org.renkei.kernel.review;

import org.jspecify.annotations.NullMarked;
