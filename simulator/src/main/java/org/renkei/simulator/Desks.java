package org.renkei.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.link.LinkTerms;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.kernel.record.Precedence;

/// What sessions and media do at the stores of nodes, each a transaction, under the eyes of the [Watch].
final class Desks {
    private final Cast cast;
    private final Flaws flaws;
    private final Watch watch;
    private final Signing signing;
    private @Nullable Office office;
    private final Map<String, LinkProblem> refusals = new TreeMap<>();
    private final Map<LinkProblem, Integer> problems = new HashMap<>();

    Desks(Cast cast, Flaws flaws, Watch watch) {
        this.cast = cast;
        this.flaws = flaws;
        this.watch = watch;
        this.signing = Signing.of(cast);
    }

    /// Entries to send, and the checkpoint that ends with the last of them.
    record Batch(List<LedgerLeaf> leaves, String checkpoint) {}

    Flaws flaws() {
        return flaws;
    }

    void open(Office opened) {
        office = opened;
    }

    Office office() {
        return Objects.requireNonNull(office);
    }

    Watch watch() {
        return watch;
    }

    Signing signing() {
        return signing;
    }

    Map<LinkProblem, Integer> problems() {
        return problems;
    }

    /// @param authentic whether it is certain that the partner itself says what comes
    LinkTerms terms(SimNode node, SimNode partner, byte[] token, boolean authentic) {
        var ledger = node.store().ledger(partner.index());
        var copy = node.store().copy(partner.index());
        return new LinkTerms(
                node.id(),
                partner.id(),
                cast.older().contains(node.index()) ? List.of(1) : LinkSession.VERSIONS,
                "",
                token,
                (text, name) -> verdict(node, partner, text, name),
                (text, name) -> node.keys().verifyOwn(text, name),
                copy.tree(),
                copy.advancedLeaves(),
                ledger.size(),
                ledger.signed,
                ledger::root,
                index -> ledger.tree().leaf(index),
                new EntrySeal(node.id().toString().getBytes(StandardCharsets.UTF_8)),
                node.keys().with(node, partner, flaws, authentic));
    }

    private CheckpointVerdict verdict(SimNode node, SimNode signer, String text, String ledger) {
        if (flaws.have(Mutant.SIGNATURE_UNCHECKED)) {
            return new CheckpointVerdict.Verified(Checkpoint.parse(text.substring(0, text.indexOf("\n\n") + 1)));
        }
        var terms = node.store().copy(signer.index()).terms;
        var counting = flaws.have(Mutant.OLD_KEY_COUNTS) ? Collections.nCopies(terms.size(), Long.MAX_VALUE) : terms;
        return Keys.verify(signing, signer.id(), counting, text, ledger);
    }

    Batch read(SimNode node, SimNode partner, long from, int most, Set<String> cleared) {
        var ledger = node.store().ledger(partner.index());
        var leaves = ledger.read(from, most, !flaws.have(Mutant.NO_BLANKS), !flaws.have(Mutant.NOT_HELD));
        if (leaves.isEmpty()) {
            return new Batch(leaves, "");
        }
        watch.read(node, partner.index(), ledger, from, leaves, cleared);
        return new Batch(leaves, sign(node, partner, from + leaves.size() - 1));
    }

    /// That a size was signed is durable before anybody sees the signature.
    String sign(SimNode node, SimNode partner, long size) {
        var ledger = node.store().ledger(partner.index());
        ledger.signed = Math.max(ledger.signed, size);
        var root = ledger.root(size);
        watch.signs(node, partner, size, root);
        return node.keys().sign(new Checkpoint(LinkSession.ledgerName(node.id(), partner.id()), size, root));
    }

    /// That an entry was given out is durable before anybody sees it, ahead of its turn as well.
    List<LinkEffect.Urgent> readUrgent(
            SimNode node, SimNode partner, long flash, long immediate, int most, Set<String> cleared) {
        var ledger = node.store().ledger(partner.index());
        var found = new ArrayList<LinkEffect.Urgent>();
        var holds = !flaws.have(Mutant.NOT_HELD);
        found.addAll(ledger.readUrgent(Precedence.FLASH, flash, most, holds));
        found.addAll(ledger.readUrgent(Precedence.IMMEDIATE, immediate, most - found.size(), holds));
        for (var one : found) {
            ledger.signed = Math.max(ledger.signed, one.position());
            watch.givesAhead(node, partner, one.position());
            watch.clear(node, partner.index(), ledger.entries.get((int) one.position() - 1), one.bytes(), cleared);
        }
        return found;
    }

