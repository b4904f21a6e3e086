/// People: who they are, what they sign in with, and where they are signed in. What each may do is the door's matter;
/// here a request becomes a [Caller].
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"audit", "database", "keys", "settings", "problem"})
@NullMarked
package org.renkei.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
