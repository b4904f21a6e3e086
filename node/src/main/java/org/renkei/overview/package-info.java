/// What a watch looks at first: how everything stands that the caller sees, over all desks, and the
/// handover brief. It asks the desks and keeps nothing; the desks know nothing of it and nothing of one
/// another.
@ApplicationModule(
        displayName = "overview",
        allowedDependencies = {
            "acsa",
            "audit",
            "cases",
            "commitments",
            "documents",
            "federation",
            "identity",
            "meetings",
            "problem",
            "records",
            "relief",
            "review",
            "settings",
            "sight",
            "watchlog"
        })
@NullMarked
package org.renkei.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
