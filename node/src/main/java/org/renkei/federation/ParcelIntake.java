package org.renkei.federation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Compression;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;

/// Feeds what a parcel holds to a session with nobody at its other end: everything is verified, stored and confirmed
/// exactly as over a link. What the session would answer is dropped; the next parcel the other way says it.
final class ParcelIntake {
    private static final int SLICE = 64 * 1024;
    /// A parcel of this implementation unfolds to some 200 KiB, or to one entry.
    static final int MAX_UNFOLDED = 16 * 1024 * 1024;
    /// Once so much is given back in a parcel, the rest goes in another.
    private static final long MOST_GIVEN_BACK = 192 * 1024;

    private final LinkStore store;
    private final LinkSession session;
    private final List<Long> questions = new ArrayList<>();
    private final List<Long> answers = new ArrayList<>();
    private final List<LinkFrame.Want> wants = new ArrayList<>();
    private final List<Came> came = new ArrayList<>();
    private final List<LinkFrame> before;
    private final List<LinkFrame> cameBack = new ArrayList<>();
    private final List<LinkFrame> givenBack = new ArrayList<>();
    private long givenBytes;
    private long held;
    private boolean older;
    private boolean adopted;
    private boolean givesBack;
    private boolean takesContents;
    private @Nullable LinkProblem problem;
    private @Nullable String detail;

    /// Bytes of a content that came, or with none why they did not.
    ///
    /// @param kept false when it is not given, or not wanted any more
    record Came(Hash digest, long from, long end, boolean kept) {}

    /// What has to do with entries that one of the two has lost.
    ///
    /// @param held how much the partner holds of our ledger
    /// @param older the partner holds more of our ledger than this node
    /// @param possible whether the partner gives back in parcels what this node lost
    /// @param cameBack what has come back so far, and was not adopted yet
    /// @param next from where on the partner is to give back, 0 when it need not
    /// @param adopted all of it is here again
    /// @param givenBack what the partner lost and asks for
    record Recovering(
            long held,
            boolean older,
            boolean possible,
            List<LinkFrame> cameBack,
            long next,
            boolean adopted,
            List<LinkFrame> givenBack) {}

    /// What a parcel brought.
    ///
    /// @param questions tokens to give back
    /// @param answers tokens of ours that came back
    /// @param takesContents whether its maker exchanges contents of attachments in parcels
    /// @param wants what it asks for of them
    /// @param problem why the two sides are at odds, null when they are not
    record Taken(
            List<Long> questions,
            List<Long> answers,
            Recovering recovering,
            boolean takesContents,
            List<LinkFrame.Want> wants,
            List<Came> came,
            @Nullable LinkProblem problem,
            @Nullable String detail) {}

    private ParcelIntake(LinkStore store, String compression, List<LinkFrame> before) {
        this.store = store;
        this.before = before;
        this.session = new LinkSession(store.terms(ParcelFrames.token(), compression));
        session.opened(0);
    }

    /// @param before what earlier parcels gave back of our own entries
    /// @throws IllegalArgumentException when these are no frames
    static Taken take(LinkStore store, Compressions compressions, byte[] bytes, List<LinkFrame> before)
            throws IOException {
        try (var frames = new FrameReader(new Unfolding(compressions.open(Lane.BULK)))) {
            return new ParcelIntake(store, compressions.name(), before).take(frames, bytes);
        } catch (IllegalStateException e) {
            throw new IOException(e);
        }
    }

