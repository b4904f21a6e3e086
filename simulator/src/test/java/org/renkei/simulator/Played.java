package org.renkei.simulator;

/// Histories as the command plays them.
final class Played {
    private static final int SECONDS = 60;

    private Played() {}

    static History.Outcome seed(long seed, Mutant mutant) {
        var cast = Cast.of(seed);
        return History.play(cast, seed, Drawing.of(cast, seed), mutant, SECONDS);
    }
}
