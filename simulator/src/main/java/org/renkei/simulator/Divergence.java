package org.renkei.simulator;

/// An invariant that a history broke.
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    Divergence(String invariant, String what) {
        super(what, null, false, false);
        this.invariant = invariant;
    }

    String invariant() {
        return invariant;
    }

    static void unless(boolean holds, String invariant, String what) {
        if (!holds) {
            throw new Divergence(invariant, what);
        }
    }
}
