package org.renkei.kernel.release;

import java.util.Set;
import org.renkei.kernel.label.Classification;

/// Somebody a release may go to: a party, the highest classification that may be sent there, the caveats it is briefed
/// on and the purposes open to it.
public record Recipient(String party, Classification clearance, Set<String> caveats, Set<String> purposes) {
    public Recipient {
        caveats = Set.copyOf(caveats);
        purposes = Set.copyOf(purposes);
    }
}
