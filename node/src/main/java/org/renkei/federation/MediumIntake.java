package org.renkei.federation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.renkei.federation.MediumDesk.Imported;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;

/// Feeds the content of a medium to a session that has nobody at its other end: everything is verified, stored and
/// confirmed exactly as over a link, and what the session would answer is dropped.
final class MediumIntake {
    private static final int CHUNK = 64 * 1024;
    private static final int HELLO_CHUNK = 1024;

    private final LinkStore store;
    private final LinkSession session;
    private final FrameReader frames;
    private final long before;
    private long first;
    private long last;
    private long confirmed;

    private MediumIntake(LinkStore store, FrameReader frames, String compression) {
        this.store = store;
        this.frames = frames;
        var terms = store.terms(new byte[] {1}, compression);
        this.before = terms.inbox().size();
        this.session = new LinkSession(terms);
        session.opened(0);
    }

    /// Takes in what a medium brought, while no conversation with its origin is under way.
    static Imported take(Links links, Compressions compressions, InputStream content) throws IOException {
        try (var frames = new FrameReader(compressions.open(Lane.BULK))) {
            var buffer = new byte[HELLO_CHUNK];
            for (var count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                var read = frames.read(Arrays.copyOf(buffer, count));
                if (!read.isEmpty() && read.getFirst() instanceof LinkFrame.Hello hello) {
                    var next = read.subList(1, read.size());
                    return links.alone(
                            hello.node(),
                            "medium",
                            store -> new MediumIntake(store, frames, compressions.name()).take(hello, next, content));
                } else if (!read.isEmpty()) {
                    break;
                }
            }
        }
        throw new Problem(Category.UNPROCESSABLE, "the medium says nothing", "媒体に内容がありません");
    }

    private Imported take(LinkFrame.Hello hello, List<LinkFrame> next, InputStream in) throws IOException {
        give(List.of(hello));
        give(next);
        var buffer = new byte[CHUNK];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            give(read(Arrays.copyOf(buffer, count)));
        }
        var added = session.heldSize() - before;
        return new Imported(hello.node(), first, last, added, confirmed);
    }

    private List<LinkFrame> read(byte[] chunk) {
        try {
            return frames.read(chunk);
        } catch (RuntimeException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private void give(List<LinkFrame> some) {
        for (var frame : some) {
            if (frame instanceof LinkFrame.Chunk(var digest, var from, var total, var bytes)) {
                store.attachments().takeIn(digest, from, total, bytes);
                continue;
            }
            if (frame instanceof LinkFrame.Columns columns) {
                follow(columns);
            }
            carryOut(session.received(Lane.BULK, List.of(frame), 0, 0));
        }
        last = Math.max(last, session.heldSize());
    }

    private void follow(LinkFrame.Columns columns) {
        if (first == 0) {
            first = columns.from();
        }
        if (columns.from() > session.heldSize() + 1) {
            throw new Problem(
                    Category.CONFLICT,
                    "this medium goes on from entry " + columns.from() + ", but this node holds only "
                            + session.heldSize() + ": ask for one since " + session.heldSize(),
                    "この媒体は " + columns.from() + " 件目からですが、このノードが持つのは " + session.heldSize() + " 件までです。"
                            + session.heldSize() + " 件目以降の媒体を受け取ってください");
        }
    }

    private void carryOut(List<LinkEffect> effects) {
        var todo = new ArrayDeque<>(effects);
        while (!todo.isEmpty()) {
            switch (todo.removeFirst()) {
                case LinkEffect.Store batch -> {
                    store.store(batch);
                    todo.addAll(session.stored());
                }
                case LinkEffect.Confirmed(var size, var root) -> {
                    store.acknowledge(size, root);
                    confirmed = size;
                }
                case LinkEffect.Close(var problem, var detail) -> throw refused(problem.code() + ": " + detail);
                case LinkEffect.Send send -> {}
                case LinkEffect.StoreParcel parcel -> {}
                case LinkEffect.ReadParcels read -> {}
                case LinkEffect.ParcelTaken taken -> {}
                case LinkEffect.Witness witness -> {}
                case LinkEffect.TakeCosigned taken -> {}
                case LinkEffect.Traced traced -> {}
                case LinkEffect.Established established -> {}
                case LinkEffect.ReadOutbox read -> {}
                case LinkEffect.ReadUrgent read -> {}
                case LinkEffect.StoreAdvanced advanced -> {}
                case LinkEffect.Receipted receipted -> {}
                case LinkEffect.ReadInbox read -> {}
                case LinkEffect.Adopt adopt -> {}
                case LinkEffect.OfAttachment of -> {}
            }
        }
    }

    private static Problem refused(String why) {
        return new Problem(
                Category.UNPROCESSABLE,
                "the medium is not in order (" + why + "); what came before that place was taken, nothing after it",
                "媒体に問題があります（" + why + "）。その手前までを取り込み、以降は取り込んでいません");
    }
}
