package org.renkei.kernel.release;

import java.util.HashSet;
import java.util.Set;
import org.renkei.kernel.label.Classification;

/// Somebody who looks at records where they are held: an officer of the node's own nation, or one whom
/// another nation seats there. Nothing is sent, and yet the same rules say what is seen.
///
/// @param party whose eyes these are
public record Viewer(String party, Classification clearance, Set<String> caveats) {
    public Viewer {
        caveats = Set.copyOf(caveats);
    }

    /// A recipient that holds no more than this person is cleared for, and no more than the nation may be
    /// sent.
    ///
    /// @throws IllegalArgumentException for a recipient of another party
    public Recipient within(Recipient nation) {
        if (!nation.name().equals(party)) {
            throw new IllegalArgumentException("somebody of " + party + " does not see by the rights of " + nation);
        }
        var both = new HashSet<>(caveats);
        both.retainAll(nation.caveats());
        var lower = clearance.compareTo(nation.clearance()) <= 0 ? clearance : nation.clearance();
        return new Recipient(party, lower, both, nation.purposes());
    }
}
