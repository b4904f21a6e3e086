/// Traces by OpenTelemetry: which steps a request went through and how long each took, here and, where both
/// nations want it, at the partner's node. Off unless the settings name a place to send them to.
@ApplicationModule(displayName = "Telemetry", allowedDependencies = "settings")
@NullMarked
package org.renkei.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
