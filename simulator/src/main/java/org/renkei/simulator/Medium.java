package org.renkei.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;

/// A ledger on its way without a link: greeting and batches, sealed to the recipient. On a removable medium and in
/// a parcel it is the same.
///
/// @param sealed what anybody between the two sees
/// @param entries what is in it, for a host with a fault
record Medium(int from, int to, byte[] sealed, List<byte[]> entries) {
    private static final int BATCH = 5;

    /// Null when nothing may be signed for the recipient yet.
    static @Nullable Medium export(SimNode from, SimNode to, Desks desks) {
        var ledger = from.store().ledger(to.index());
        if (ledger.mustHear && !desks.flaws().have(Mutant.NO_RECOVERY)) {
            return null;
        }
        var copy = from.store().copy(to.index());
        var tree = copy.tree();
        var frames = new FrameWriter(null);
        var plain = new java.io.ByteArrayOutputStream();
        var news = from.keys().with(from, to, desks.flaws(), false);
        plain.writeBytes(
                frames.encode(hello(from, to, tree.size(), tree.root(), news.statements(), news.known()), false));
        var cleared = new HashSet<String>();
        var entries = new ArrayList<byte[]>();
        var next = Math.min(ledger.acknowledged, ledger.told) + 1;
        while (next <= ledger.size()) {
            var batch = desks.read(from, to, next, BATCH, cleared);
            if (batch.leaves().isEmpty()) {
                return null;
            }
            plain.writeBytes(frames.encode(LinkFrame.Columns.of(next, batch.leaves(), batch.checkpoint()), false));
            for (var leaf : batch.leaves()) {
                if (leaf instanceof LedgerLeaf.Whole(var bytes)) {
                    entries.add(bytes);
                }
            }
            next += batch.leaves().size();
        }
        desks.watch().left(from.index(), to.index(), plain.toByteArray(), cleared);
        entries.forEach(entry -> desks.watch().said(from.index(), to.index(), entry, cleared));
        return sealed(from.index(), to.index(), plain.toByteArray(), entries, desks);
    }

    /// Anybody can seal to a node, and write whatever name in front; only the signatures tell.
    ///
    /// @param successions what it says of new keys
    static Medium forged(
            SimNode from,
            SimNode to,
            byte[] entry,
            String checkpoint,
            long position,
            List<byte[]> successions,
            Desks desks) {
        var frames = new FrameWriter(null);
        var plain = new java.io.ByteArrayOutputStream();
        plain.writeBytes(frames.encode(hello(from, to, 0, Hash.ofEmptyTree(), successions, new byte[0]), false));
        var leaves = List.<LedgerLeaf>of(new LedgerLeaf.Whole(entry));
        plain.writeBytes(frames.encode(LinkFrame.Columns.of(position, leaves, checkpoint), false));
        return sealed(from.index(), to.index(), plain.toByteArray(), List.of(entry), desks);
    }

    private static LinkFrame.Hello hello(
            SimNode from, SimNode to, long held, Hash root, List<byte[]> successions, byte[] known) {
        return new LinkFrame.Hello(
                LinkSession.VERSIONS,
                from.id().toString(),
                to.id().toString(),
                held,
                root,
                "",
                new byte[] {1},
                0,
                successions,
                known);
    }

    /// What was in a parcel that has come, whoever it says it is from.
    static Medium arrived(int from, int to, byte[] plain) {
        return new Medium(from, to, Seal.seal(plain, to), List.of());
    }

    private static Medium sealed(int from, int to, byte[] plain, List<byte[]> entries, Desks desks) {
        var bytes = Seal.seal(plain, to);
        desks.watch().sealed(bytes);
        return new Medium(from, to, bytes, entries);
    }

    /// Null when it was altered.
    byte @Nullable [] open() {
        return Seal.open(sealed, to);
    }

    /// Takes it in with nobody at the other end of the session; answers what went wrong, or nothing.
    String take(SimNode recipient, SimNode origin, Desks desks, boolean again) {
        var plain = open();
        if (plain == null) {
            return "altered";
        }
        var talk = recipient.talk(from);
        if (talk != null) {
            talk.broke();
        }
        List<LinkFrame> frames;
        try {
            frames = new FrameReader(null).read(plain);
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
        if (again && desks.flaws().have(Mutant.MEDIUM_TWICE)) {
            entries.forEach(
                    bytes -> recipient.store().copy(from).applyBlindly(LedgerEntry.decode(bytes), recipient.now()));
        }
        var session = new LinkSession(desks.terms(recipient, origin, new byte[] {1}, false));
        session.opened(0);
        for (var frame : frames) {
            if (frame instanceof LinkFrame.Columns columns && columns.from() > session.heldSize() + 1) {
                return "it does not follow what is here";
            }
            var todo = new ArrayDeque<>(session.received(Lane.BULK, List.of(frame), 0, 0));
            while (!todo.isEmpty()) {
                switch (todo.removeFirst()) {
                    case LinkEffect.Store batch -> {
                        desks.store(recipient, origin, batch);
                        recipient.store().copy(from).byMedium = batch.size();
                        todo.addAll(session.stored());
                    }
                    case LinkEffect.Confirmed(var size, var root) -> desks.toldByMedium(recipient, origin, size, root);
                    case LinkEffect.Close(var problem, var detail) -> {
                        desks.closed(recipient, origin, problem, detail);
                        return problem.code() + ": " + detail;
                    }
                    case LinkEffect other -> {}
                }
            }
        }
        return "";
    }
}
