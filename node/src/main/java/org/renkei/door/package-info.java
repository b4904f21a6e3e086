/// The door: who may call what. One table, one filter chain; what is not in the table is refused.
@ApplicationModule(
        displayName = "Door",
        allowedDependencies = {"audit", "identity", "records", "settings", "problem"})
@NullMarked
package org.renkei.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
