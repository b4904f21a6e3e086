/// The relief board: what is reported of places, what is needed and offered where, and who serves what. A
/// [Board][org.renkei.kernel.relief.Board] follows from records alone
/// ([BoardFold][org.renkei.kernel.relief.BoardFold]); records of several nations on one place stand beside
/// each other, and none takes another's place. Deterministic: no clock, no randomness.
@NullMarked
package org.renkei.kernel.relief;

import org.jspecify.annotations.NullMarked;
