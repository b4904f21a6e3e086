package org.renkei.tak;

import org.jspecify.annotations.Nullable;
import org.renkei.feeds.FeedDesk;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMark;
import org.renkei.kernel.cot.CotType;
import org.renkei.kernel.cot.CotXml;

/// Takes what clients send into the one feed that is theirs. Nothing goes from here to another client: what becomes of
/// it is given out by the picture, under the label of that feed.
final class TakEntry {
    private final FeedDesk feeds;
    private final @Nullable String feed;
    private final TakUids uids = new TakUids();

    /// @param feed null where nothing is taken in
    TakEntry(FeedDesk feeds, @Nullable String feed) {
        this.feeds = feeds;
        this.feed = feed;
    }

    boolean isOpen() {
        return feed != null;
    }

    /// @return why it is not taken; null when it is
    @Nullable
    TakRefusal take(CotEvent event, String account, long now) throws InterruptedException {
        if (event.type().startsWith("b-t-f")) {
            return TakRefusal.CHAT;
        }
        if (!CotType.isPlaced(event.type())) {
            return TakRefusal.TYPE;
        }
        if (CotMark.bears(event)) {
            return TakRefusal.OWN_TRACK;
        }
        if (feed == null) {
            return TakRefusal.NO_FEED;
        }
        if (!uids.take(event.uid(), account, now)) {
            return TakRefusal.UID_OF_ANOTHER;
        }
        return feeds.hand(feed, CotXml.bytes(event)) ? null : TakRefusal.NO_FEED;
    }
}
