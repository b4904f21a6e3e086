/// The keys of this node and the cards of its partners: who signs, who may connect.
@ApplicationModule(displayName = "Keys", allowedDependencies = "settings")
@NullMarked
package org.renkei.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
