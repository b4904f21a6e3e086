package org.renkei.records;

import java.util.List;

/// What one transaction changed, in order.
public record RecordsChanged(List<RecordChanged> changes) {
    public RecordsChanged {
        changes = List.copyOf(changes);
    }
}
