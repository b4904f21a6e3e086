package org.renkei.tak;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.FeedDesk;
import org.renkei.identity.Caller;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMark;
import org.renkei.kernel.cot.CotType;
import org.renkei.kernel.cot.CotXml;

/// Takes what clients send into the one feed that is theirs. Nothing goes from here to another client: what becomes of
/// it is given out by the picture, under the label of that feed.
final class TakEntry {
    private static final int MOST_CERTIFICATES = 10_000;

    private final FeedDesk feeds;
    private final @Nullable String feed;
    private final TakUids uids = new TakUids();
    private final Map<Caller.Means, Set<String>> own = new ConcurrentHashMap<>();

    /// @param feed null where nothing is taken in
    TakEntry(FeedDesk feeds, @Nullable String feed) {
        this.feeds = feeds;
        this.feed = feed;
    }

    boolean isOpen() {
        return feed != null;
    }

    /// What comes from one certificate, whenever it was connected: it is not given back to it.
    Set<String> own(Caller.Means certificate) {
        if (own.size() > MOST_CERTIFICATES) {
            own.clear();
        }
        return own.computeIfAbsent(certificate, first -> ConcurrentHashMap.newKeySet());
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
