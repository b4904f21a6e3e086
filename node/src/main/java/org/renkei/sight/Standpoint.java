package org.renkei.sight;

import java.util.Map;
import org.renkei.kernel.release.Decision;
import org.renkei.records.Sieve;

/// From where somebody looks: equal for two people for whom every marking here is decided alike, so that they
/// see the same of every record. Only what ends at a time of its own may differ between two moments.
public sealed interface Standpoint {
    /// Who sees everything, or nothing.
    record Uncut(Sieve sieve) implements Standpoint {}

    record Decided(boolean liaison, String party, Map<Eyes.Key, Decision> decisions) implements Standpoint {
        public Decided {
            decisions = Map.copyOf(decisions);
        }
    }
}
