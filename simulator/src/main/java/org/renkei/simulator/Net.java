package org.renkei.simulator;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Lane;

/// What is between the nodes: connections, cuts, and the attempts that were given up and may still arrive.
final class Net {
    private static final long REDIAL_MICROS = 3_000_000;
    private static final int ACTIONS = 11;
    private static final int[] STRIDES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final int MOST_STALE = 3;

    private final List<SimNode> nodes;
    private final Desks desks;
    private final long seed;
    private final LongSupplier micros;
    private final Map<Pair, Wire> wires = new HashMap<>();
    private final Map<Pair, Long> dialAfter = new HashMap<>();
    private final Map<Pair, Integer> calls = new HashMap<>();
    private final Map<Pair, Set<Integer>> cuts = new HashMap<>();
    /// Bytes of the callers' first words, of connections that both sides gave up.
    private final Map<Pair, ArrayDeque<Wire>> stale = new HashMap<>();

    Net(List<SimNode> nodes, Desks desks, long seed, LongSupplier micros) {
        this.nodes = nodes;
        this.desks = desks;
        this.seed = seed;
        this.micros = micros;
    }

    void cut(Pair pair, boolean forth, boolean back) {
        var from = cuts.computeIfAbsent(pair, key -> new HashSet<>());
        if (forth) {
            from.add(pair.low());
        }
        if (back) {
            from.add(pair.high());
        }
    }

    void heal(Pair pair) {
        cuts.remove(pair);
    }

    void healAll() {
        cuts.clear();
        stale.clear();
        dialAfter.clear();
    }

    private boolean passes(Pair pair, int from) {
        var cut = cuts.get(pair);
        return cut == null || !cut.contains(from);
    }

    /// The connection is lost: so many of the bytes under way still arrive, and each side notices or does not.
    boolean breakUp(Pair pair, SplittableRandom random) {
        var wire = wires.remove(pair);
        if (wire == null) {
            return false;
        }
        for (var lane : Lane.values()) {
            for (var from : List.of(pair.low(), pair.high())) {
                var stream = wire.from(from, lane);
                stream.loseAfter(random.nextInt(1 + stream.waiting()));
            }
        }
        keepStale(wire);
        if (random.nextInt(4) > 0) {
            notice(wire.caller);
        } else if (wire.caller != null) {
            wires.put(pair, wire);
            wire.silent = true;
        }
        if (random.nextInt(4) > 0) {
            notice(wire.callee);
        }
        return true;
    }

    private static void notice(@Nullable Talk talk) {
        if (talk != null && !talk.isEnded()) {
            talk.broke();
        }
    }

    private void keepStale(Wire wire) {
        var kept = stale.computeIfAbsent(wire.pair(), key -> new ArrayDeque<>());
        if (kept.size() < MOST_STALE && wire.from(wire.pair().low(), Lane.BULK).waiting() > 0) {
            kept.add(wire);
        }
    }

    boolean flip(Pair pair, SplittableRandom random) {
        var wire = wires.get(pair);
        if (wire == null) {
            return false;
        }
        var from = random.nextBoolean() ? pair.low() : pair.high();
        wire.from(from, random.nextInt(3) == 0 ? Lane.URGENT : Lane.BULK).flip(random.nextInt(1 << 20));
        return true;
    }

    /// An attempt that was given up arrives: to the one that is called it is simply a new call.
    boolean lateAttempt(Pair pair, SplittableRandom random) {
        var kept = stale.get(pair);
        var wire = kept == null ? null : kept.poll();
        if (wire == null || !nodes.get(pair.high()).isUp()) {
            return false;
        }
        wire.callerGone = true;
        var bytes = wire.from(pair.low(), Lane.BULK).take(Integer.MAX_VALUE);
        if (bytes == null || bytes.length == 0 || wire.callee != null) {
            return false;
        }
        var talk = answer(wire);
        talk.arrived(Lane.BULK, bytes);
        for (var steps = random.nextInt(12); steps > 0; steps--) {
            talk.step(random.nextInt(3));
        }
        return true;
    }

    /// A process has ended: what was on its way to it can never arrive.
    void processEnded(int node) {
        stale.forEach((pair, kept) -> {
            if (pair.high() == node) {
                kept.clear();
            }
        });
    }

