package org.renkei.release;

import java.util.Set;
import org.renkei.kernel.label.Classification;

/// Somebody who is given something of a record at a person's word, without a ledger and without keeping it:
/// as whom they count. Of the own nation: as a site of it. Of another: as somebody whom that nation seats
/// here, who is given no more than the nation may be sent.
///
/// @param consenting nations that have consented to all that is theirs going there
public record OutsideService(
        String party, Classification clearance, Set<String> caveats, Set<String> purposes, Set<String> consenting) {
    public OutsideService {
        caveats = Set.copyOf(caveats);
        purposes = Set.copyOf(purposes);
        consenting = Set.copyOf(consenting);
    }
}
