package org.renkei.kernel.release;

import java.util.Set;

/// The words of one security policy that a label may use.
public record SecurityPolicy(String id, Set<String> caveats, Set<String> purposes) {
    public SecurityPolicy {
        caveats = Set.copyOf(caveats);
        purposes = Set.copyOf(purposes);
    }
}
