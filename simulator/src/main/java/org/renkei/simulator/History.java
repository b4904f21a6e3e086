package org.renkei.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;

/// Plays one list of events and answers what it broke, if anything.
final class History {
    private static final long BEGIN_MICROS = 1_772_323_200_000_000L;
    private static final long SECOND = 1_000_000;
    private static final long HOUR = 3600 * SECOND;
    private static final int MOST_STEPS = 60_000;
    private static final int FINAL_ROUNDS = 60;
    private static final long FINAL_ROUND_MICROS = 20 * SECOND;
    /// A refusal of a content takes a while to be said.
    private static final long REFUSAL_MICROS = 300_000;
    private static final int MOST_REFUSALS = 6;
    private static final int BY_HAND_IN = 4;

    private final Cast cast;
    private final Words words = new Words();
    private final Flaws flaws;
    private final Watch watch;
    private final Desks desks;
    private final List<SimNode> nodes = new ArrayList<>();
    private final Net net;
    private final Carriage carriage;
    private final Office office;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final SplittableRandom last;
    private long micros = BEGIN_MICROS;
    private long latestClock;
    private long nextTick;

    private History(Cast cast, long seed, @Nullable Mutant mutant) {
        this.cast = cast;
        this.flaws = new Flaws(mutant);
        this.watch = new Watch(cast);
        this.desks = new Desks(cast, flaws, watch);
        for (var index = 0; index < cast.nodes().size(); index++) {
            nodes.add(new SimNode(index, cast, words, flaws, () -> micros));
        }
        this.net = new Net(nodes, desks, seed, () -> micros);
        this.carriage = new Carriage(cast, words, nodes, desks, this::count);
        this.office = new Office(cast, nodes, desks, this::count);
        desks.open(office);
        this.last = new SplittableRandom(seed ^ 0xE2D);
    }

    /// @param failure what was broken, null when nothing was
    record Outcome(@Nullable Divergence failure, Map<String, Integer> counts, long bytes) {}

    /// @param seconds of this machine after which it counts as stuck
    static Outcome play(Cast cast, long seed, List<Event> events, @Nullable Mutant mutant, int seconds) {
        var history = new History(cast, seed, mutant);
        var deadline = System.nanoTime() + seconds * 1_000_000_000L;
        try {
            history.nodes.forEach(SimNode::tick);
            for (var event : events) {
                history.happen(event);
                Divergence.unless(System.nanoTime() < deadline, "comes to rest", "stuck at " + event);
            }
            history.end();
            return history.outcome(null);
        } catch (Divergence divergence) {
            return history.outcome(divergence);
        } catch (RuntimeException e) {
            var at = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
            return history.outcome(new Divergence("nothing unforeseen", e + at));
        }
    }

