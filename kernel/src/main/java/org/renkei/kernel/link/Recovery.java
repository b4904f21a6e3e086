package org.renkei.kernel.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

/// Gets back what this node once signed and no longer has: it was restored from an older state, or a copy of it ran
/// elsewhere. Nothing is signed until the partner's copy is here, fits what is left of ours, and bears our own
/// signatures, or, for entries that went ahead of their turn, our seals; so one position never has two entries.
final class Recovery {
    static final int FRAME_BYTES = 256 * 1024;

    private final LinkTerms terms;
    private final Effects effects;
    private final MerkleTree tree = new MerkleTree();
    private final List<LinkEffect.Received> entries = new ArrayList<>();
    private final List<LinkFrame.Ahead> ahead = new ArrayList<>();
    private LinkFrame.@Nullable Hello partner;
    private boolean adopting;

    Recovery(LinkTerms terms, Effects effects) {
        this.terms = terms;
        this.effects = effects;
    }

    /// What is given back, in frames of no more than about [#FRAME_BYTES].
    static List<LinkFrame> frames(List<LinkFrame.Ahead> entries) {
        var frames = new ArrayList<LinkFrame>();
        var some = new ArrayList<LinkFrame.Ahead>();
        var bytes = 0;
        for (var one : entries) {
            some.add(one);
            bytes += one.entry().length + one.seal().length;
            if (bytes >= FRAME_BYTES) {
                frames.add(new LinkFrame.RecoveredAhead(some));
                some.clear();
                bytes = 0;
            }
        }
        if (!some.isEmpty()) {
            frames.add(new LinkFrame.RecoveredAhead(some));
        }
        return frames;
    }

    /// What the partner said it holds, when it is more, or something else, than we have.
    void begin(LinkFrame.Hello hello) {
        partner = hello;
        effects.send(new LinkFrame.Recover(terms.signed() + 1));
    }

    /// From where on entries are to be given back, 0 when none are.
    long next() {
        return partner == null || adopting ? 0 : terms.signed() + entries.size() + 1;
    }

    long heldSize() {
        return partner == null ? 0 : partner.heldSize();
    }

    Hash heldRoot() {
        return partner == null ? Hash.ofEmptyTree() : partner.heldRoot();
    }

    void take(LinkFrame.RecoveredAhead frame) {
        if (partner == null || adopting) {
            throw new IllegalArgumentException("entries given back that nobody asked for");
        }
        for (var one : frame.entries()) {
            var last = ahead.isEmpty()
                    ? Math.max(terms.signed(), partner.heldSize())
                    : ahead.getLast().position();
            if (one.position() > last) {
                ahead.add(one);
            } else if (one.position() > terms.signed()) {
                throw new IllegalArgumentException("entries given back out of order");
            }
        }
    }

    void take(LinkFrame.Recovered frame) {
        if (partner == null || adopting || frame.from() != terms.signed() + entries.size() + 1) {
            throw new IllegalArgumentException("entries given back that nobody asked for");
        }
        for (var leaf : ColumnCodec.decode(frame.from(), frame.columns())) {
            entries.add(received(terms.signed() + entries.size() + 1, leaf));
        }
        var size = terms.signed() + entries.size();
        var wanted = Math.max(terms.signed(), partner.heldSize());
        if (size == wanted) {
            finish(partner, frame.signatures());
        } else if (size > wanted || !frame.signatures().lines().isEmpty()) {
            throw new IllegalArgumentException("entries given back do not end where the partner said");
        }
    }

    private void finish(LinkFrame.Hello held, SignatureLines signatures) {
        if (entries.isEmpty() || isOurs(held, signatures)) {
            adopting = addAhead();
        }
        if (adopting) {
            var size = terms.signed() + entries.size();
            effects.add(new LinkEffect.Adopt(List.copyOf(entries), size, root(size)));
        }
    }

    /// Whether what came back goes on from what we have signed, under our own signatures.
    private boolean isOurs(LinkFrame.Hello held, SignatureLines signatures) {
        var checkpoint = new Checkpoint(terms.ownLedger(), held.heldSize(), held.heldRoot());
        var root = root(held.heldSize());
        return switch (terms.ownCheck().verify(signatures.over(checkpoint), terms.ownLedger())) {
            case CheckpointVerdict.Verified(var verified) when root.equals(held.heldRoot()) -> true;
            case CheckpointVerdict.Verified verified -> {
                effects.close(LinkProblem.FORK, "the partner's copy does not go on from what this node has signed");
                yield false;
            }
            case CheckpointVerdict.Refused(var reason) -> {
                effects.close(LinkProblem.FORK, "the partner's copy is not under our signatures: " + reason);
                yield false;
            }
        };
    }

    /// Entries that went ahead of their turn keep their positions; those between, which never left, are filled.
    private boolean addAhead() {
        for (var one : ahead) {
            var seal = terms.seal().over(terms.ownLedger(), one.position(), one.leaf());
            var whole = one.entry().length > 0;
            if (!MessageDigest.isEqual(seal, one.seal())
                    || whole && !Hash.ofLeaf(one.entry()).equals(one.leaf())) {
                effects.close(LinkProblem.FORK, "the partner's entry " + one.position() + " is not ours");
                return false;
            }
            while (terms.signed() + entries.size() + 1 < one.position()) {
                entries.add(filler(terms.signed() + entries.size() + 1));
            }
            entries.add(received(
                    one.position(), whole ? new LedgerLeaf.Whole(one.entry()) : new LedgerLeaf.Blank(one.leaf())));
        }
        return true;
    }

    /// Recalls a record that there never was.
    private LinkEffect.Received filler(long position) {
        var name = terms.ownLedger() + "#" + position;
        var recall = new LedgerEntry.Recall(position, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        var bytes = recall.encode();
        return new LinkEffect.Received(position, Hash.ofLeaf(bytes), recall, bytes);
    }

    /// Over our own leaves as far as we had signed, then what came back.
    private Hash root(long size) {
        for (var index = tree.size(); index < size; index++) {
            tree.appendHash(
                    index < terms.signed()
                            ? terms.outboxLeaf().apply(index)
                            : entries.get((int) (index - terms.signed())).leaf());
        }
        return tree.root(size);
    }

    private LinkEffect.Received received(long position, LedgerLeaf leaf) {
        return switch (leaf) {
            case LedgerLeaf.Whole(var bytes) -> {
                var entry = LedgerEntry.decode(bytes);
                if (entry.position() != position) {
                    throw new IllegalArgumentException("entry " + entry.position() + " given back out of place");
                }
                yield new LinkEffect.Received(position, Hash.ofLeaf(bytes), entry, bytes);
            }
            case LedgerLeaf.Blank(var hash) -> new LinkEffect.Received(position, hash, null, null);
            case LedgerLeaf.Held held -> throw new IllegalArgumentException("an entry given back without its hash");
        };
    }
}
