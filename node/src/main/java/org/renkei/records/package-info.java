/// Records as this node holds them: drafts that are read and checked, kinds with their schemas, the store of revisions,
/// and how a record is shown.
@ApplicationModule(
        displayName = "Records",
        allowedDependencies = {"database", "settings", "problem"})
@NullMarked
package org.renkei.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
