/// Convoys and sorties: a [Move][org.renkei.kernel.relief.moves.Move] is what follows from the
/// [statements][org.renkei.kernel.relief.moves.Statement] of the nation that runs it and of the one that
/// receives what it brings. Each step names the step before it, so that nobody judges a step whose reason is
/// not here. Deterministic: the time comes in.
@NullMarked
package org.renkei.kernel.relief.moves;

import org.jspecify.annotations.NullMarked;
