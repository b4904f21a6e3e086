/// The first settings of a node, asked step by step: in the terminal, or on a page of the node's own machine.
/// Answers are kept as they come, so that a setup that was broken off goes on where it was.
@ApplicationModule(
        displayName = "Setup",
        allowedDependencies = {"keys", "settings"})
@NullMarked
package org.renkei.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
