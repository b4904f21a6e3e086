/// Coordination between nations: a [Case][org.renkei.kernel.cases.Case] is what follows from all nations'
/// [statements][org.renkei.kernel.cases.Statement] on it; [CaseFold][org.renkei.kernel.cases.CaseFold] is
/// the way there. Whether a statement fits depends on the opening and on what it names alone, and all who
/// hold it hold those, so that what somebody may not see changes nothing of what they see. Who has to act
/// until when are [Duties][org.renkei.kernel.cases.Duties]; working hours and holidays are a
/// [BusinessClock][org.renkei.kernel.cases.BusinessClock]. Deterministic: the time comes in.
@NullMarked
package org.renkei.kernel.cases;

import org.jspecify.annotations.NullMarked;
