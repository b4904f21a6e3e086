/// What nations promised one another at a meeting, and where it stands: a
/// [Commitment][org.renkei.kernel.commitments.Commitment] is what follows from the
/// [statements][org.renkei.kernel.commitments.Statement] of all its nations. Nothing is agreed until every
/// nation has said so; what one says alone is kept as what one says. What follows for whom until when are
/// [Duties][org.renkei.kernel.commitments.Duties]. Deterministic: the day comes in.
@NullMarked
package org.renkei.kernel.commitments;

import org.jspecify.annotations.NullMarked;
