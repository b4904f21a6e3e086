package org.renkei.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;

/// What a person is cleared for. It holds to the end of its last day, in UTC.
///
/// @param until null for a clearance without an end
public record Clearance(
        Classification level,
        List<String> caveats,
        @Nullable LocalDate until) {
    public Clearance {
        caveats = List.copyOf(caveats);
    }

    /// Whether whoever is cleared like this may know all that the other may.
    boolean covers(Clearance other) {
        return level.compareTo(other.level) >= 0 && caveats.containsAll(other.caveats);
    }

    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
