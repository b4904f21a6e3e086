/// The demonstration: three nodes of three nations as processes on this machine, and a scenario played between them.
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"command", "keys", "settings"})
@NullMarked
package org.renkei.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
