/// Quantities in other units than the units of issue, by JSR 385: US gallons, barrels, pounds and short tons as people
/// and files state them, and what each comes to in the unit in which a line is counted.
@NullMarked
package org.renkei.acsa.measure;

import org.jspecify.annotations.NullMarked;
