package org.renkei.kernel.cot;

import java.util.Arrays;

/// Ends the reading of one piece. Thrown and caught inside this package only; without a stack, as what others send is
/// no fault of the program and must cost nothing.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Refused[] ALL =
            Arrays.stream(CotRefusal.values()).map(Refused::new).toArray(Refused[]::new);

    final CotRefusal reason;

    private Refused(CotRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    static Refused because(CotRefusal reason) {
        return ALL[reason.ordinal()];
    }
}
