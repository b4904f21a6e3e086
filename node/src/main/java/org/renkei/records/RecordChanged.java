package org.renkei.records;

import java.util.List;
import java.util.UUID;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.SharedRecord;

/// A record was stored, revised, recalled or received. `revision` is the newest here.
///
/// @param attachments what its newest content lists; none once recalled
public record RecordChanged(
        UUID id, int revision, String origin, String kind, Change change, List<Attachment> attachments) {
    public RecordChanged {
        attachments = List.copyOf(attachments);
    }

    public static RecordChanged of(SharedRecord content, Change change) {
        return new RecordChanged(
                content.id(),
                content.revision(),
                content.origin().toString(),
                content.kind(),
                change,
                Attachment.listIn(content.body()));
    }

    public static RecordChanged recalled(UUID id, int revision, String origin, String kind) {
        return new RecordChanged(id, revision, origin, kind, Change.RECALLED, List.of());
    }

    public enum Change {
        STORED,
        REVISED,
        RECALLED,
        RECEIVED
    }
}
