package org.renkei.kernel;

import java.util.Random;

/// Random generators by seed. Small seeds are spread first: [Random] gives neighbouring seeds much the same first
/// draws.
public final class Seeds {
    private Seeds() {}

    public static Random random(long seed) {
        return new Random(seed * 0x9E37_79B9_7F4A_7C15L + 1);
    }
}
