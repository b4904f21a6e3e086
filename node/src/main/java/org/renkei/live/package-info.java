/// Changes as they happen, for the screens: one stream of server-sent events for each that is open.
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {"records", "party", "federation", "identity", "sight"})
@NullMarked
package org.renkei.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
