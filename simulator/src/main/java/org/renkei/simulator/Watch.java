package org.renkei.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.ParcelLayer;
import org.renkei.kernel.record.SharedRecord;

/// Looks at everything that happens from outside all nodes, and remembers what no node would: who ever signed what,
/// and how much was ever durable where.
final class Watch {
    private final Cast cast;
    /// The leaves of each ledger that were given out last, by position.
    private final Map<String, Map<Long, Hash>> given = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Set<String> epochs = new HashSet<>();
    private final Map<String, Long> durable = new HashMap<>();
    private final Map<Hash, Set<String>> words = new HashMap<>();
    /// Contents that have gone bad somewhere.
    private final Set<Hash> rotten = new HashSet<>();
    private long bytes;

    Watch(Cast cast) {
        this.cast = cast;
    }

    long bytes() {
        return bytes;
    }

    /// Words of what was just read for a partner that may go there now: of the revision that counts, and of earlier
    /// ones under the same labels.
    void read(SimNode from, int to, Ledger ledger, long first, Iterable<LedgerLeaf> leaves, Set<String> cleared) {
        var position = first;
        for (var leaf : leaves) {
            if (leaf instanceof LedgerLeaf.Whole(var content)) {
                clear(from, to, ledger.entries.get((int) position - 1), content, cleared);
            }
            position++;
        }
    }

    void clear(SimNode from, int to, Ledger.Entry entry, byte[] content, Set<String> cleared) {
        if (entry.recovered()) {
            cleared.addAll(Words.in(content));
            return;
        }
        if (LedgerEntry.decode(content) instanceof LedgerEntry.Release(var at, var form)) {
            var own = from.store().records.get(form.id());
            if (own != null && !own.recalled() && Oracle.of(cast, from, own.content(), to) != null) {
                allow(from, to, own.content(), cleared);
                own.before().forEach(earlier -> allow(from, to, endless(earlier), cleared));
            }
        }
    }

    private void allow(SimNode from, int to, SharedRecord record, Set<String> cleared) {
        var expected = Oracle.of(cast, from, record, to);
        if (expected != null) {
            cleared.addAll(Words.in(Cbor.encode(expected.body())));
        }
    }

    /// The end of an earlier revision does not count any more.
    private static SharedRecord endless(SharedRecord record) {
        return new SharedRecord(
                record.id(),
                record.origin(),
                record.kind(),
                record.revision(),
                record.author(),
                record.time(),
                record.precedence(),
                record.label(),
                record.portions(),
                record.references(),
                record.body(),
                record.redacted(),
                null,
                record.unknown());
    }

    /// A piece of a content of an attachment is given to a partner: one of the records that list it must be
    /// releasable to that partner now.
    void gives(SimNode from, int to, Hash digest, byte[] content, Set<String> cleared) {
        var allowed = from.store().records.values().stream()
                .filter(own -> !own.recalled() && Oracle.lists(own.content().body(), digest))
                .map(own -> Oracle.of(cast, from, own.content(), to))
                .anyMatch(expected -> expected != null && Oracle.lists(expected.body(), digest));
        Divergence.unless(
                allowed,
                "nothing withheld ever leaves",
                from.id() + " gives the content " + digest + " to "
                        + cast.nodes().get(to) + ", which holds no record that lists it");
        cleared.addAll(isRotten(digest) ? Words.in(content) : words.computeIfAbsent(digest, key -> Words.in(content)));
    }

    void rotten(Hash digest) {
        rotten.add(digest);
    }

    boolean isRotten(Hash digest) {
        return rotten.contains(digest);
    }

    /// Whatever leaves for a partner, as it is on the wire.
    void left(int from, int to, byte[] content, Set<String> cleared) {
        bytes += content.length;
        said(from, to, content, cleared);
    }

    /// An entry that leaves for a partner within something else.
    void said(int from, int to, byte[] content, Set<String> cleared) {
        for (var word : Words.in(content)) {
            Divergence.unless(
                    cleared.contains(word) || Words.writer(word) == to,
                    "nothing withheld ever leaves",
                    cast.nodes().get(from) + " sent " + word + " to "
                            + cast.nodes().get(to) + ", which may not hold it");
        }
    }

    /// A parcel or medium on its way: nobody between the two may read anything.
    void sealed(byte[] content) {
        bytes += content.length;
        closed(content);
    }

    void closed(byte[] content) {
        Divergence.unless(Words.in(content).isEmpty(), "nothing withheld ever leaves", "a sealed parcel can be read");
        tellsOf(content, "");
    }

