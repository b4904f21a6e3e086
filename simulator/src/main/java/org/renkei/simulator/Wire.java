package org.renkei.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Lane;

/// One connection with its two lanes. It lives on while either end, or the net, still holds something of it.
final class Wire {
    private final Pair pair;
    private final Map<Lane, Stream> forth = new EnumMap<>(Lane.class);
    private final Map<Lane, Stream> back = new EnumMap<>(Lane.class);
    /// The process that called gave it up, or noticed its end.
    boolean callerGone;
    boolean calleeGone;
    /// Ends without a farewell: the other side hears nothing of it.
    boolean silent;

    @Nullable
    Talk caller;

    @Nullable
    Talk callee;

    Wire(Pair pair) {
        this.pair = pair;
        for (var lane : Lane.values()) {
            forth.put(lane, new Stream());
            back.put(lane, new Stream());
        }
    }

    Pair pair() {
        return pair;
    }

    Stream from(int node, Lane lane) {
        return Objects.requireNonNull((node == pair.low() ? forth : back).get(lane));
    }

    boolean isGone(int node) {
        return node == pair.low() ? callerGone : calleeGone;
    }

    void leave(int node) {
        if (node == pair.low()) {
            callerGone = true;
        } else {
            calleeGone = true;
        }
    }

    boolean isEmpty(int from) {
        return from(from, Lane.BULK).waiting() == 0 && from(from, Lane.URGENT).waiting() == 0;
    }
}
