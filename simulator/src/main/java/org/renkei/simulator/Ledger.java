package org.renkei.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.record.Precedence;

/// The durable ledger that a node keeps for one partner. Positions count from 1.
final class Ledger {
    /// `bytes` and `record` are null where only the leaf came back at a recovery; `recovered` entries were held by
    /// the partner already. `lists` are contents of attachments, `until` the end of the release.
    record Entry(
            Hash leaf,
            byte @Nullable [] bytes,
            @Nullable UUID record,
            boolean recall,
            Precedence lane,
            boolean recovered,
            Set<Hash> lists,
            @Nullable Instant until) {}

    final List<Entry> entries = new ArrayList<>();
    long signed;
    long acknowledged;
    /// What the partner last said it holds; a restored partner says less than it confirmed.
    long told;
    /// Releases up to here wait to be decided again.
    long heldTo;
    /// Own records decided again so far; −1 when there is nothing to do.
    int task = -1;
    String facts = "";
    /// Restored, and not yet compared with what the partner holds: nothing is signed for a medium.
    boolean mustHear;

    private Map<UUID, Long> recalls = new HashMap<>();
    private MerkleTree tree = new MerkleTree();

    Ledger copy() {
        var copy = new Ledger();
        copy.entries.addAll(entries);
        copy.signed = signed;
        copy.acknowledged = acknowledged;
        copy.told = told;
        copy.heldTo = heldTo;
        copy.task = task;
        copy.facts = facts;
        copy.mustHear = mustHear;
        copy.recalls = new HashMap<>(recalls);
        return copy;
    }

    long size() {
        return entries.size();
    }

    void append(Precedence lane, LongFunction<LedgerEntry> draft) {
        var entry = draft.apply(size() + 1);
        add(entry, entry.encode(), lane, false);
    }

    void add(LedgerEntry entry, byte[] bytes, Precedence lane, boolean recovered) {
        var recall = entry instanceof LedgerEntry.Recall;
        var form = entry instanceof LedgerEntry.Release(var position, var released) ? released : null;
        var lists = Parts.listed(form).keySet();
        var until = form == null ? null : form.until();
        entries.add(new Entry(Hash.ofLeaf(bytes), bytes, entry.record(), recall, lane, recovered, lists, until));
        if (recall) {
            recalls.put(entry.record(), size());
        }
    }

    /// Entries are given back to this node: they follow what it had signed, and what it wrote since comes after
    /// them.
    ///
    /// @param keepTail false to lose what was written since
    void adopt(LinkEffect.Adopt adopt, boolean keepTail) {
        var behind = entries.subList((int) signed, entries.size());
        var same = 0;
        while (same < Math.min(behind.size(), adopt.entries().size())
                && behind.get(same).leaf().equals(adopt.entries().get(same).leaf())) {
            same++;
        }
        var tail = List.copyOf(behind.subList(same, behind.size()));
        entries.subList((int) signed, entries.size()).clear();
        tree = new MerkleTree();
        recalls.clear();
        for (var index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            if (entry.recall() && entry.record() != null) {
                recalls.put(entry.record(), index + 1L);
            }
        }
        for (var one : adopt.entries()) {
            if (one.entry() == null || one.bytes() == null) {
                entries.add(new Entry(one.leaf(), null, null, false, Precedence.ROUTINE, true, Set.of(), null));
            } else {
                add(one.entry(), one.bytes(), Precedence.ROUTINE, true);
            }
        }
        signed = adopt.size();
        if (keepTail) {
            tail.forEach(this::moveBehind);
        }
    }

    /// An administrator has decided, after a fork, that the partner's history goes on: nothing counts as given out any
    /// more until the partner has said what it holds.
    void openEpoch() {
        signed = 0;
        acknowledged = 0;
        mustHear = true;
    }

    /// Of what was recalled meanwhile there is no content to say again.
    private void moveBehind(Entry entry) {
        var bytes = entry.bytes();
        if (bytes == null) {
            return;
        }
        append(entry.lane(), at -> switch (LedgerEntry.decode(bytes)) {
            case LedgerEntry.Release(var position, var form) -> new LedgerEntry.Release(at, form);
            case LedgerEntry.Recall(var position, var record) -> new LedgerEntry.Recall(at, record);
        });
    }

    Hash root(long size) {
        while (tree.size() < size) {
            tree.appendHash(entries.get((int) tree.size()).leaf());
        }
        return tree.root(size);
    }

    MerkleTree tree() {
        root(size());
        return tree;
    }

    boolean isRecalledAfter(int index) {
        var record = entries.get(index).record();
        return record != null && recalls.getOrDefault(record, 0L) > index + 1;
    }

    /// Entries from a position on, releases that were recalled later blank; none while the position is held.
    List<LedgerLeaf> read(long from, int most, boolean blanks, boolean holds) {
        var leaves = new ArrayList<LedgerLeaf>();
        if (holds && from <= heldTo) {
            return leaves;
        }
        for (var index = (int) from - 1; index < entries.size() && leaves.size() < most; index++) {
            var entry = entries.get(index);
            var bytes = entry.bytes();
            leaves.add(
                    bytes == null || blanks && !entry.recall() && isRecalledAfter(index)
                            ? new LedgerLeaf.Blank(entry.leaf())
                            : new LedgerLeaf.Whole(bytes));
        }
        return leaves;
    }

    /// Whether the newest entry of a record is a release that lists a content, and neither ended nor held.
    boolean lists(Hash content, Instant now, boolean holds) {
        var newer = new HashSet<UUID>();
        for (var index = entries.size() - 1; index >= 0; index--) {
            var entry = entries.get(index);
            if (entry.record() != null
                    && newer.add(entry.record())
                    && entry.lists().contains(content)) {
                var until = entry.until();
                if ((until == null || until.isAfter(now)) && !(holds && index < heldTo)) {
                    return true;
                }
            }
        }
        return false;
    }

    List<LinkEffect.Urgent> readUrgent(Precedence lane, long after, int most, boolean holds) {
        var found = new ArrayList<LinkEffect.Urgent>();
        for (var index = (int) after; index < entries.size() && found.size() < most; index++) {
            var entry = entries.get(index);
            var bytes = entry.bytes();
            var passes = entry.recall() || !(holds && index < heldTo) && !isRecalledAfter(index);
            if (entry.lane() == lane && bytes != null && passes) {
                found.add(new LinkEffect.Urgent(index + 1L, lane, bytes));
            }
        }
        return found;
    }
}
