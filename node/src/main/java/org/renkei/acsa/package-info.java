/// The ACSA desk: orders of supplies and services between two nations' forces. A statement on an order is a record of
/// the kind `acsa-statement`, released like any other; an order is folded from the statements that the caller sees
/// ([OrderFold][org.renkei.kernel.acsa.OrderFold]). Nothing of an order is kept beside the records, so nothing can
/// differ from
/// them.
@ApplicationModule(
        displayName = "ACSA desk",
        allowedDependencies = {
            "audit",
            "database",
            "identity",
            "jobs",
            "party",
            "problem",
            "records",
            "release",
            "sight",
            "settings"
        })
@NullMarked
package org.renkei.acsa;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
