/// What this nation has told a partner and what that partner has told it, subject by subject over the
/// desks, how own records stand with the partner, and what contradicts. It asks the desks and keeps
/// nothing; the desks know nothing of it and nothing of one another.
@ApplicationModule(
        displayName = "difference",
        allowedDependencies = {
            "acsa",
            "cases",
            "identity",
            "party",
            "problem",
            "records",
            "release",
            "relief",
            "settings",
            "sight"
        })
@NullMarked
package org.renkei.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
