/// Cosigning of audit logs between partners (roots only): what partners say of this node's log, and what
/// this node says of theirs. Whoever rewrites a log as a whole, keys and database in hand, contradicts what
/// others have cosigned.
@ApplicationModule(
        displayName = "Witness",
        allowedDependencies = {"audit", "keys", "problem", "settings", "verification"})
@NullMarked
package org.renkei.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
