/// Orders from before this desk, as they stand in spreadsheets: which column is which field, and what is wrong with a
/// line. What one nation remembers of an order is no statement of two: it makes no postings and closes nothing.
@NullMarked
package org.renkei.kernel.acsa.past;

import org.jspecify.annotations.NullMarked;
