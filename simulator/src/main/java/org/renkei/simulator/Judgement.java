package org.renkei.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleProofs;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.record.SharedRecord;

/// What must hold between every two nodes once all is healed and at rest.
final class Judgement {
    private final Cast cast;
    private final List<SimNode> nodes;
    private final Desks desks;
    private final Watch watch;

    Judgement(Cast cast, List<SimNode> nodes, Desks desks, Watch watch) {
        this.cast = cast;
        this.nodes = nodes;
        this.desks = desks;
        this.watch = watch;
    }

    /// Whether nothing is left to wait for: only then it is worth while to look closer. Of a leaf that went bad two
    /// nodes first hear when they meet again, and a connection that only one of them has lost comes before that.
    boolean isSettled() {
        for (var from = 0; from < nodes.size(); from++) {
            for (var to : nodes.get(from).store().ledgers.keySet()) {
                var ledger = nodes.get(from).store().ledger(to);
                var copy = nodes.get(to).store().copy(from);
                var rows = copy.rows.size();
                var done = rows == ledger.size() && ledger.told == rows && ledger.task < 0 && copy.advanced.isEmpty();
                if (!(done
                                && !copy.damaged
                                && hasKeys(from, to)
                                && missing(from, to).isEmpty())
                        && !mayStandApart(from, to)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether a content is still to come.
    boolean isFetching() {
        for (var from = 0; from < nodes.size(); from++) {
            for (var to : nodes.get(from).store().ledgers.keySet()) {
                if (!missing(from, to).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    void judge() {
        for (var from = 0; from < nodes.size(); from++) {
            for (var to : nodes.get(from).store().ledgers.keySet()) {
                if (!mayStandApart(from, to)) {
                    sameLedger(nodes.get(from), nodes.get(to));
                    Divergence.unless(
                            hasKeys(from, to),
                            "new keys are known",
                            nodes.get(to).id() + " goes by key "
                                    + nodes.get(to).store().copy(from).terms.size() + " of "
                                    + nodes.get(from).id() + ", which has key "
                                    + nodes.get(from).keys().current() + " and counts it as knowing "
                                    + nodes.get(from).keys().knownTo(to));
                    sameRecords(nodes.get(from), nodes.get(to));
                    sameContents(nodes.get(from), nodes.get(to));
                }
            }
        }
    }

    /// Two nodes that refuse each other for a reason that no protocol can mend.
    private boolean mayStandApart(int from, int to) {
        var forked = desks.refused(from, to, LinkProblem.FORK);
        var signedTwice = hasTwoHistories(from, to) || hasTwoHistories(to, from);
        return forked && (isDamaged(from, to) || signedTwice)
                || isOlder(from, to) && desks.refused(from, to, LinkProblem.NO_COMMON_VERSION);
    }

    /// Somebody looks at each fork that two copies of a node have left, and lets the partner's history go on.
    int openEpochs() {
        var opened = 0;
        for (var from = 0; from < nodes.size(); from++) {
            for (var to : nodes.get(from).store().ledgers.keySet()) {
                if (isForked(from, to)) {
                    nodes.get(from).store().ledger(to).openEpoch();
                    desks.mended(from, to, LinkProblem.FORK);
                    watch.epoch(from, to);
                    opened++;
                }
            }
        }
        return opened;
    }

    /// Whether a new epoch can mend the ledger of one node for another: the node signed twice, and the partner's copy
    /// is sound.
    private boolean isForked(int from, int to) {
        return desks.refused(from, to, LinkProblem.FORK)
                && hasTwoHistories(from, to)
                && !isDamaged(from, to)
                && !isOlder(from, to);
    }

    private boolean hasTwoHistories(int from, int to) {
        return watch.twice(from, to) || nodes.get(from).wasCopied() && !watch.hasEpoch(from, to);
    }

    private boolean isDamaged(int from, int to) {
        return nodes.get(to).store().copy(from).damaged
                || nodes.get(from).store().copy(to).damaged;
    }

    private boolean isOlder(int from, int to) {
        return cast.older().contains(from) || cast.older().contains(to);
    }

    private void sameLedger(SimNode from, SimNode to) {
        var ledger = from.store().ledger(to.index());
        var copy = to.store().copy(from.index());
        var between = "the ledger of " + from.id() + " for " + to.id();
        Divergence.unless(
                ledger.size() == copy.rows.size(),
                "same ledger",
                between + " has " + ledger.size() + " entries, its copy " + copy.rows.size() + "; "
                        + from.talk(to.index()) + " / " + to.talk(from.index()) + "; "
                        + desks.refusals().keySet());
        Divergence.unless(
                copy.advanced.isEmpty(),
                "every position once",
                between + " of " + ledger.size() + " entries has some ahead of nothing: " + copy.advanced.keySet()
                        + copy.rows.size());
        var own = ledger.tree();
        var theirs = copy.tree();
        Divergence.unless(own.root().equals(theirs.root()), "same ledger", between + " and its copy differ");
        Divergence.unless(
                ledger.told == ledger.size(), "confirmed in the end", between + " is confirmed to " + ledger.told);
        proofs(ledger, copy, between);
        for (var index = 0; index < ledger.entries.size(); index++) {
            var bytes = ledger.entries.get(index).bytes();
            Divergence.unless(
                    bytes == null || LedgerEntry.decode(bytes).position() == index + 1,
                    "every position once",
                    between + " has another entry at " + (index + 1));
        }
    }

    private static void proofs(Ledger ledger, Copy copy, String between) {
        var size = ledger.size();
        var tree = ledger.tree();
        var holds = true;
        for (var index = 0L; index < size; index += 1 + size / 5) {
            var leaf = copy.rows.get((int) index).leaf();
            var path = tree.inclusionProof(index, size);
            holds &= MerkleProofs.verifyInclusion(
                    leaf, index, size, path, copy.tree().root());
            var older = copy.tree().root(index);
            holds &= MerkleProofs.verifyConsistency(
                    index, size, older, tree.root(size), tree.consistencyProof(index, size));
        }
        Divergence.unless(holds, "proofs verify", "a proof over " + between + " fails");
    }

    private void sameRecords(SimNode from, SimNode to) {
        var copy = to.store().copy(from.index());
        var held = new HashMap<>(copy.states);
        for (var own : from.store().records.values()) {
            var record = own.content();
            var state = held.remove(record.id());
            var form = state == null ? null : state.form();
            var expected = own.recalled() ? null : Oracle.of(cast, from, record, to.index());
            var which = "record " + record.id() + " of " + from.id() + " at " + to.id();
            if (expected == null) {
                Divergence.unless(form == null, "exactly what is releasable", which + " should not be there");
            } else {
                Divergence.unless(form != null, "exactly what is releasable", which + " is missing");
                compare(record, expected, Objects.requireNonNull(form), which);
            }
        }
        held.forEach((id, state) -> Divergence.unless(
                state.form() == null,
                "exactly what is releasable",
                "record " + id + " at " + to.id() + " is not of " + from.id()));
        nothingLeft(copy, to);
    }

    /// Whether a node goes by the newest keys of another, which has heard so where the two have a link.
    private boolean hasKeys(int from, int to) {
        var keys = nodes.get(from).keys();
        return nodes.get(to).store().copy(from).terms.size() == keys.current()
                && (keys.knownTo(to) == keys.current() || !cast.linked().contains(Pair.of(from, to)));
    }

    /// Contents that records at a node list, that their origin has, and that are not there although they could be:
    /// nothing has gone bad, and the two have a link on which contents go.
    private List<Hash> missing(int from, int to) {
        if (isOlder(from, to) || !cast.linked().contains(Pair.of(from, to))) {
            return List.of();
        }
        return nodes.get(to).store().copy(from).parts.all().entrySet().stream()
                .filter(one -> one.getValue().state() != Parts.State.HERE)
                .map(Map.Entry::getKey)
                .filter(digest -> nodes.get(from).store().contents.containsKey(digest) && !watch.isRotten(digest))
                .toList();
    }

    /// Of each attachment that may be there the content is, as its digest says, and of no other a single byte.
    private void sameContents(SimNode from, SimNode to) {
        var parts = to.store().copy(from.index()).parts.all();
        var which = "of " + from.id() + " at " + to.id();
        var may = new HashSet<Hash>();
        for (var own : from.store().records.values()) {
            var expected = own.recalled() ? null : Oracle.of(cast, from, own.content(), to.index());
            for (var digest : from.store().contents.keySet()) {
                if (expected != null && Oracle.lists(expected.body(), digest)) {
                    may.add(digest);
                }
            }
        }
        for (var one : parts.entrySet()) {
            var digest = one.getKey();
            Divergence.unless(
                    may.contains(digest) || !from.store().contents.containsKey(digest),
                    "exactly what is releasable",
                    "something of the content " + digest + " " + which + " should not be there");
            Divergence.unless(
                    one.getValue().state() != Parts.State.HERE
                            || Hash.ofContent(one.getValue().held()).equals(digest),
                    "contents are what their records say",
                    "the content " + digest + " " + which + " is another one");
        }
        may.forEach(digest -> Divergence.unless(
                parts.containsKey(digest), "exactly what is releasable", "no content " + digest + " " + which));
        var missing = missing(from.index(), to.index());
        Divergence.unless(missing.isEmpty(), "attachments arrive whole", "not whole " + which + ": " + missing);
    }

    private static void compare(SharedRecord record, Oracle.Expected expected, SharedRecord form, String which) {
        same(expected.body(), form.body(), "body", which);
        same(expected.label(), form.label(), "label", which);
        // What came back to a restored node as a partner held it lacks something for everybody.
        same(expected.redacted() || record.redacted(), form.redacted(), "mark that something is left out", which);
        same(record.time(), form.time(), "time", which);
        same(record.precedence(), form.precedence(), "precedence", which);
        same(String.valueOf(record.until()), String.valueOf(form.until()), "end", which);
        var portions = new HashMap<String, Label>();
        form.portions().forEach(one -> portions.put(one.at().toString(), one.label()));
        same(expected.portions(), portions, "portions", which);
        Divergence.unless(
                record.references().containsAll(form.references()),
                "exactly what is releasable",
                which + ": references");
    }

    private static void same(Object expected, Object found, String what, String which) {
        Divergence.unless(
                expected.equals(found),
                "exactly what is releasable",
                which + ": the " + what + " is " + found + " instead of " + expected);
    }

    /// Of what was recalled or has ended no content stays, not even among the entries.
    private static void nothingLeft(Copy copy, SimNode to) {
        for (var index = 0; index < copy.rows.size(); index++) {
            var row = copy.rows.get(index);
            var state = row.record() == null ? null : copy.states.get(row.record());
            var recalled = state != null && (state.recalled() > index + 1 || state.form() == null);
            Divergence.unless(
                    !recalled || row.recall() || row.bytes() == null,
                    "recalled content is gone",
                    to.id() + " still keeps entry " + (index + 1) + ", which was recalled");
        }
    }
}
