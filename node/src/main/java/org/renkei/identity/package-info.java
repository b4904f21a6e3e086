/// The door: who may call what. One table, one filter chain; what is not in the table is refused.
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"keys", "settings", "problem"})
@NullMarked
package org.renkei.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
