package org.renkei.telemetry;

/// What may be said of a step. There is no other attribute: nothing of a record, a person or a secret can
/// be in a trace.
public enum Fact {
    /// The route as the authorization table names it.
    ROUTE("http.route"),
    METHOD("http.request.method"),
    STATUS("http.response.status_code"),
    /// The key of a partner.
    PARTY("renkei.party"),
    /// How many records or entries.
    COUNT("renkei.count");

    private final String text;

    Fact(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
