package org.renkei.telemetry;

/// A step that is traced.
public enum Step {
    /// A request to the API.
    REQUEST("request"),
    /// The transaction that stores records.
    COMMIT("commit"),
    /// What every party gets of them.
    DECIDE("decide"),
    /// Entries of a ledger go to a partner.
    SEND("link.send"),
    /// Entries of a partner's ledger are stored.
    STORE("link.store");

    private final String text;

    Step(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
