/// Watching the sea and the air: gives every sighting of the feeds to the kernel's
/// [Watch][org.renkei.kernel.watch.Watch] and writes down what it finds as records of this node, which are released
/// like any other. What is watched for stands in a plan that people change.
@ApplicationModule(
        displayName = "Watching",
        allowedDependencies = {"audit", "feeds", "identity", "problem", "release", "sight"})
@NullMarked
package org.renkei.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
