/// How this node stands, at one look and in numbers: health with advice, disk, jobs, metrics, and a bundle
/// for those who help from afar that holds no secrets.
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {
            "audit",
            "backup",
            "database",
            "door",
            "federation",
            "jobs",
            "keys",
            "party",
            "problem",
            "release",
            "review",
            "settings",
            "telemetry",
            "translation",
            "verification",
            "witness"
        })
@NullMarked
package org.renkei.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
