/// The deterministic heart of Renkei. Nothing here reads a clock, a file, a socket or a random number generator on
/// its own: time, randomness and bytes come in as arguments, so that a whole federation of nodes runs inside one test.
@NullMarked
package org.renkei.kernel;

import org.jspecify.annotations.NullMarked;
