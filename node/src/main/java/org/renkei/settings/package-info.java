/// The settings of one node: one YAML file, read and checked as a whole before anything starts.
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {})
@NullMarked
package org.renkei.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
