package org.renkei.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.Precedence;

/// What somebody wants to write, read and checked: the content of a revision without id, time and number.
///
/// @param source where an imported record comes from; one record for each pair
/// @param revises the revision it is meant to replace, when the author says so
/// @param until when the release ends by itself, null for never
public record Draft(
        String kind,
        Precedence precedence,
        Label label,
        List<Portion> portions,
        List<UUID> references,
        String author,
        @Nullable Source source,
        @Nullable Integer revises,
        @Nullable Instant until,
        CborMap body) {

    public Draft {
        portions = List.copyOf(portions);
        references = List.copyOf(references);
    }

    public record Source(String system, String id) {}
}
