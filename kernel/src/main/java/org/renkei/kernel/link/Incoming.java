package org.renkei.kernel.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

/// The half of a session that takes the partner's ledger: verifies each batch against its signed checkpoint, hands
/// it to the host to store, and confirms what is durable.
final class Incoming {
    private static final int MAX_WAITING = 4;
    private static final int MAX_SEAL = 64;

    private final LinkTerms terms;
    private final Effects effects;
    private final MerkleTree tree;
    private final Map<Long, Hash> advanced;
    private final List<Batch> waiting = new ArrayList<>();
    private final ArrayDeque<Advanced> advancing = new ArrayDeque<>();
    private boolean storing;
    /// Entries of the tree that are durable; the others are being stored.
    private long durable;

    Incoming(LinkTerms terms, Effects effects) {
        this.terms = terms;
        this.effects = effects;
        this.tree = terms.inbox();
        this.advanced = new HashMap<>(terms.advanced());
        this.durable = tree.size();
    }

    /// A batch of either version, its checkpoint not yet looked at.
    private record Batch(long from, List<LedgerLeaf> leaves, CheckpointText checkpoint) {}

    /// Entries ahead of their turn: those to store, and all positions to confirm once they are durable.
    private static final class Advanced {
        final List<LinkEffect.Received> fresh;
        final Set<Long> positions;
        boolean stored;

        Advanced(List<LinkEffect.Received> fresh, Set<Long> positions) {
            this.fresh = fresh;
            this.positions = positions;
            this.stored = fresh.isEmpty();
        }

        boolean isFresh(long position) {
            return fresh.stream().anyMatch(one -> one.position() == position);
        }
    }

    @FunctionalInterface
    private interface CheckpointText {
        String over(Checkpoint checkpoint);
    }

    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    /// The highest position that is held ahead of its turn, 0 for none.
    long ahead() {
        return advanced.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    void take(LinkFrame.Batch batch) {
        var leaves =
                batch.entries().stream().<LedgerLeaf>map(LedgerLeaf.Whole::new).toList();
        take(new Batch(batch.from(), leaves, checkpoint -> batch.checkpoint()));
    }

    void take(LinkFrame.Columns batch) {
        take(new Batch(batch.from(), ColumnCodec.decode(batch.from(), batch.columns()), batch.signatures()::over));
    }

    private void take(Batch batch) {
        if (!storing) {
            accept(batch);
            return;
        }
        waiting.add(batch);
        if (waiting.size() > MAX_WAITING) {
            effects.close(LinkProblem.MALFORMED, "more batches at once than allowed");
        }
    }

    private void accept(Batch batch) {
        if (batch.leaves().isEmpty() || batch.from() < 1 || batch.from() > tree.size() + 1) {
            effects.close(LinkProblem.MALFORMED, "batch from " + batch.from() + " does not follow " + tree.size());
            return;
        }
        var known = (int) Math.min(batch.leaves().size(), tree.size() + 1 - batch.from());
        for (var index = 0; index < known; index++) {
            if (differs(batch.from() + index, batch.leaves().get(index))) {
                effects.close(LinkProblem.FORK, "entry " + (batch.from() + index) + " came in two forms");
                return;
            }
        }
        if (known == batch.leaves().size()) {
            stored();
        } else {
            append(batch, batch.leaves().subList(known, batch.leaves().size()));
        }
    }

    /// Whether an entry that is here already comes again as another one.
    private boolean differs(long position, LedgerLeaf leaf) {
        var here = tree.leaf(position - 1);
        return switch (leaf) {
            case LedgerLeaf.Whole(var bytes) -> !Hash.ofLeaf(bytes).equals(here);
            case LedgerLeaf.Blank(var hash) -> !hash.equals(here);
            case LedgerLeaf.Held held -> false;
        };
    }

    private void append(Batch batch, List<LedgerLeaf> leaves) {
        var received = new ArrayList<LinkEffect.Received>();
        for (var leaf : leaves) {
            var one = received(tree.size() + 1, leaf);
            var ahead = advanced.remove(one.position());
            if (ahead != null && !ahead.equals(one.leaf())) {
                effects.close(LinkProblem.FORK, "entry " + one.position() + " differs from what came ahead of it");
                return;
            }
            tree.appendHash(one.leaf());
            received.add(one);
        }
        verify(batch, received);
    }

    private void verify(Batch batch, List<LinkEffect.Received> received) {
        var result = new Checkpoint(terms.partnerLedger(), tree.size(), tree.root());
        var text = batch.checkpoint().over(result);
        switch (terms.partnerCheck().verify(text, terms.partnerLedger())) {
            case CheckpointVerdict.Refused(var reason) -> effects.close(LinkProblem.CHECKPOINT_WRONG, reason);
            case CheckpointVerdict.Verified(var checkpoint) -> {
                if (checkpoint.equals(result)) {
                    storing = true;
                    effects.add(new LinkEffect.Store(received, tree.size(), tree.root(), text));
                } else {
                    effects.close(LinkProblem.CHECKPOINT_WRONG, "the checkpoint does not fit the entries");
                }
            }
        }
    }

    private LinkEffect.Received received(long position, LedgerLeaf leaf) {
        return switch (leaf) {
            case LedgerLeaf.Whole(var bytes) -> whole(position, bytes);
            case LedgerLeaf.Blank(var hash) -> new LinkEffect.Received(position, hash, null, null);
            case LedgerLeaf.Held held -> {
                var hash = advanced.get(position);
                if (hash == null) {
                    throw new IllegalArgumentException("entry " + position + " is said to be here and is not");
                }
                yield new LinkEffect.Received(position, hash, null, null);
            }
        };
    }

    private LinkEffect.Received whole(long position, byte[] bytes) {
        var entry = LedgerEntry.decode(bytes);
        if (entry.position() != position || !isOwn(entry)) {
            throw new IllegalArgumentException(
                    "entry " + entry.position() + " is out of place or not the partner's own");
        }
        return new LinkEffect.Received(position, Hash.ofLeaf(bytes), entry, bytes);
    }

    private boolean isOwn(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Release(var position, var form) -> form.origin().equals(terms.partner());
            case LedgerEntry.Recall recall -> true;
        };
    }

