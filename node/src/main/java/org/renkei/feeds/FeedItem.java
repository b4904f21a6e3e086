package org.renkei.feeds;

/// One thing found in a file.
public sealed interface FeedItem {

    FeedPlace place();

    /// A draft, ready to be posted, and what it does to what the same source brought before.
    record Read(FeedPlace place, FeedDraft draft, FeedMessage message) implements FeedItem {}

    /// A row, an element or a whole file that could not be read.
    record Refused(FeedPlace place, FeedReason reason) implements FeedItem {}
}
