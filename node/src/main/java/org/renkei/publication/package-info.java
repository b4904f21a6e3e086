/// What everybody may see, without signing in: places, shelters, needs, alerts and hazards that their
/// labels call public, as pages for people, as GeoJSON, and as alerts of the Common Alerting Protocol.
/// Closed until an administrator opens it; decided by the release engine for a recipient that belongs to no
/// party.
@ApplicationModule(
        displayName = "Publication",
        allowedDependencies = {
            "audit",
            "database",
            "door",
            "identity",
            "party",
            "problem",
            "records",
            "settings",
            "sight"
        })
@NullMarked
package org.renkei.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
