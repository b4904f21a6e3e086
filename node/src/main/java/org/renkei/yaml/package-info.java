/// YAML that people write by hand for a node: read strictly, and every mistake told with its line.
@ApplicationModule(
        displayName = "YAML",
        allowedDependencies = {"problem"})
@NullMarked
package org.renkei.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
