/// What a nation has at its own points, folded from dated entries: on hand, reserved, and for how many
/// days.
@NullMarked
package org.renkei.kernel.acsa.stock;

import org.jspecify.annotations.NullMarked;
