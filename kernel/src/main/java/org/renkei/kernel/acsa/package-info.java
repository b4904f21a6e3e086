/// Supplies and services between two nations' forces under an acquisition and cross-servicing agreement, from the
/// request to the closing. An [Order][org.renkei.kernel.acsa.Order] is what follows from both nations'
/// [statements][org.renkei.kernel.acsa.Statement]; [OrderFold][org.renkei.kernel.acsa.OrderFold] is the way there, with
/// the guards that need nothing but statements, so that both nations come to the same. What a nation's own law says on
/// a day stands apart, in [AcsaLaw][org.renkei.kernel.acsa.AcsaLaw]. Deterministic: the day comes in.
@NullMarked
package org.renkei.kernel.acsa;

import org.jspecify.annotations.NullMarked;
