package org.renkei.feeds.receiver;

/// The reader of indexes, for tests outside this package.
public final class Indexes {
    private Indexes() {}

    /// @return how many entries; less than none when it is no index
    public static int entries(byte[] content) {
        return FeedIndex.find(content).map(index -> index.entries().size()).orElse(-1);
    }
}