    void store(SimNode node, SimNode partner, LinkEffect.Store batch) {
        node.store().copy(partner.index()).store(batch, node.now(), flaws);
        watch.stored(node.index(), partner.index(), batch.size());
    }

    void storeCursorOnly(SimNode node, SimNode partner, LinkEffect.Store batch) {
        node.store().copy(partner.index()).storeCursorOnly(batch);
        watch.stored(node.index(), partner.index(), batch.size());
    }

    void storeAdvanced(SimNode node, SimNode partner, List<LinkEffect.Received> entries) {
        node.store().copy(partner.index()).storeAdvanced(entries, node.now(), flaws);
    }

    void confirmed(SimNode node, SimNode partner, long size, Hash root) {
        var ledger = node.store().ledger(partner.index());
        if (flaws.have(Mutant.ROOT_UNCHECKED)) {
            var tree = partner.store().copy(node.index()).tree();
            Divergence.unless(
                    tree.size() < size || tree.root(size).equals(root),
                    "confirmed is the same",
                    node.id() + " took a confirmation of " + size + " over another root");
        }
        watch.confirmed(node, partner.index(), size, root);
        ledger.told = size;
        ledger.mustHear = false;
    }

    void toldByMedium(SimNode node, SimNode partner, long size, Hash root) {
        watch.confirmed(node, partner.index(), size, root);
        var ledger = node.store().ledger(partner.index());
        ledger.told = size;
        ledger.acknowledged = Math.max(ledger.acknowledged, size);
    }

    void acknowledge(SimNode node, SimNode partner, long size) {
        var ledger = node.store().ledger(partner.index());
        ledger.acknowledged = Math.max(ledger.acknowledged, size);
    }

    /// Whatever a session says must be true of its own store at that moment.
    void sends(SimNode node, SimNode partner, LinkFrame frame) {
        var copy = node.store().copy(partner.index());
        switch (frame) {
            case LinkFrame.Ack(var size, var root) ->
                Divergence.unless(
                        size <= copy.rows.size(),
                        "confirmed is durable",
                        node.id() + " confirms " + size + " entries and holds " + copy.rows.size());
            case LinkFrame.AdvanceAck(var positions) -> {
                for (var position : positions) {
                    Divergence.unless(
                            copy.holds(position),
                            "confirmed is durable",
                            node.id() + " confirms the urgent entry " + position + " before it is durable");
                }
            }
            case LinkFrame.Parcel parcel -> watch.closed(parcel.bytes());
            case LinkFrame.ParcelAck(var id, var code) ->
                Divergence.unless(
                        !code.equals(ParcelCode.STORED.code())
                                || node.store().seen.contains(Store.seenKey(partner.index(), id)),
                        "confirmed is durable",
                        node.id() + " confirms a parcel before it is durable");
            case LinkFrame other -> {}
        }
    }

    /// The size of the ledger now, −1 when something was given out since the session asked: then nothing is taken.
    long adopt(SimNode node, SimNode partner, LinkEffect.Adopt adopt) {
        var ledger = node.store().ledger(partner.index());
        if (ledger.signed != adopt.size() - adopt.entries().size()) {
            return -1;
        }
        if (flaws.have(Mutant.NO_RECOVERY)) {
            return ledger.size();
        }
        ledger.adopt(adopt, !flaws.have(Mutant.TAIL_DROPPED));
        if (!flaws.have(Mutant.TAIL_DROPPED)) {
            node.desk().learn(partner.index(), ledger);
        }
        return ledger.size();
    }

    void closed(SimNode node, SimNode partner, LinkProblem problem, String detail) {
        problems.merge(problem, 1, Integer::sum);
        if (problem.isRefusal()) {
            refusals.put(node.index() + ">" + partner.index() + " " + problem.code() + ": " + detail, problem);
        }
    }

    Map<String, LinkProblem> refusals() {
        return refusals;
    }

    /// What was refused between two nodes for this reason counts no more: somebody has mended it.
    void mended(int one, int other, LinkProblem problem) {
        refusals.entrySet().removeIf(entry -> entry.getValue() == problem && isBetween(entry.getKey(), one, other));
    }

    private static boolean isBetween(String refusal, int one, int other) {
        return refusal.startsWith(one + ">" + other + " ") || refusal.startsWith(other + ">" + one + " ");
    }

    boolean refused(int one, int other, LinkProblem problem) {
        return refusals.entrySet().stream()
                .anyMatch(entry -> entry.getValue() == problem && isBetween(entry.getKey(), one, other));
    }
}
