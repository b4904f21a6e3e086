/// Exchange of one currency for another at published reference rates: the euro foreign exchange reference rates of the
/// European Central Bank, a file of units of each currency for one euro and day.
@NullMarked
package org.renkei.kernel.exchange;

import org.jspecify.annotations.NullMarked;
