package org.renkei.simulator;

import org.jspecify.annotations.Nullable;

/// Which fault, if any, is planted in the hosts of a history.
record Flaws(@Nullable Mutant mutant) {
    boolean have(Mutant one) {
        return mutant == one;
    }
}
