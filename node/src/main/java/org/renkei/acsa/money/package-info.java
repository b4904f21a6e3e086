/// Amounts as people and files write them, by JSR 354: which currencies there are and how many digits they have, what
/// a text says, how an amount is printed, and what it comes to in another currency.
@NullMarked
package org.renkei.acsa.money;

import org.jspecify.annotations.NullMarked;
