package org.renkei.kernel.link;

import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// The half of a session that carries contents of attachments, both ways. The receiver drives: it asks for one range
/// at a time, made to fit what the link carries in about three seconds, so that nothing ever waits long behind it; the
/// sender gives it only while no ledger entry waits to be sent. Nothing that is wrong with a content ends the session:
/// it is given up, and the ledger goes on.
public final class Fetching {
    /// The most bytes of one Chunk.
    public static final int MOST_CHUNK = 64 * 1024;

    /// Said of a content that does not fit what its record says of it.
    public static final String DAMAGED = "damaged";

    /// The partner may not have it, or it is not there: never said which.
    public static final String NOT_AVAILABLE = "not-available";

    /// The partner may have it, and it is larger than its holder gives out.
    public static final String TOO_LARGE = "too-large";

    /// The partner may have it, and it is larger than its holder gives out by way of others.
    public static final String TOO_LARGE_TO_RELAY = "too-large-to-relay";

    /// Said of a content whose holder gives nothing by way of others: it is an older node.
    public static final String NOT_RELAYED = "not-relayed";

    static final int LEAST_RANGE = 16 * 1024;
    static final int MOST_RANGE = 1024 * 1024;
    private static final int RANGE_MILLIS = 3_000;
    private static final int GROWTH = 4;
    private static final long ASK_AGAIN_MILLIS = 60_000;
    /// A refusal takes this long whatever it took to find out: its time says as little as its words.
    private static final long REFUSAL_MILLIS = 250;

    private final Effects effects;
    private final Outgoing outgoing;

    private boolean ready;
    private long now;
    private long askedAt;
    private boolean asking;
    private boolean askAgain;
    private int rangeBytes = LEAST_RANGE;
    private @Nullable Range range;

    private @Nullable Asked asked;
    private boolean reading;
    private long askedOfUsAt;
    private LinkFrame.@Nullable Lacking refusal;

    Fetching(Effects effects, Outgoing outgoing) {
        this.effects = effects;
        this.outgoing = outgoing;
    }

    /// A content this node wants, from its first missing byte on.
    public record Wanted(Hash digest, long from, long total) {}

    /// What is under way to us.
    private static final class Range {
        final Hash digest;
        final long from;
        final long upTo;
        final long total;
        final long began;
        long next;
        boolean kept = true;

        Range(Wanted wanted, int bytes, long began) {
            this.digest = wanted.digest();
            this.from = wanted.from();
            this.next = from;
            this.total = wanted.total();
            this.upTo = Math.min(total, from + bytes);
            this.began = began;
        }

        boolean fits(LinkFrame.Chunk chunk) {
            var length = chunk.bytes().length;
            return chunk.total() == total
                    && chunk.from() == next
                    && length > 0
                    && length <= MOST_CHUNK
                    && length <= upTo - next;
        }
    }

    /// What the partner asked for, from its next byte on.
    private record Asked(Hash digest, long from, long upTo) {
        boolean begins(Hash other, long at) {
            return digest.equals(other) && from == at;
        }
    }

    void begin(int version) {
        ready = version > 1;
        ask();
    }

    void tick(long time) {
        now = time;
        var due = refusal;
        if (due != null && now - askedOfUsAt >= REFUSAL_MILLIS) {
            refusal = null;
            askedOfUsAt = now;
            effects.send(due);
        }
        if (now - askedAt >= ASK_AGAIN_MILLIS) {
            ask();
        }
    }

    /// There is, or may be, something more to fetch.
    public void grew() {
        ask();
    }

    /// What a [LinkEffect.NextWanted] asked for.
    ///
    /// @param next null when nothing is wanted of the partner
    public void wanted(@Nullable Wanted next) {
        asking = false;
        if (next != null) {
            askAgain = false;
            range = new Range(next, rangeBytes, now);
            effects.send(new LinkFrame.Want(next.digest(), next.from(), range.upTo));
        } else if (askAgain) {
            askAgain = false;
            ask();
        }
    }

