package org.renkei.records;

import java.util.UUID;

/// A record was stored, revised, recalled or received. `revision` is the newest here.
public record RecordChanged(UUID id, int revision, String origin, String kind, Change change) {

    public enum Change {
        STORED,
        REVISED,
        RECALLED,
        RECEIVED
    }
}
