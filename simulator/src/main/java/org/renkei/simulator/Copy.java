package org.renkei.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.SharedRecord;

/// The durable copy of one partner's ledger, and what is held of its records by it.
final class Copy {
    /// `record` is null where only the leaf hash came, `bytes` also once the content may no longer be kept.
    record Row(Hash leaf, @Nullable UUID record, boolean recall, byte @Nullable [] bytes, byte[] seal) {
        Row emptied() {
            return new Row(leaf, record, recall, null, seal);
        }
    }

    /// `applied` is the highest position that took effect, `form` null when nothing may be held.
    record State(long applied, long recalled, @Nullable SharedRecord form) {
        static final State NOTHING = new State(0, 0, null);
    }

    private static final byte[] UNSEALED = new byte[0];

    final List<Row> rows = new ArrayList<>();
    final TreeMap<Long, Row> advanced = new TreeMap<>();
    final Map<UUID, State> states = new HashMap<>();
    Parts parts = new Parts();
    String checkpoint = "";
    /// How many of its entries each key may have signed by which the partner went before the present one.
    final List<Long> terms = new ArrayList<>();
    boolean damaged;
    /// How far a medium has brought it: what was under way in a session meanwhile may differ.
    long byMedium;

    Copy copy() {
        var copy = new Copy();
        copy.rows.addAll(rows);
        copy.advanced.putAll(advanced);
        copy.states.putAll(states);
        copy.parts = parts.copy();
        copy.checkpoint = checkpoint;
        copy.terms.addAll(terms);
        copy.damaged = damaged;
        copy.byMedium = byMedium;
        return copy;
    }

    MerkleTree tree() {
        var tree = new MerkleTree();
        rows.forEach(row -> tree.appendHash(row.leaf()));
        return tree;
    }

    Map<Long, Hash> advancedLeaves() {
        var leaves = new TreeMap<Long, Hash>();
        advanced.forEach((position, row) -> leaves.put(position, row.leaf()));
        return leaves;
    }

    boolean holds(long position) {
        return position <= rows.size() || advanced.containsKey(position);
    }

    void store(LinkEffect.Store batch, Instant now, Flaws flaws) {
        Divergence.unless(
                batch.size() == rows.size() + batch.entries().size(),
                "every position once",
                "a batch up to " + batch.size() + " is stored behind " + rows.size());
        for (var one : batch.entries()) {
            var early = advanced.remove(one.position());
            if (early != null) {
                Divergence.unless(
                        early.leaf().equals(one.leaf()), "urgent once", "entry " + one.position() + " came twice");
                rows.add(early);
            } else {
                rows.add(row(one));
                apply(one, now, flaws);
            }
        }
        checkpoint = batch.checkpoint();
    }

    /// Only the cursor, for a host that does things in the wrong order.
    void storeCursorOnly(LinkEffect.Store batch) {
        for (var one : batch.entries()) {
            advanced.remove(one.position());
            rows.add(new Row(one.leaf(), null, false, null, UNSEALED));
        }
        checkpoint = batch.checkpoint();
    }

    void storeAdvanced(List<LinkEffect.Received> ahead, Instant now, Flaws flaws) {
        for (var one : ahead) {
            if (!holds(one.position()) && one.entry() != null) {
                advanced.put(one.position(), row(one));
                apply(one, now, flaws);
            }
        }
    }

    void apply(LinkEffect.Received one, Instant now, Flaws flaws) {
        switch (one.entry()) {
            case LedgerEntry.Release(var position, var form) -> release(position, form, now, flaws);
            case LedgerEntry.Recall(var position, var record) -> recall(position, record, flaws);
            case null -> {}
        }
    }

    private void release(long position, SharedRecord form, Instant now, Flaws flaws) {
        var id = form.id();
        var state = states.getOrDefault(id, State.NOTHING);
        var ended = hasEnded(form, now) && !flaws.have(Mutant.END_IGNORED);
        if (position < state.applied() && !flaws.have(Mutant.ADVANCE_OVER_LATER)) {
            if (ended || position < state.recalled() || state.form() == null) {
                emptyBefore(id, position + 1);
            }
        } else if (ended) {
            become(id, new State(position, state.recalled(), null), false);
            emptyBefore(id, position + 1);
        } else {
            become(id, new State(position, state.recalled(), form), false);
        }
    }

