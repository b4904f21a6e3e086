package org.renkei.feeds.receiver;

/// What can be wrong with a feed, besides single lines.
public enum FeedFault {
    CANNOT_CONNECT,
    /// TLS was not agreed on: one side does not take the other's certificate.
    NOT_TRUSTED,
    CANNOT_LISTEN,
    CONNECTION_LOST,
    /// Connected, but nothing came for two minutes.
    SILENT,
    CANNOT_READ_FILE,
    /// An answer other than 200, or a document that is too large.
    UNUSABLE_ANSWER,
    /// Sightings could not be taken further; the feed goes on.
    NOT_TAKEN
}
