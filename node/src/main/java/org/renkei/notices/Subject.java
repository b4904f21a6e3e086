package org.renkei.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One thing that messages of a feed speak of.
///
/// @param record null where a cancellation came before what it cancels
/// @param sourceId of the record's source
/// @param sent of the newest message that counted
/// @param draft as the record was written last; null without a record
record Subject(
        long id,
        @Nullable UUID record,
        String sourceId,
        boolean exercise,
        Instant sent,
        @Nullable ObjectNode draft) {}