    private void recall(long position, UUID id, Flaws flaws) {
        var state = states.getOrDefault(id, State.NOTHING);
        var recalled = Math.max(position, state.recalled());
        if (flaws.have(Mutant.RECALL_IGNORED)) {
            become(id, new State(state.applied(), recalled, state.form()), false);
            return;
        }
        var newest = position > state.applied() || flaws.have(Mutant.ADVANCE_OVER_LATER);
        become(
                id,
                newest ? new State(position, recalled, null) : new State(state.applied(), recalled, state.form()),
                flaws.have(Mutant.CONTENT_KEPT));
        emptyBefore(id, position);
    }

    /// What the form listed and no other does goes in the same transaction.
    private void become(UUID id, State next, boolean keepsContents) {
        var before = states.put(id, next);
        parts.relist(before == null ? null : before.form(), next.form(), states.values(), keepsContents);
    }

    /// For a host with a fault: as if nothing had ever come after this entry.
    void applyBlindly(LedgerEntry entry, Instant now) {
        switch (entry) {
            case LedgerEntry.Release(var position, var form) -> {
                if (!hasEnded(form, now)) {
                    become(form.id(), new State(position, 0, form), false);
                }
            }
            case LedgerEntry.Recall(var position, var record) ->
                become(record, new State(position, position, null), false);
        }
    }

    void removeEnded(Instant now) {
        for (var id : List.copyOf(states.keySet())) {
            var state = states.getOrDefault(id, State.NOTHING);
            if (state.form() != null && hasEnded(state.form(), now)) {
                become(id, new State(state.applied(), state.recalled(), null), false);
                emptyBefore(id, Long.MAX_VALUE);
            }
        }
    }

    static boolean hasEnded(SharedRecord form, Instant now) {
        var until = form.until();
        return until != null && !until.isAfter(now);
    }

    private void emptyBefore(UUID id, long position) {
        for (var index = 0; index < rows.size() && index + 1 < position; index++) {
            var row = rows.get(index);
            if (id.equals(row.record()) && !row.recall() && row.bytes() != null) {
                rows.set(index, row.emptied());
            }
        }
        for (var entry : advanced.headMap(position).entrySet()) {
            if (id.equals(entry.getValue().record()) && !entry.getValue().recall()) {
                entry.setValue(entry.getValue().emptied());
            }
        }
    }

    /// Entries to give back, and whether the last one is among them.
    List<LedgerLeaf> read(long from, int most) {
        var leaves = new ArrayList<LedgerLeaf>();
        for (var index = (int) from - 1; index < rows.size() && leaves.size() < most; index++) {
            var bytes = rows.get(index).bytes();
            leaves.add(bytes == null ? new LedgerLeaf.Blank(rows.get(index).leaf()) : new LedgerLeaf.Whole(bytes));
        }
        return leaves;
    }

    /// The checkpoint over all rows, null where there are none.
    @Nullable
    String signed() {
        return checkpoint.isEmpty() ? null : checkpoint;
    }

    /// What is held ahead of its turn, to give back.
    List<LinkFrame.Ahead> ahead() {
        return advanced.entrySet().stream()
                .map(one -> new LinkFrame.Ahead(
                        one.getKey(),
                        one.getValue().leaf(),
                        Objects.requireNonNullElse(one.getValue().bytes(), UNSEALED),
                        one.getValue().seal()))
                .toList();
    }

    private static Row row(LinkEffect.Received one) {
        var entry = one.entry();
        return entry == null
                ? new Row(one.leaf(), null, false, null, UNSEALED)
                : new Row(
                        one.leaf(),
                        entry.record(),
                        entry instanceof LedgerEntry.Recall,
                        one.bytes(),
                        Objects.requireNonNullElse(one.seal(), UNSEALED));
    }
}