    private Outcome outcome(@Nullable Divergence failure) {
        desks.problems().forEach((problem, times) -> counts.put("ended " + problem.code(), times));
        return new Outcome(failure, counts, watch.bytes());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void happen(Event event) {
        switch (event) {
            case Event.Run(var steps, var dice) -> run(steps, new SplittableRandom(dice));
            case Event.Outage(var hours) -> {
                count("outage");
                pass(hours * HOUR);
            }
            case Event.Write(var node, var dice) -> {
                if (nodes.get(node).isUp()) {
                    nodes.get(node).desk().write(new SplittableRandom(dice));
                    count("write");
                }
            }
            case Event.Revise(var node, var dice) ->
                countIf("revise", up(node) && nodes.get(node).desk().revise(new SplittableRandom(dice)));
            case Event.Recall(var node, var dice) ->
                countIf("recall", up(node) && nodes.get(node).desk().recall(new SplittableRandom(dice)));
            case Event.AgreementChange change -> {
                if (up(change.node())) {
                    nodes.get(change.node()).desk().change(change, new SplittableRandom(change.dice()));
                    count("agreement " + change.change().name().toLowerCase(java.util.Locale.ROOT));
                }
            }
            case Event.Cut(var pair, var forth, var back) -> {
                net.cut(pair, forth, back);
                countIf(forth && back ? "partition" : "one-way cut", forth || back);
            }
            case Event.Heal(var pair) -> net.heal(pair);
            case Event.Break(var pair, var dice) ->
                countIf("connection lost", net.breakUp(pair, new SplittableRandom(dice)));
            case Event.LateAttempt(var pair, var dice) ->
                countIf("late attempt", net.lateAttempt(pair, new SplittableRandom(dice)));
            case Event.Flip(var pair, var dice) -> countIf("bit flip", net.flip(pair, new SplittableRandom(dice)));
            case Event.ClockJump(var node, var minutes) -> {
                nodes.get(node).jump(minutes * 60L * SECOND);
                noteClocks();
                nodes.get(node).tick();
                count("clock jump");
            }
            case Event.Crash(var node, var dice) -> crash(node, new SplittableRandom(dice));
            case Event.Restart(var node) -> restart(node);
            case Event.Backup(var node) -> {
                nodes.get(node).backup();
                count("backup");
            }
            case Event.Restore(var node, var dice) -> restore(node, true, new SplittableRandom(dice));
            case Event.Copy(var node, var dice) -> restore(node, false, new SplittableRandom(dice));
            case Event.Export(var from, var to) -> carriage.export(from, to);
            case Event.Import(var node, var dice) -> carriage.importOne(node, new SplittableRandom(dice));
            case Event.Post(var from, var to) -> office.post(from, to);
            case Event.Tamper(var node, var dice) -> office.tamper(node, new SplittableRandom(dice));
            case Event.Forge(var from, var to, var dice) ->
                carriage.forge(from, to, micros, new SplittableRandom(dice));
            case Event.Rekey(var node) -> {
                if (up(node)) {
                    nodes.get(node).exchangeKeys();
                    count("new keys");
                }
            }
            case Event.Rot(var node, var dice) -> rot(node, new SplittableRandom(dice));
            case Event.Curiosity(var node, var partner, var dice) ->
                curiosity(node, partner, new SplittableRandom(dice));
            case Event.Damage(var node, var partner, var dice) -> damage(node, partner, new SplittableRandom(dice));
        }
    }

    private void countIf(String what, boolean happened) {
        if (happened) {
            count(what);
        }
    }

    private boolean up(int node) {
        return nodes.get(node).isUp();
    }

    private void run(int steps, SplittableRandom random) {
        for (var left = steps; left > 0; left--) {
            if (random.nextInt(3) == 0) {
                pass(random.nextInt(800) * 1000L);
            }
            if (random.nextInt(10) == 0) {
                var node = nodes.get(random.nextInt(nodes.size()));
                if (node.isUp()) {
                    node.desk().work();
                }
            }
            net.step(cast.linked().get(random.nextInt(cast.linked().size())), random);
        }
    }

    private void pass(long passing) {
        micros += passing;
        noteClocks();
        if (micros >= nextTick) {
            nextTick = micros + SECOND;
            nodes.forEach(SimNode::tick);
        }
    }

    private void noteClocks() {
        nodes.forEach(node -> latestClock = Math.max(latestClock, node.micros()));
    }

    private void crash(int node, SplittableRandom random) {
        if (up(node)) {
            net.fallSilent(node, random);
            nodes.get(node).crash();
            net.processEnded(node);
            count("crash");
        }
    }

    private void restart(int node) {
        if (!up(node)) {
            nodes.get(node).restart();
            nodes.get(node).tick();
            count("restart");
        }
    }

    private void restore(int node, boolean told, SplittableRandom random) {
        net.fallSilent(node, random);
        if (nodes.get(node).restore(random.nextInt(1 << 10), told)) {
            net.processEnded(node);
            nodes.get(node).tick();
            count(told ? "restore" : "copy");
        }
    }

    private void rot(int node, SplittableRandom random) {
        var contents = nodes.get(node).store().contents;
        var partners = List.copyOf(nodes.get(node).store().copies.values());
        var digest = random.nextBoolean() || contents.isEmpty()
                ? partners.get(random.nextInt(partners.size()))
                        .parts
                        .rot(random.nextInt(1 << 10), random.nextInt(1 << 20))
                : List.copyOf(contents.keySet()).get(random.nextInt(contents.size()));
        if (digest != null) {
            contents.computeIfPresent(digest, (key, bytes) -> {
                var rotten = bytes.clone();
                rotten[random.nextInt(bytes.length)] ^= 1;
                return rotten;
            });
            watch.rotten(digest);
            count("rot");
        }
    }

    private void curiosity(int node, int partner, SplittableRandom random) {
        if (!up(node) || !cast.linked().contains(Pair.of(node, partner))) {
            return;
        }
        var contents = nodes.get(partner).store().contents;
        var held = nodes.get(node).store().copy(partner).parts.all().keySet();
        var known = contents.keySet().stream().filter(held::contains).toList();
        var all = known.isEmpty() || random.nextInt(3) == 0 ? List.copyOf(contents.keySet()) : known;
        if (!all.isEmpty()) {
            var one = all.get(random.nextInt(all.size()));
            var size = Objects.requireNonNull(contents.get(one)).length;
            nodes.get(node).beCurious(partner, new Fetching.Wanted(one, 0, size));
            count("curiosity");
        }
    }

    private void damage(int node, int partner, SplittableRandom random) {
        if (!cast.speak(node, partner)) {
            return;
        }
        var copy = nodes.get(node).store().copy(partner);
        if (!copy.rows.isEmpty()) {
            var at = random.nextInt(copy.rows.size());
            var row = copy.rows.get(at);
            copy.rows.set(
                    at,
                    new Copy.Row(
                            Hash.ofContent(row.leaf().bytes()), row.record(), row.recall(), row.bytes(), row.seal()));
            copy.damaged = true;
            var talk = nodes.get(node).talk(partner);
            if (talk != null) {
                talk.broke();
            }
            count("damage");
        }
    }

    /// Everything is healed, and goes on until nothing happens any more.
    private void end() {
        net.healAll();
        for (var index = 0; index < nodes.size(); index++) {
            if (!up(index)) {
                nodes.get(index).restart();
            }
        }
        noteClocks();
        nodes.forEach(node -> node.setClock(latestClock));
        nodes.forEach(SimNode::tick);
        var steps = 0;
        for (var round = 0; round < FINAL_ROUNDS; round++) {
            steps += quiet();
            Divergence.unless(steps < MOST_STEPS, "comes to rest", "still busy after " + steps + " steps");
            var judgement = new Judgement(cast, nodes, desks, watch);
            var epochs = round > 0 ? judgement.openEpochs() : 0;
            for (var epoch = 0; epoch < epochs; epoch++) {
                count("epoch");
            }
            if (round > 0 && epochs == 0 && judgement.isSettled()) {
                judgement.judge();
                return;
            }
            exchangeParcels(round);
            for (var left = MOST_REFUSALS; left > 0 && judgement.isFetching(); left--) {
                micros += REFUSAL_MICROS;
                nodes.forEach(SimNode::tick);
                steps += quiet();
            }
            micros += round * FINAL_ROUND_MICROS;
            nodes.forEach(SimNode::tick);
        }
        var judgement = new Judgement(cast, nodes, desks, watch);
        judgement.judge();
    }

    private int quiet() {
        var steps = 0;
        for (var busy = true; busy && steps < MOST_STEPS; ) {
            busy = false;
            for (var node : nodes) {
                while (node.desk().work()) {
                    busy = true;
                    steps++;
                }
            }
            for (var pair : pairs()) {
                while (steps < MOST_STEPS && net.step(pair, last)) {
                    busy = true;
                    steps++;
                }
            }
        }
        return steps;
    }

    /// In the end a pair without link that needs to talk gets one: what a restored node lost does not come by
    /// parcel.
    private List<Pair> pairs() {
        var pairs = new ArrayList<>(cast.linked());
        for (var pair : cast.relays().keySet()) {
            if (nodes.get(pair.low()).wasRestored() || nodes.get(pair.high()).wasRestored()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /// By parcel, and where the way does not let one pass, by hand.
    private void exchangeParcels(int round) {
        for (var pair : cast.relays().keySet()) {
            if (pairs().contains(pair)) {
                continue;
            }
            if (round % BY_HAND_IN < BY_HAND_IN - 1) {
                office.post(pair.low(), pair.high());
                office.post(pair.high(), pair.low());
            } else {
                carriage.deliver(pair.low(), pair.high());
                carriage.deliver(pair.high(), pair.low());
            }
        }
    }
}
