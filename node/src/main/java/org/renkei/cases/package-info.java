/// The coordination desk: cases that several nations work together. A statement in a case is a record of
/// the kind `case-statement`, released like any other; a case is folded from the statements that the caller
/// sees ([CaseFold][org.renkei.kernel.cases.CaseFold]), once for all who see the same. Kept beside the
/// records is only where somebody has the watch and what they have seen.
@ApplicationModule(
        displayName = "coordination desk",
        allowedDependencies = {
            "audit",
            "database",
            "documents",
            "folds",
            "identity",
            "ledger",
            "party",
            "problem",
            "records",
            "release",
            "sight",
            "settings"
        })
@NullMarked
package org.renkei.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
