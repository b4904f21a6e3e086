/// Calendars (RFC 5545) that each person subscribes to: deadlines of cases, consultations, commitments and
/// moves, as far as that person sees them. It asks the desks like the overview, and keeps what it gave out
/// to whom, without its words: what ends or is recalled is cancelled for everybody who got it.
@ApplicationModule(
        displayName = "calendars",
        allowedDependencies = {
            "audit",
            "cases",
            "commitments",
            "identity",
            "meetings",
            "overview",
            "party",
            "problem",
            "relief",
            "settings"
        })
@NullMarked
package org.renkei.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
