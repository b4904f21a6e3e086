/// Ceilings of what a nation supplies and receives: set by that nation for itself, dated, in money of one currency.
/// Orders count against them from the quote on; nothing is kept beside the orders.
@NullMarked
package org.renkei.kernel.acsa.ceiling;

import org.jspecify.annotations.NullMarked;
