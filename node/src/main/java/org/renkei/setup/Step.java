package org.renkei.setup;

import java.util.List;
import java.util.Locale;

/// The questions of a setup, in their order, each with the answers that it wants.
public enum Step {
    /// What this node is called, and whether all on it is exercise.
    NODE("node", "nameEn", "nameJa", "exercise"),
    /// Where data and backups lie.
    PLACE("data", "backup"),
    /// Where people and partners reach it.
    ADDRESSES("apiAddress", "apiPort", "tlsCertificate", "tlsKey", "linkAddress", "linkPort"),
    /// The keys are made and shown; there is nothing to answer.
    KEYS,
    /// The first partner; no card for none.
    PARTNER("card", "fingerprint", "clearance", "caveats", "purposes");

    private final List<String> fields;

    Step(String... fields) {
        this.fields = List.of(fields);
    }

    public List<String> fields() {
        return fields;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
