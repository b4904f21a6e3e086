package org.renkei.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Draws the events of a history from its seed, before any of them happens.
final class Drawing {
    private final Cast cast;
    private final SplittableRandom random;
    private final List<Event> events = new ArrayList<>();

    private Drawing(Cast cast, long seed) {
        this.cast = cast;
        this.random = new SplittableRandom(seed ^ 0x5EED);
    }

    static List<Event> of(Cast cast, long seed) {
        return new Drawing(cast, seed).draw();
    }

    private List<Event> draw() {
        for (var node = 0; cast.restores() && node < cast.nodes().size(); node++) {
            events.add(new Event.Backup(node));
        }
        for (var left = 20 + random.nextInt(40); left > 0; left--) {
            one();
            if (random.nextInt(3) > 0) {
                events.add(new Event.Run(random.nextInt(random.nextInt(4) == 0 ? 300 : 60), dice()));
            }
        }
        if (cast.restores() && random.nextInt(5) == 0) {
            copy(node(), random.nextInt(events.size() / 2, events.size()));
        }
        if (random.nextInt(2) == 0) {
            oldMedia();
        }
        return List.copyOf(events);
    }

    /// Somebody clears out a drawer, and takes in what is found there.
    private void oldMedia() {
        for (var node = 0; node < cast.nodes().size(); node++) {
            events.add(new Event.Import(node, dice()));
            events.add(new Event.Import(node, dice()));
        }
    }

    /// A copy of a node that knows of nothing runs in its place, writes, and signs a medium.
    private void copy(int node, int when) {
        events.addAll(
                when,
                List.of(
                        new Event.Copy(node, dice()),
                        new Event.Write(node, dice()),
                        new Event.Export(node, other(node))));
    }

    private void one() {
        var node = node();
        var draw = random.nextInt(100);
        if (draw < 30) {
            events.add(new Event.Write(node, dice()));
        } else if (draw < 42) {
            events.add(new Event.Revise(node, dice()));
        } else if (draw < 48) {
            events.add(new Event.Recall(node, dice()));
        } else if (draw < 56) {
            var changes = Event.Change.values();
            var partner = other(node);
            events.add(new Event.AgreementChange(node, partner, changes[random.nextInt(changes.length)], dice()));
            if (random.nextInt(3) > 0) {
                events.add(new Event.Curiosity(partner, node, dice()));
                events.add(new Event.Run(5 + random.nextInt(40), dice()));
            }
        } else if (draw < 74) {
            net();
        } else if (draw < 80) {
            events.add(new Event.Crash(node, dice()));
            if (random.nextInt(3) > 0) {
                events.add(new Event.Restart(node));
            }
        } else if (draw < 83) {
            events.add(new Event.Restart(node));
        } else if (draw < 86) {
            events.add(new Event.ClockJump(node, random.nextInt(-600, 600)));
        } else if (draw < 87) {
            events.add(new Event.Outage(random.nextInt(3) == 0 ? 24 * random.nextInt(1, 30) : random.nextInt(1, 12)));
        } else {
            rare(node);
        }
    }

    private void net() {
        var pair = cast.linked().get(random.nextInt(cast.linked().size()));
        switch (random.nextInt(9)) {
            case 0 -> events.add(new Event.Cut(pair, true, true));
            case 1 -> events.add(new Event.Cut(pair, random.nextBoolean(), random.nextBoolean()));
            case 2, 3 -> events.add(new Event.Heal(pair));
            case 4 -> events.add(new Event.LateAttempt(pair, dice()));
            case 5 -> events.add(new Event.Flip(pair, dice()));
            default -> events.add(new Event.Break(pair, dice()));
        }
    }

    private void rare(int node) {
        switch (random.nextInt(21)) {
            case 0, 1 -> events.add(new Event.Backup(node));
            case 2, 3, 12 -> {
                if (cast.restores()) {
                    events.add(new Event.Restore(node, dice()));
                }
            }
            case 4, 5, 13 -> medium(node, other(node));
            case 6, 7 -> events.add(new Event.Import(node, dice()));
            case 8, 9 -> parcels();
            case 10 -> events.add(new Event.Forge(other(node), node, dice()));
            case 18, 19, 20 -> {
                if (cast.older().isEmpty()) {
                    events.add(new Event.Rekey(node));
                }
            }
            case 14 -> events.add(new Event.Rot(node, dice()));
            case 15, 16, 17 -> events.add(new Event.Curiosity(node, other(node), dice()));
            default -> {
                if (random.nextInt(4) == 0) {
                    events.add(new Event.Damage(node, other(node), dice()));
                }
            }
        }
    }

    private void medium(int from, int to) {
        events.add(new Event.Export(from, to));
        if (random.nextBoolean()) {
            events.add(new Event.Import(to, dice()));
        }
        if (random.nextInt(3) == 0) {
            events.add(new Event.Revise(from, dice()));
            events.add(new Event.Run(20 + random.nextInt(60), dice()));
            events.add(new Event.Import(to, dice()));
        }
    }

    private void parcels() {
        if (cast.relays().isEmpty()) {
            return;
        }
        var pairs = List.copyOf(cast.relays().keySet());
        var pair = pairs.get(random.nextInt(pairs.size()));
        var from = random.nextBoolean() ? pair.low() : pair.high();
        events.add(new Event.Post(from, pair.other(from)));
        if (random.nextBoolean()) {
            events.add(new Event.Run(20 + random.nextInt(60), dice()));
        }
        if (random.nextInt(3) == 0) {
            var way = cast.way(from, pair.other(from));
            events.add(new Event.Tamper(way.get(random.nextInt(way.size() - 1)), dice()));
        }
    }

    private int node() {
        return random.nextInt(cast.nodes().size());
    }

    private int other(int node) {
        var other = random.nextInt(cast.nodes().size() - 1);
        return other < node ? other : other + 1;
    }

    private long dice() {
        return random.nextLong();
    }
}
