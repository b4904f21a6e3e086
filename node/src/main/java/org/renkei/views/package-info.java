/// Saved views of the picture: each person's own at this node, and those that colleagues of the same office
/// share. They say where and how one looks; they never leave the node.
@ApplicationModule(
        displayName = "saved views",
        allowedDependencies = {"audit", "identity", "problem"})
@NullMarked
package org.renkei.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
