package org.renkei.federation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkProblem;

/// What a link is doing, as its threads leave it for others to read. `problem` says why it is not up.
record LinkStatus(
        Phase phase,
        Instant since,
        @Nullable Instant lastHeard,
        long roundTripMillis,
        @Nullable LinkProblem problem,
        @Nullable String detail) {

    enum Phase {
        CONNECTING("connecting"),
        UP("up"),
        DOWN("down"),
        REFUSED("refused"),
        PAUSED("paused");

        private final String code;

        Phase(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