    /// Does one thing that can be done between two nodes; false when nothing can.
    boolean step(Pair pair, SplittableRandom random) {
        var action = random.nextInt(ACTIONS);
        var stride = STRIDES[random.nextInt(STRIDES.length)];
        for (var tries = 0; tries < ACTIONS; tries++) {
            if (perform(pair, action, random)) {
                return true;
            }
            action = (action + stride) % ACTIONS;
        }
        return false;
    }

    private boolean perform(Pair pair, int action, SplittableRandom random) {
        return switch (action) {
            case 0 -> dial(pair);
            case 1 -> deliver(pair, pair.low(), Lane.BULK, random);
            case 2 -> deliver(pair, pair.low(), Lane.URGENT, random);
            case 3 -> deliver(pair, pair.high(), Lane.BULK, random);
            case 4 -> deliver(pair, pair.high(), Lane.URGENT, random);
            case 5, 6, 7 -> step(nodes.get(pair.low()).talk(pair.high()), action - 5);
            default -> step(nodes.get(pair.high()).talk(pair.low()), action - 8);
        };
    }

    private static boolean step(@Nullable Talk talk, int which) {
        return talk != null && talk.step(which);
    }

    private boolean dial(Pair pair) {
        var caller = nodes.get(pair.low());
        var ready = caller.isUp()
                && nodes.get(pair.high()).isUp()
                && caller.talk(pair.high()) == null
                && !cuts.containsKey(pair)
                && dialAfter.getOrDefault(pair, 0L) <= micros.getAsLong();
        if (!ready) {
            return false;
        }
        dialAfter.put(pair, micros.getAsLong() + REDIAL_MICROS);
        var before = wires.get(pair);
        if (before != null) {
            keepStale(before);
        }
        var wire = new Wire(pair);
        wires.put(pair, wire);
        wire.caller = new Talk(caller, nodes.get(pair.high()), wire, desks, dice(pair));
        caller.converse(pair.high(), wire.caller);
        return true;
    }

    private SplittableRandom dice(Pair pair) {
        var call = calls.merge(pair, 1, Integer::sum);
        return new SplittableRandom(seed + 1_000_003L * pair.low() + 10_007L * pair.high() + call);
    }

    /// The one that is called: whatever session it had with the caller makes way.
    private Talk answer(Wire wire) {
        var pair = wire.pair();
        var callee = nodes.get(pair.high());
        notice(callee.talk(pair.low()));
        var talk = new Talk(callee, nodes.get(pair.low()), wire, desks, dice(pair));
        wire.callee = talk;
        callee.converse(pair.low(), talk);
        return talk;
    }

    private boolean deliver(Pair pair, int from, Lane lane, SplittableRandom random) {
        var wire = wires.get(pair);
        var to = pair.other(from);
        if (wire == null || !passes(pair, from) || !nodes.get(to).isUp() || wire.isGone(to)) {
            return false;
        }
        var stream = wire.from(from, lane);
        if (stream.waiting() == 0) {
            return lane == Lane.BULK && hangUp(wire, from);
        }
        if (wire.silent) {
            return false;
        }
        var talk = to == pair.low() ? wire.caller : wire.callee;
        if (talk == null) {
            if (lane == Lane.URGENT) {
                return false;
            }
            talk = answer(wire);
        }
        var bytes = stream.take(1 + random.nextInt(random.nextInt(4) == 0 ? 9 : 4_000));
        if (bytes == null) {
            notice(wire.caller);
            notice(wire.callee);
            wires.remove(pair);
            return true;
        }
        talk.arrived(lane, bytes);
        return true;
    }

    /// The end of a connection arrives after all that was sent on it, unless nobody could say it any more.
    private boolean hangUp(Wire wire, int from) {
        var other = from == wire.pair().low() ? wire.callee : wire.caller;
        if (!wire.isGone(from) || wire.silent || !wire.isEmpty(from) || other == null || other.isEnded()) {
            return false;
        }
        notice(other);
        wires.remove(wire.pair(), wire);
        return true;
    }

    /// A machine died without a word: its partners hear nothing more on these connections.
    void fallSilent(int node, SplittableRandom random) {
        for (var wire : wires.values()) {
            if ((wire.pair().low() == node || wire.pair().high() == node) && random.nextInt(3) == 0) {
                wire.silent = true;
            }
        }
    }
}
