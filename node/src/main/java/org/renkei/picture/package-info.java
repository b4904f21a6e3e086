/// Everything that moves: tracks made from the sightings of the feeds, their history, and the picture as one caller may
/// see it, now or at any time that is still kept. [Picture][org.renkei.picture.Picture] is the door.
@ApplicationModule(
        displayName = "Picture",
        allowedDependencies = {
            "audit",
            "database",
            "federation",
            "feeds",
            "identity",
            "jobs",
            "party",
            "problem",
            "settings",
            "sight"
        })
@NullMarked
package org.renkei.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