    /// A [LinkEffect.StoreChunk] that ends at `end` was carried out. What follows in the range is on its way, kept or
    /// not: nothing else is asked for before it has come, or it would be taken for what was asked for then.
    ///
    /// @param kept false when it is not wanted any more, or was found to be damaged
    public void chunkStored(Hash digest, long end, boolean kept) {
        var here = range;
        if (here == null || !here.digest.equals(digest) || end <= here.from) {
            return;
        }
        here.kept &= kept;
        if (end < here.upTo) {
            return;
        }
        if (here.kept) {
            fit(here);
        }
        range = null;
        ask();
    }

    /// A [LinkEffect.NoteLacking] was carried out.
    public void lackingNoted() {
        ask();
    }

    /// What a [LinkEffect.ReadAttachment] asked for.
    public void read(Hash digest, long from, long total, byte[] bytes) {
        reading = false;
        var here = asked;
        if (here == null || !here.begins(digest, from)) {
            return;
        }
        effects.send(new LinkFrame.Chunk(digest, from, total, bytes));
        var next = from + bytes.length;
        asked = next < Math.min(here.upTo(), total) ? new Asked(digest, next, here.upTo()) : null;
    }

    /// What a [LinkEffect.ReadAttachment] asked for is not for the partner, or not here. It is said also when
    /// something else was asked for since, which then waits: asking quickly is no way round the delay.
    public void lacks(Hash digest, long from, String code) {
        reading = false;
        refusal = new LinkFrame.Lacking(digest, code);
        if (asked != null && asked.begins(digest, from)) {
            asked = null;
        }
    }

    /// A new one takes the place of the one before, and is looked at once a refusal that is due has been said.
    void take(LinkFrame.Want want, long time) {
        if (want.upTo() <= want.from() || want.upTo() - want.from() > MOST_RANGE) {
            throw new IllegalArgumentException("a range of " + want.from() + " to " + want.upTo());
        }
        now = time;
        if (refusal == null) {
            askedOfUsAt = time;
        }
        asked = new Asked(want.digest(), want.from(), want.upTo());
    }

    void take(LinkFrame.Chunk chunk, long time) {
        now = time;
        var here = range;
        if (here == null || !here.digest.equals(chunk.digest())) {
            return;
        }
        if (here.fits(chunk)) {
            here.next += chunk.bytes().length;
            effects.add(new LinkEffect.StoreChunk(chunk.digest(), chunk.from(), chunk.total(), chunk.bytes()));
        } else {
            giveUp(chunk.digest(), DAMAGED);
        }
    }

    void take(LinkFrame.Lacking lacking) {
        if (range != null && range.digest.equals(lacking.digest())) {
            giveUp(lacking.digest(), lacking.code());
        }
    }

    /// Gives what was asked for, unless ledger entries wait.
    void pump() {
        if (ready && asked != null && !reading && refusal == null && outgoing.isCaughtUp() && !effects.isClosed()) {
            reading = true;
            var bytes = (int) Math.min(MOST_CHUNK, asked.upTo() - asked.from());
            effects.add(new LinkEffect.ReadAttachment(asked.digest(), asked.from(), bytes));
        }
    }

    private void giveUp(Hash digest, String code) {
        range = null;
        effects.add(new LinkEffect.NoteLacking(digest, code));
    }

    private void ask() {
        askAgain |= asking;
        if (ready && !asking && range == null && !effects.isClosed()) {
            asking = true;
            askedAt = now;
            effects.add(new LinkEffect.NextWanted());
        }
    }

    /// The next range takes about three seconds, if the link stays as it was.
    private void fit(Range done) {
        if (done.upTo - done.from == rangeBytes) {
            var wanted = (long) rangeBytes * RANGE_MILLIS / Math.max(1, now - done.began);
            rangeBytes = (int) Math.clamp(Math.min(wanted, (long) rangeBytes * GROWTH), LEAST_RANGE, MOST_RANGE);
        }
    }
}
