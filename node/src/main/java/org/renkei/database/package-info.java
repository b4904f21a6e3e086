/// The PostgreSQL under this node: one that the node brings and runs itself, or one that somebody else runs.
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"settings", "keys"})
@NullMarked
package org.renkei.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
