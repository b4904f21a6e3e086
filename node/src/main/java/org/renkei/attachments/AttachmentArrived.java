package org.renkei.attachments;

import java.util.List;
import java.util.UUID;

/// A content has come whole from its source; to be heard after the transaction.
///
/// @param records those that list it
public record AttachmentArrived(List<UUID> records) {
    public AttachmentArrived {
        records = List.copyOf(records);
    }
}
