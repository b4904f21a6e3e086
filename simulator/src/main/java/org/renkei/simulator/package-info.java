/// Whole histories of several nodes, drawn from one seed each and played in one thread without any clock: the
/// kernel's sessions, ledgers and release decisions under cuts, crashes, restores and lost media, judged by a
/// second, naive implementation of what must hold.
@NullMarked
package org.renkei.simulator;

import org.jspecify.annotations.NullMarked;
