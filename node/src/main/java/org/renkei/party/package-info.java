/// Parties, security policies and agreements: the dated facts from which releases take their authority. The
/// register is filled from public facts at the first start and changes by versions.
@ApplicationModule(
        displayName = "Party",
        allowedDependencies = {"audit", "identity", "keys", "settings", "problem", "yaml"})
@NullMarked
package org.renkei.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
