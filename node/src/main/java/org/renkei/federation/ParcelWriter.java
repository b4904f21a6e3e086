package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.ledger.LedgerMarks;

/// Writes the parcels for one partner: every one says how much is held here and answers what the partner asked. Owned
/// by [RelayedLink].
final class ParcelWriter {
    private static final int MAX_ANSWERS = 64;

    private final ParcelFrames frames;
    private final ParcelMaker maker;
    private final Clock clock;
    private final List<Long> owed = new ArrayList<>();
    private @Nullable LinkProblem farewell;
    private long lastToken;

    ParcelWriter(ParcelFrames frames, ParcelMaker maker, Clock clock) {
        this.frames = frames;
        this.maker = maker;
        this.clock = clock;
    }

    /// Tokens to give back with the next parcel.
    void owe(List<Long> questions) {
        owed.addAll(questions);
        while (owed.size() > MAX_ANSWERS) {
            owed.removeFirst();
        }
    }

    boolean owes() {
        return !owed.isEmpty();
    }

    /// The next parcel says why nothing more is taken.
    void bidFarewell(LinkProblem why) {
        farewell = why;
    }

    /// Milliseconds, doubled, odd for an urgent parcel; always above the ones before.
    long token(boolean urgent) {
        var token = Math.max(clock.millis() * 2, lastToken + 1);
        lastToken = token % 2 == 0 == urgent ? token + 1 : token;
        return lastToken;
    }

    long lastToken() {
        return lastToken;
    }

    /// False, and nothing is done, when something was recalled or held since the mark.
    ///
    /// @param question a token to be given back, negative for none
    boolean post(List<? extends LinkFrame> content, long question, boolean urgent, LedgerMarks.@Nullable Mark mark)
            throws IOException {
        var all = new ArrayList<LinkFrame>();
        all.add(frames.hello());
        owed.forEach(token -> all.add(new LinkFrame.Pong(token)));
        if (question >= 0) {
            all.add(new LinkFrame.Ping(question));
        }
        if (farewell != null) {
            all.add(new LinkFrame.Goodbye(farewell.code()));
        }
        all.addAll(content);
        if (!maker.post(frames.encode(all), urgent, mark)) {
            return false;
        }
        owed.clear();
        farewell = null;
        return true;
    }
}
