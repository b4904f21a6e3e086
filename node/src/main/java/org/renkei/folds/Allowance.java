package org.renkei.folds;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// How many records all kinds together may keep in memory: what fits into a quarter of it.
final class Allowance {
    /// What a statement takes, with what follows from it.
    private static final int BYTES = 1_500;
    private static final int LEAST = 20_000;

    private final long most = Math.max(LEAST, Runtime.getRuntime().maxMemory() / 4 / BYTES);
    private final List<Remembered<?, ?>> kinds = new CopyOnWriteArrayList<>();

    <S, F> Remembered<S, F> share() {
        var remembered = new Remembered<S, F>();
        kinds.add(remembered);
        return remembered;
    }

    long records() {
        return kinds.stream().mapToLong(Remembered::records).sum();
    }

    /// Whether half of it is left.
    boolean hasRoom() {
        return records() < most / 2;
    }

    /// The kind with most gives up first.
    void enforce() {
        while (records() > most) {
            var heaviest = kinds.stream()
                    .max(Comparator.comparingLong(Remembered::records))
                    .orElseThrow();
            if (!heaviest.forgetEldest()) {
                return;
            }
        }
    }
}
