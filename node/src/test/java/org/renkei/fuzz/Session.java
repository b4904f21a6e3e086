package org.renkei.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// One parser under fuzz from a seed. An input that ends in a way not seen before joins those that others are made
/// from.
final class Session {
    /// A finding and the input that shows it.
    record Finding(String what, byte[] input) {}

    private static final int MOST_IN_POOL = 4_000;
    private static final int LARGEST_IN_POOL = 4_096;

    private final Target target;
    private final long seed;
    private final List<byte[]> pool;
    private final Set<String> paths = new HashSet<>();
    private final List<byte[]> novel = new ArrayList<>();
    private volatile byte[] current = new byte[0];
    private volatile long since = System.nanoTime();
    private long inputs;
    private Duration slowest = Duration.ZERO;
    private long most;

    Session(Target target, List<byte[]> kept, long seed) {
        this.target = target;
        this.seed = seed;
        this.pool = new ArrayList<>(target.seeds());
        pool.addAll(kept);
    }

    /// Reads the seeds and what was kept as they are.
    List<Finding> begin() {
        var findings = new ArrayList<Finding>();
        for (var input : List.copyOf(pool)) {
            findings.addAll(read(input));
        }
        novel.clear();
        return findings;
    }

    /// Makes the next input and reads it.
    List<Finding> step() {
        var random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + inputs);
        return read(new Mutator(target, random).next(pool));
    }

    private List<Finding> read(byte[] input) {
        current = input;
        since = System.nanoTime();
        var trial = Trial.of(target, input);
        inputs++;
        slowest = trial.took().compareTo(slowest) > 0 ? trial.took() : slowest;
        most = Math.max(most, trial.allocated());
        if (paths.add(trial.path()) && input.length <= LARGEST_IN_POOL && pool.size() < MOST_IN_POOL) {
            pool.add(input);
            novel.add(input);
        }
        return trial.finding().map(what -> List.of(new Finding(what, input))).orElse(List.of());
    }

    /// Inputs of new paths, since [#begin].
    List<byte[]> novel() {
        return List.copyOf(novel);
    }

    byte[] current() {
        return current;
    }

    Duration currentFor() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    String summary() {
        return "%-16s %,12d inputs, %,5d ways to end, slowest %,5d ms, most memory %,7d KiB"
                .formatted(target.name(), inputs, paths.size(), slowest.toMillis(), most / 1024);
    }
}
