package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

/// Gets back what this node once signed and no longer has: it was restored from an older state, or a copy of it ran
/// elsewhere. Nothing is signed until the partner's copy is here, fits what is left of ours, and bears our own
/// signatures; so one position never has two entries.
final class Recovery {
    static final int FRAME_BYTES = 256 * 1024;

    private final LinkTerms terms;
    private final Effects effects;
    private final MerkleTree tree = new MerkleTree();
    private final List<LinkEffect.Received> entries = new ArrayList<>();
    private LinkFrame.@Nullable Hello partner;
    private boolean adopting;

    Recovery(LinkTerms terms, Effects effects) {
        this.terms = terms;
        this.effects = effects;
    }

    /// What the partner said it holds, when it is more, or something else, than we have.
    void begin(LinkFrame.Hello hello) {
        partner = hello;
        effects.send(new LinkFrame.Recover(terms.signed() + 1));
    }

    boolean isUnderWay() {
        return partner != null;
    }

    long heldSize() {
        return partner == null ? 0 : partner.heldSize();
    }

    Hash heldRoot() {
        return partner == null ? Hash.ofEmptyTree() : partner.heldRoot();
    }

    void take(LinkFrame.Recovered frame) {
        if (partner == null || adopting || frame.from() != terms.signed() + entries.size() + 1) {
            throw new IllegalArgumentException("entries given back that nobody asked for");
        }
        for (var leaf : ColumnCodec.decode(frame.from(), frame.columns())) {
            entries.add(received(terms.signed() + entries.size() + 1, leaf));
        }
        var size = terms.signed() + entries.size();
        if (size == partner.heldSize()) {
            finish(partner, frame.signatures());
        } else if (size > partner.heldSize() || !frame.signatures().lines().isEmpty()) {
            throw new IllegalArgumentException("entries given back do not end where the partner said");
        }
    }

    private void finish(LinkFrame.Hello held, SignatureLines signatures) {
        var checkpoint = new Checkpoint(terms.ownLedger(), held.heldSize(), held.heldRoot());
        var root = rootWithPrefix(held);
        switch (terms.ownCheck().verify(signatures.over(checkpoint), terms.ownLedger())) {
            case CheckpointVerdict.Verified(var verified)
            when root.equals(held.heldRoot()) -> {
                adopting = true;
                effects.add(new LinkEffect.Adopt(List.copyOf(entries), held.heldSize(), held.heldRoot()));
            }
            case CheckpointVerdict.Verified verified ->
                effects.close(LinkProblem.FORK, "the partner's copy does not go on from what this node has signed");
            case CheckpointVerdict.Refused(var reason) ->
                effects.close(LinkProblem.FORK, "the partner's copy is not under our signatures: " + reason);
        }
    }

    /// Our own leaves as far as we had signed, then what came back.
    private Hash rootWithPrefix(LinkFrame.Hello held) {
        for (var index = 0L; index < terms.signed(); index++) {
            tree.appendHash(terms.outboxLeaf().apply(index));
        }
        entries.forEach(one -> tree.appendHash(one.leaf()));
        return tree.root(held.heldSize());
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
