package org.renkei.kernel.review;

import java.util.List;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;

/// What officers ruled about one record and one party.
///
/// @param released whether it may go
/// @param cuts places that the party does not get although the rules would give them
/// @param marking of the record when it was ruled; a ruling to release holds for that marking only
public record Ruling(boolean released, List<JsonPointer> cuts, Hash marking) {
    public Ruling {
        cuts = List.copyOf(cuts);
    }
}
