/// The release officer's desk: the nation's release policy, the releases that wait for an officer, the
/// officers' rulings, and emergency releases with their review afterwards.
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "audit",
            "database",
            "identity",
            "keys",
            "party",
            "problem",
            "records",
            "release",
            "settings",
            "sight",
            "yaml"
        })
@NullMarked
package org.renkei.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
