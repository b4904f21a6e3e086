/// Backups of everything a node keeps, while it works: files of its PostgreSQL with the log since, keys and
/// settings of the data folder; and the way back, to the end of the log or to an instant.
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"database", "settings", "keys", "audit", "problem", "jobs"})
@NullMarked
package org.renkei.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
