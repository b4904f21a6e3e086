package org.renkei.simulator;

/// Two nodes by number, the lower one first: it is the one that calls.
record Pair(int low, int high) {
    static Pair of(int one, int other) {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }

    int other(int node) {
        return node == low ? high : low;
    }
}
