package org.renkei.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.RecordIds;

/// What goes from node to node by hand.
final class Carriage {
    private final Cast cast;
    private final Words words;
    private final List<SimNode> nodes;
    private final Desks desks;
    private final Consumer<String> count;
    private final List<Medium> media = new ArrayList<>();
    private final List<Integer> imported = new ArrayList<>();

    /// @param count of what happened
    Carriage(Cast cast, Words words, List<SimNode> nodes, Desks desks, Consumer<String> count) {
        this.cast = cast;
        this.words = words;
        this.nodes = nodes;
        this.desks = desks;
        this.count = count;
    }

    private boolean up(int node) {
        return nodes.get(node).isUp();
    }

    void export(int from, int to) {
        if (up(from) && cast.speak(from, to)) {
            var medium = Medium.export(nodes.get(from), nodes.get(to), desks);
            if (medium != null) {
                media.add(medium);
                count.accept("medium exported");
            }
        }
    }

    void importOne(int node, SplittableRandom random) {
        var mine = media.stream().filter(one -> one.to() == node).toList();
        if (up(node) && !mine.isEmpty()) {
            var before = mine.stream()
                    .filter(one -> imported.contains(media.indexOf(one)))
                    .toList();
            var choice = !before.isEmpty() && random.nextInt(3) > 0 ? before : mine;
            var medium = choice.get(random.nextInt(choice.size()));
            var again = imported.contains(media.indexOf(medium));
            imported.add(media.indexOf(medium));
            take(medium, again ? "medium again" : "medium", again);
        }
    }

    private void take(Medium medium, String what, boolean again) {
        var refused = medium.take(nodes.get(medium.to()), nodes.get(medium.from()), desks, again);
        count.accept(what + (refused.isEmpty() ? " imported" : " refused"));
    }

    /// A medium in the name of a node by somebody who lacks its keys, or has an old one that the recipient knows to be
    /// given up; it may speak of new keys.
    void forge(int from, int to, long micros, SplittableRandom random) {
        if (!up(to) || !cast.speak(from, to)) {
            return;
        }
        var origin = nodes.get(from);
        var recipient = nodes.get(to);
        var tree = recipient.store().copy(from).tree();
        var bytes = new byte[RecordIds.RANDOM_BYTES];
        random.nextBytes(bytes);
        var id = RecordIds.of(origin.micros() / 1000, bytes);
        var record = new Authoring(cast, from, words, random, new HashMap<>())
                .record(id, null, new HybridTime(micros, 1), origin.now(), List.of());
        var entry = new LedgerEntry.Release(tree.size() + 1, record).encode();
        tree.append(entry);
        var ledger = LinkSession.ledgerName(origin.id(), recipient.id());
        var note = new Checkpoint(ledger, tree.size(), tree.root());
        var terms = recipient.store().copy(from).terms;
        var old = terms.isEmpty() ? -1 : random.nextInt(terms.size());
        var stolen = old >= 0 && terms.get(old) < tree.size();
        var checkpoint = stolen
                ? desks.signing().sign(origin.id(), old, note)
                : desks.signing()
                        .sign(new NodeId("XX", "nobody"), 0, note)
                        .replace("XX/nobody", origin.id().toString());
        var successions = random.nextInt(3) == 0
                ? List.of(Keys.forged(origin.id(), recipient.id(), terms.size()))
                : List.<byte[]>of();
        var medium = Medium.forged(origin, recipient, entry, checkpoint, tree.size(), successions, desks);
        take(medium, "forgery", false);
    }

    /// In the end somebody carries what did not come by parcel.
    void deliver(int from, int to) {
        var parcel = Medium.export(nodes.get(from), nodes.get(to), desks);
        if (parcel != null) {
            take(parcel, "last medium", false);
        }
    }
}
