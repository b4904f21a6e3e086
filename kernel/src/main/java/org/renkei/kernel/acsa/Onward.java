package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something received that is to go on to others than the receiving forces: only with the provider's prior written
/// consent, and without it not at all (10 U.S.C. 2342(d) for what the United States supply).
///
/// @param recipient who is to have it: a party's code
/// @param quantities by line
/// @param consented null while the provider has not answered
public record Onward(
        int number,
        String recipient,
        Map<Integer, Long> quantities,
        LocalDate askedOn,
        @Nullable Boolean consented,
        @Nullable LocalDate handedOn) {
    public Onward {
        quantities = Map.copyOf(quantities);
    }

    /// How far it has come.
    public enum State {
        ASKED,
        CONSENTED,
        REFUSED,
        HANDED_ON;

        public String code() {
            return Codes.code(this);
        }
    }

    public State state() {
        if (handedOn != null) {
            return State.HANDED_ON;
        }
        if (consented == null) {
            return State.ASKED;
        }
        return consented ? State.CONSENTED : State.REFUSED;
    }

    /// Whether its quantities are spoken for.
    boolean counts() {
        return consented == null || consented;
    }

    Onward answered(boolean consent) {
        return new Onward(number, recipient, quantities, askedOn, consent, handedOn);
    }

    Onward handed(LocalDate on) {
        return new Onward(number, recipient, quantities, askedOn, consented, on);
    }
}
