/// What this node does by itself again and again: what runs, how it went last, and when it comes next.
@ApplicationModule(displayName = "Jobs", allowedDependencies = "problem")
@NullMarked
package org.renkei.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
