/// Makes records of what feeds publish: alerts, telegrams, earthquakes. Each message is taken once; what
/// speaks of the
/// same thing again becomes a further revision of its record, in the order in which it was sent, whatever
/// the order in
/// which it came. A cancellation is a revision that says so, for those who acted on what it cancels.
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"feeds", "identity", "problem", "release", "settings"})
@NullMarked
package org.renkei.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
