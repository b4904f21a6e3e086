/// What one caller sees of the records of this node, decided by the rules of a release: everything that reads
/// records for somebody reads them through a [Sight].
@ApplicationModule(
        displayName = "Sight",
        allowedDependencies = {"audit", "identity", "party", "records", "settings"})
@NullMarked
package org.renkei.sight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
