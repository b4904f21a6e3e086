package org.renkei.feeds;

import java.util.function.Consumer;

/// Where the readers of one file, or one entry of an archive, put what they find.
final class FeedSink {
    private final Consumer<FeedItem> consumer;
    private final String entry;
    private final String label;

    /// @param label for everything found
    FeedSink(Consumer<FeedItem> consumer, String entry, String label) {
        this.consumer = consumer;
        this.entry = entry;
        this.label = label;
    }

    FeedSink within(String innerEntry) {
        return new FeedSink(consumer, innerEntry, label);
    }

    void read(long line, FeedDraft draft) {
        read(line, draft, FeedMessage.lone(draft.source()));
    }

    void read(long line, FeedDraft draft, FeedMessage message) {
        consumer.accept(new FeedItem.Read(new FeedPlace(entry, line), draft.withLabel(label), message));
    }

    void refuse(long line, FeedReason reason) {
        consumer.accept(new FeedItem.Refused(new FeedPlace(entry, line), reason));
    }
}