    void stored() {
        storing = false;
        durable = tree.size();
        if (!effects.isClosed()) {
            effects.send(new LinkFrame.Ack(tree.size(), tree.root()));
            confirmAdvanced();
            if (!waiting.isEmpty()) {
                accept(waiting.removeFirst());
            }
        }
    }

    /// Urgent entries ahead of their turn; those that are here already are only confirmed again.
    void take(LinkFrame.Advance advance) {
        var fresh = new ArrayList<LinkEffect.Received>();
        var positions = new TreeSet<Long>();
        for (var sealed : advance.entries()) {
            if (sealed.seal().length > MAX_SEAL) {
                throw new IllegalArgumentException("a seal of " + sealed.seal().length + " bytes");
            }
            var position = LedgerEntry.decode(sealed.entry()).position();
            var one = whole(position, sealed.entry()).withSeal(sealed.seal());
            var before = position <= tree.size() ? tree.leaf(position - 1) : advanced.get(position);
            if (before != null && !before.equals(one.leaf())) {
                effects.close(LinkProblem.FORK, "entry " + position + " came in two forms");
                return;
            }
            if (positions.add(position) && before == null) {
                fresh.add(one);
            }
        }
        advancing.add(new Advanced(List.copyOf(fresh), positions));
        if (!fresh.isEmpty()) {
            effects.add(new LinkEffect.StoreAdvanced(List.copyOf(fresh)));
        }
        confirmAdvanced();
    }

    void advancedStored() {
        var done = advancing.stream().filter(one -> !one.stored).findFirst().orElseThrow();
        done.stored = true;
        for (var one : done.fresh) {
            if (one.position() > tree.size()) {
                advanced.put(one.position(), one.leaf());
            }
        }
        confirmAdvanced();
    }

    /// Confirms in the order of arrival, and nothing that is not durable: what has come in its turn meanwhile may
    /// still be on its way to the disk.
    private void confirmAdvanced() {
        while (!effects.isClosed() && !advancing.isEmpty() && isDurable(advancing.getFirst())) {
            var positions = advancing.removeFirst().positions;
            if (!positions.isEmpty()) {
                effects.send(new LinkFrame.AdvanceAck(List.copyOf(positions)));
            }
        }
    }

    private boolean isDurable(Advanced one) {
        return one.stored
                && one.positions.stream().allMatch(at -> at <= durable || at > tree.size() || one.isFresh(at));
    }
}
