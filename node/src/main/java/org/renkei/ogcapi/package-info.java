/// What the node shows, as OGC API - Features for maps of others (QGIS, GDAL): collections of what moves and of located
/// records, each caller's by the release engine like every other view.
@ApplicationModule(
        displayName = "OGC API",
        allowedDependencies = {"audit", "identity", "picture", "problem", "records", "release"})
@NullMarked
package org.renkei.ogcapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