    /// How the frames greet, should they begin with a greeting.
    static Optional<LinkFrame.Hello> hello(Compressions compressions, byte[] bytes) {
        try (var frames = new FrameReader(new Unfolding(compressions.open(Lane.BULK)))) {
            var first = frames.read(Arrays.copyOf(bytes, Math.min(SLICE, bytes.length)));
            return !first.isEmpty() && first.getFirst() instanceof LinkFrame.Hello hello
                    ? Optional.of(hello)
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Slice by slice, so that what a few bytes unfold to is gone before the next do.
    private Taken take(FrameReader frames, byte[] bytes) {
        for (var from = 0; from < bytes.length; from += SLICE) {
            var slice = Arrays.copyOfRange(bytes, from, Math.min(from + SLICE, bytes.length));
            frames.read(slice).forEach(this::take);
        }
        var next = older && problem == null ? session.recoversFrom() : 0;
        var recovering = new Recovering(held, older, givesBack, cameBack, next, adopted, givenBack);
        return new Taken(questions, answers, recovering, takesContents, wants, came, problem, detail);
    }

    private void take(LinkFrame frame) {
        switch (frame) {
            case LinkFrame.Ping(var token) -> questions.add(token);
            case LinkFrame.Pong(var token) -> answers.add(token);
            case LinkFrame.Want want -> wants.add(want);
            case LinkFrame.Chunk chunk -> take(chunk);
            case LinkFrame.Lacking(var digest, var code) -> {
                store.attachments().lacking(digest, code);
                came.add(new Came(digest, 0, 0, false));
            }
            case LinkFrame.Hello hello -> {
                takesContents = ParcelFrames.takesContents(hello);
                givesBack = ParcelFrames.givesBack(hello);
                held = hello.heldSize();
                give(Lane.BULK, hello);
                before.forEach(this::takeBack);
            }
            case LinkFrame.Recovered recovered -> takeBack(recovered);
            case LinkFrame.RecoveredAhead ahead -> takeBack(ahead);
            case LinkFrame.Columns columns when columns.from() > session.heldSize() + 1 -> {}
            case LinkFrame.Advance advance -> give(Lane.URGENT, advance);
            case LinkFrame other -> give(Lane.BULK, other);
        }
    }

    /// What follows on what is held is kept; with a gap before it, it comes again.
    private void take(LinkFrame.Chunk chunk) {
        if (problem == null) {
            var kept = store.attachments().store(chunk.digest(), chunk.from(), chunk.total(), chunk.bytes());
            came.add(new Came(chunk.digest(), chunk.from(), chunk.from() + chunk.bytes().length, kept));
        }
    }

    /// Passes over what is not what comes next: it came before, or something is missing before it.
    private void takeBack(LinkFrame frame) {
        var fits = !(frame instanceof LinkFrame.Recovered recovered) || recovered.from() == session.recoversFrom();
        if (older && problem == null && fits) {
            give(Lane.BULK, frame);
            if (frame instanceof LinkFrame.Recovered) {
                cameBack.add(frame);
            }
        }
    }

    private void give(Lane lane, LinkFrame frame) {
        var todo = new ArrayDeque<>(session.received(lane, List.of(frame), 0, 0));
        while (!todo.isEmpty()) {
            switch (todo.removeFirst()) {
                case LinkEffect.Store batch -> {
                    store.store(batch);
                    todo.addAll(session.stored());
                }
                case LinkEffect.StoreAdvanced(var entries) -> {
                    store.storeAdvanced(entries);
                    todo.addAll(session.advancedStored());
                }
                case LinkEffect.Confirmed(var size, var root) -> store.acknowledge(size, root);
                case LinkEffect.Send(var onto, var answer) -> answer(answer);
                case LinkEffect.Close(var why, var what) -> {
                    problem = why;
                    detail = what;
                }
                case LinkEffect.Established established -> {}
                case LinkEffect.ReadOutbox read -> {}
                case LinkEffect.ReadUrgent read -> {}
                case LinkEffect.Receipted receipted -> {}
                case LinkEffect.ReadInbox(var from, var maxBytes)
                when givenBytes < MOST_GIVEN_BACK -> {
                    var here = store.readInbox(from, maxBytes);
                    todo.addAll(session.inboxRead(from, here.leaves(), here.checkpoint(), here.ahead()));
                }
                case LinkEffect.ReadInbox later -> {}
                case LinkEffect.Adopt adopt -> {
                    var size = store.adopt(adopt);
                    adopted = true;
                    older = false;
                    cameBack.clear();
                    todo.addAll(session.adopted(size));
                }
                case LinkEffect.StoreParcel parcel -> {}
                case LinkEffect.ReadParcels read -> {}
                case LinkEffect.ParcelTaken taken -> {}
                case LinkEffect.Witness witness -> {}
                case LinkEffect.TakeCosigned taken -> {}
                case LinkEffect.Traced traced -> {}
                case LinkEffect.OfAttachment attachment -> {}
            }
        }
    }

    private void answer(LinkFrame frame) {
        switch (frame) {
            case LinkFrame.Recover asked -> older = true;
            case LinkFrame.Recovered back -> {
                givenBack.add(back);
                givenBytes += back.columns().length;
            }
            case LinkFrame.RecoveredAhead back -> givenBack.add(back);
            case LinkFrame other -> {}
        }
    }

    /// Lets the frames of one parcel unfold to so much and no more.
    private static final class Unfolding implements Compression {
        private final Compression inner;
        private int left = MAX_UNFOLDED;

        private Unfolding(Compression inner) {
            this.inner = inner;
        }

        @Override
        public byte[] compress(byte[] frame) {
            return inner.compress(frame);
        }

        @Override
        public byte[] decompress(byte[] packed, int maxSize) {
            var frame = inner.decompress(packed, Math.min(maxSize, left));
            left -= frame.length;
            return frame;
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