    private void tellsOf(byte[] content, String name) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        for (var node : cast.nodes()) {
            Divergence.unless(
                    node.toString().equals(name) || !text.contains(node.toString()),
                    "a relay learns the next node and no more",
                    "a parcel that goes on to " + name + " names " + node);
        }
    }

    /// What a relay finds under its seal.
    void carries(SimNode relay, String next, ParcelLayer layer) {
        Divergence.unless(
                Words.in(layer.content()).isEmpty() && Seal.open(layer.content(), relay.index()) == null,
                "nothing withheld ever leaves",
                relay.id() + " can read what it carries to " + next);
        tellsOf(layer.encode(), next);
        Divergence.unless(
                layer.next().equals(next), "a relay learns the next node and no more", "told: " + layer.next());
    }

    /// A parcel of a node leaves: what is in it must be releasable still.
    void leaves(SimNode from, int to, Iterable<byte[]> entries) {
        var ledger = from.store().ledger(to);
        var cleared = new HashSet<String>();
        for (var content : entries) {
            var entry = LedgerEntry.decode(content);
            var own = from.store().records.get(entry.record());
            var here = entry.position() <= ledger.size() ? ledger.entries.get((int) entry.position() - 1) : null;
            if (here != null && (own == null || !Copy.hasEnded(own.content(), from.now()))) {
                clear(from, to, here, content, cleared);
                said(from.index(), to, content, cleared);
            }
        }
    }

    void signs(SimNode from, SimNode to, long size, Hash root) {
        var ledger = from.index() + ">" + to.index();
        var differs = differs(ledger, from.store().ledger(to.index()), size);
        if (twice.contains(ledger) || epochs.contains(ledger)) {
            return;
        }
        var copy = to.store().copy(from.index());
        var tree = copy.tree();
        if (!copy.damaged && tree.size() >= size && !tree.root(size).equals(root)) {
            var metByMedium = from.wasRestored() && size <= copy.byMedium;
            if (from.wasCopied() || metByMedium) {
                twice.add(ledger);
                return;
            }
            throw new Divergence(
                    "no position signed twice",
                    from.id() + " signs another entry up to " + size + " than " + to.id() + " already holds");
        }
        if (differs) {
            Divergence.unless(
                    from.wasRestored(),
                    "no position signed twice",
                    from.id() + " signed two ledgers up to size " + size + " for " + to.id());
            twice.add(ledger);
        }
    }

    /// An entry is given out ahead of its turn, which no signature goes with; those before it keep their positions
    /// too.
    void givesAhead(SimNode from, SimNode to, long position) {
        var ledger = from.index() + ">" + to.index();
        if (differs(ledger, from.store().ledger(to.index()), position) && !epochs.contains(ledger)) {
            Divergence.unless(
                    from.wasRestored(),
                    "no position signed twice",
                    from.id() + " gave out two entries " + position + " for " + to.id());
            twice.add(ledger);
        }
    }

    /// Whether one of the first positions was given out before with another entry.
    private boolean differs(String name, Ledger ledger, long last) {
        var before = given.computeIfAbsent(name, key -> new HashMap<>());
        var differs = false;
        for (var position = 1L; position <= last; position++) {
            var leaf = ledger.entries.get((int) position - 1).leaf();
            differs |= !leaf.equals(Objects.requireNonNullElse(before.put(position, leaf), leaf));
        }
        return differs;
    }

    /// Whether a restored node signed again what its partner had not got, so that the two may have to refuse each
    /// other.
    boolean twice(int from, int to) {
        return twice.contains(from + ">" + to);
    }

    /// A new epoch of this ledger begins: it may never stand apart again.
    void epoch(int from, int to) {
        twice.remove(from + ">" + to);
        epochs.add(from + ">" + to);
    }

    boolean hasEpoch(int from, int to) {
        return epochs.contains(from + ">" + to);
    }

    void stored(int at, int of, long size) {
        durable.merge(of + ">" + at, size, Math::max);
    }

    void confirmed(SimNode from, int by, long size, Hash root) {
        Divergence.unless(
                size <= durable.getOrDefault(from.index() + ">" + by, 0L),
                "confirmed is durable",
                cast.nodes().get(by) + " confirmed " + size + " entries of " + from.id() + " before they were durable");
        Divergence.unless(
                from.store().ledger(by).root(size).equals(root),
                "confirmed is the same",
                from.id() + " took a confirmation of " + size + " over another root");
    }
}
