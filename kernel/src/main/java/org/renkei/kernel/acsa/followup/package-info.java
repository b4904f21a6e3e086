/// That no order is lost sight of: what has to be told to whom, what is open how long, the drafts of what is written
/// next, and what would be due. Everything follows from the orders and the day.
@NullMarked
package org.renkei.kernel.acsa.followup;

import org.jspecify.annotations.NullMarked;
