package org.renkei.kernel.link;

/// Whether bulk takes back what it lost while something stood in the way: as quickly as it went, once the
/// way is free. When that gets in the way itself it rests, longer each time; when that has not helped, or when
/// it finds nothing several times, the line is as it is. Part of [Pacer].
final class PaceRecovery {
    private static final double REACHED = 0.8;
    private static final int VAIN = 3;
    private static final int TRIES = 4;

    /// The rate before, which may have been lost to somebody else's doing; 0 once it is reached or
    /// disproved.
    private double before;
    private int vain;
    private int tries;
    /// Blocks of time in which the way is free and that are let pass all the same.
    private int rest;
    private boolean underWay;

    /// What the line carries was only begun to be sought.
    void seekOn() {
        before = Double.MAX_VALUE;
    }

    void lost(double rate) {
        before = Math.max(before, rate);
    }

    /// A block of time begins.
    void begin(boolean free, double rate) {
        if (free && rest > 0) {
            rest--;
            underWay = false;
        } else {
            underWay = free && rate < REACHED * before;
        }
    }

    boolean isUnderWay() {
        return underWay;
    }

    /// A block of time is over.
    ///
    /// @param found whether the rate grew
    /// @param hungry whether there was more to send
    /// @param inTheWay whether something stood in the way
    void judge(boolean found, boolean hungry, boolean inTheWay, double rate) {
        if (!underWay) {
            return;
        }
        vain = found || !hungry ? 0 : vain + 1;
        if (vain >= VAIN || rate >= REACHED * before || inTheWay && tries + 1 >= TRIES) {
            before = 0;
            vain = 0;
            tries = 0;
            rest = 0;
        } else if (inTheWay) {
            tries++;
            rest = 1 << tries;
            vain = 0;
        }
    }
}
