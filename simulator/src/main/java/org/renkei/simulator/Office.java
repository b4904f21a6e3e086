package org.renkei.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.kernel.link.ParcelLayer;

/// Makes parcels, carries those of others and takes in what is for a node, each verb a transaction. They go over the
/// links of the nodes on the way, as frames of their sessions.
final class Office {
    private static final int NO_ROOM_IN = 6;

    private final Cast cast;
    private final List<SimNode> nodes;
    private final Desks desks;
    private final Consumer<String> count;
    /// Relays that will do something to the next parcel they carry.
    private final Map<Integer, SplittableRandom> moods = new HashMap<>();
    private long made;

    /// @param count of what happened
    Office(Cast cast, List<SimNode> nodes, Desks desks, Consumer<String> count) {
        this.cast = cast;
        this.nodes = nodes;
        this.desks = desks;
        this.count = count;
    }

    /// A parcel that lies at a node until the next one has it.
    ///
    /// @param target for whom it is, when it is the node's own; −1 when it is carried for others
    /// @param entries what is in an own one, for the judge
    record Lying(byte[] id, int next, int target, List<byte[]> entries, byte[] bytes) {
        String key() {
            return LinkFrame.Parcel.key(id);
        }

        boolean urgent() {
            return id[0] % 4 == 0;
        }
    }

    /// What waits for the partner goes in a parcel; an earlier one that has not left is made anew.
    void post(int from, int to) {
        var origin = nodes.get(from);
        var way = cast.way(from, to);
        var medium = origin.isUp() && !way.isEmpty() ? Medium.export(origin, nodes.get(to), desks) : null;
        var plain = medium == null ? null : medium.open();
        if (medium != null && plain != null) {
            origin.store().withdrawParcels(to);
            lay(origin, way.getFirst(), to, medium.entries(), wrap(way, plain));
            count.accept("parcel posted");
        }
    }

    private byte[] wrap(List<Integer> way, byte[] plain) {
        var flaws = desks.flaws();
        var last = way.size() - 1;
        var reader = flaws.have(Mutant.PARCEL_READABLE) ? way.getFirst() : way.getLast();
        var wrapped = Seal.seal(new ParcelLayer("", plain).encode(), reader);
        for (var hop = last - 1; hop >= 0; hop--) {
            var next = nodes.get(way.get(hop + 1)).id().toString();
            var end = nodes.get(way.get(last)).id();
            var said = flaws.have(Mutant.LAYER_TELLS_MORE) ? next + " for " + end : next;
            wrapped = Seal.seal(new ParcelLayer(said, wrapped).encode(), way.get(hop));
        }
        return wrapped;
    }

    private void lay(SimNode at, int next, int target, List<byte[]> entries, byte[] bytes) {
        var id = Arrays.copyOf(
                Hash.ofContent(Long.toString(++made).getBytes(US_ASCII)).bytes(), LinkFrame.Parcel.ID_BYTES);
        var lying = new Lying(id, next, target, entries, bytes);
        at.store().parcels.put(lying.key(), lying);
        var talk = at.talk(next);
        if (talk != null) {
            talk.parcelsWait();
        }
    }

    /// Parcels for the partner in any order, but for those under way.
    List<LinkFrame.Parcel> read(
            SimNode node, SimNode partner, int urgent, int routine, List<String> underWay, SplittableRandom random) {
        var waiting = new ArrayList<>(node.store().parcels.values());
        waiting.removeIf(one -> one.next() != partner.index() || underWay.contains(one.key()));
        if (!waiting.isEmpty()) {
            Collections.rotate(waiting, random.nextInt(waiting.size()));
        }
        var found = new ArrayList<>(some(waiting, Lying::urgent, urgent));
        found.addAll(some(waiting, one -> !one.urgent(), routine));
        found.stream()
                .filter(one -> one.target() >= 0)
                .forEach(one -> desks.watch().leaves(node, one.target(), one.entries()));
        return found.stream()
                .map(one -> new LinkFrame.Parcel(one.id(), one.urgent(), one.bytes()))
                .toList();
    }

    private static List<Lying> some(List<Lying> waiting, Predicate<Lying> which, int most) {
        return waiting.stream().filter(which).limit(most).toList();
    }

    ParcelCode receive(SimNode node, SimNode partner, LinkFrame.Parcel parcel, SplittableRandom random) {
        var layer = opened(parcel.bytes(), node.index());
        if (layer == null) {
            count.accept("parcel that does not open");
            return ParcelCode.MALFORMED;
        }
        var seen = Store.seenKey(partner.index(), parcel.id());
        if (layer.isForUs()) {
            node.store().seen.add(seen);
            return takeIn(node, layer.content());
        }
        var next = layer.next().split(" ")[0];
        desks.watch().carries(node, next, layer);
        for (var other : nodes) {
            if (other.id().toString().equals(next) && cast.linked().contains(Pair.of(node.index(), other.index()))) {
                return carry(node, other.index(), seen, layer.content(), random);
            }
        }
        return ParcelCode.NO_SUCH_HOP;
    }

    private ParcelCode carry(SimNode node, int next, String seen, byte[] content, SplittableRandom random) {
        if (random.nextInt(NO_ROOM_IN) == 0) {
            return ParcelCode.LATER;
        }
        if (node.store().seen.add(seen)) {
            lay(node, next, -1, List.of(), content);
            count.accept("parcel carried");
            var mood = moods.remove(node.index());
            if (mood != null) {
                tamper(node.index(), mood);
            }
        }
        return ParcelCode.STORED;
    }

    private static @Nullable ParcelLayer opened(byte[] bytes, int node) {
        var plain = Seal.open(bytes, node);
        try {
            return plain == null ? null : ParcelLayer.decode(plain);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private ParcelCode takeIn(SimNode node, byte[] frames) {
        if (!(new FrameReader(null).read(frames).getFirst() instanceof LinkFrame.Hello hello)) {
            return ParcelCode.MALFORMED;
        }
        for (var origin : nodes) {
            if (origin.id().toString().equals(hello.node())
                    && !cast.way(origin.index(), node.index()).isEmpty()) {
                var refused =
                        Medium.arrived(origin.index(), node.index(), frames).take(node, origin, desks, false);
                count.accept(refused.isEmpty() ? "parcel imported" : "parcel refused");
                return ParcelCode.STORED;
            }
        }
        return ParcelCode.MALFORMED;
    }

    /// The next node has said what became of a parcel.
    void taken(SimNode node, byte[] id, ParcelCode code) {
        if (!code.isTriedAgain()) {
            node.store().parcels.remove(LinkFrame.Parcel.key(id));
        }
    }

    /// A relay does to a parcel whatever it can: to one that lies there, or to the next that does.
    void tamper(int node, SplittableRandom random) {
        var store = nodes.get(node).store();
        var carried =
                store.parcels.values().stream().filter(one -> one.target() < 0).toList();
        if (carried.isEmpty()) {
            moods.put(node, random);
            return;
        }
        var one = carried.get(random.nextInt(carried.size()));
        switch (random.nextInt(3)) {
            case 0 -> {
                store.parcels.remove(one.key());
                count.accept("parcel dropped");
            }
            case 1 -> {
                lay(nodes.get(node), one.next(), -1, List.of(), one.bytes());
                count.accept("parcel doubled");
            }
            default -> {
                var bytes = one.bytes().clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                store.parcels.put(one.key(), new Lying(one.id(), one.next(), -1, List.of(), bytes));
                count.accept("parcel altered");
            }
        }
    }
}
