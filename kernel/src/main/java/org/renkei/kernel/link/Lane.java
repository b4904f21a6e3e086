package org.renkei.kernel.link;

/// Kinds of traffic of one session, each on a connection or stream of its own: what waits in one cannot hold up the
/// other.
public enum Lane {
    /// FLASH and IMMEDIATE entries ahead of their turn, confirmations and signs of life.
    URGENT,
    /// Greeting, batches of the ledger in order, and the end of the session.
    BULK
}
