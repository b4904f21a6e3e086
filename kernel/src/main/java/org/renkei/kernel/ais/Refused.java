package org.renkei.kernel.ais;

import java.util.Arrays;

/// Ends the reading of one line. Thrown and caught inside this package only; without a stack, as noise on
/// the air is no fault of the program and must cost nothing.
final class Refused extends RuntimeException {
    private static final Refused[] ALL =
            Arrays.stream(AisRefusal.values()).map(Refused::new).toArray(Refused[]::new);

    final AisRefusal reason;

    private Refused(AisRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    static Refused because(AisRefusal reason) {
        return ALL[reason.ordinal()];
    }
}
