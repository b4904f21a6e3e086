package org.renkei.records;

import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;

/// A revision that this node wrote, on its way into the store; `first` when it makes the record.
public record OwnRevision(SharedRecord content, byte[] encoded, Draft.@Nullable Source source, boolean first) {

    public static OwnRevision of(SharedRecord content, Draft.@Nullable Source source, boolean first) {
        return new OwnRevision(content, RecordCodec.encode(content), source, first);
    }

    /// [RecordCodec#digest] of the content.
    public Hash digest() {
        return Hash.ofContent(encoded);
    }
}
