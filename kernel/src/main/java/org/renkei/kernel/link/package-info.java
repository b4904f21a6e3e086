/// What two nodes say to each other: entries of their ledgers, checkpoints, confirmations. [LinkSession] is a state
/// machine fed with bytes and time; it opens no socket, reads no clock and stores nothing itself.
@NullMarked
package org.renkei.kernel.link;

import org.jspecify.annotations.NullMarked;
