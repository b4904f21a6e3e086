/// The ACSA desk: orders of supplies and services between two nations' forces. A statement on an order is a record of
/// the kind `acsa-statement`, released like any other; an order is folded from the statements that the caller sees
/// ([OrderFold][org.renkei.kernel.acsa.OrderFold]). What is kept of an order beside its records is folded in the
/// transaction that changes them and can be made anew at any time, so that it cannot differ from them.
@ApplicationModule(
        displayName = "ACSA desk",
        allowedDependencies = {
            "audit",
            "database",
            "documents",
            "identity",
            "jobs",
            "party",
            "problem",
            "records",
            "release",
            "sight",
            "settings",
            "verification"
        })
@NullMarked
package org.renkei.acsa;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
