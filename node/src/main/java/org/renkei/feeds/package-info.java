/// What comes from elsewhere. Running feeds ([FeedDesk][org.renkei.feeds.FeedDesk]) hear ships and aircraft and hand
/// sightings to every [SightingSink][org.renkei.feeds.SightingSink]; a damaged line never stops one. Readers
/// ([FeedReader][org.renkei.feeds.FeedReader]) take in what the world publishes: earthquakes (USGS, JMA telegrams),
/// alerts (CAP), shelters (GSI, Nanao City) and plain GeoJSON. Each file is recognized by its content, read as a
/// stream, and yields drafts of records; what cannot be read is reported with its place and what to do, and the rest
/// goes on. Source ids are stable, so that the same file twice changes nothing.
@ApplicationModule(
        displayName = "Feeds",
        allowedDependencies = {"audit", "identity", "problem", "settings", "sight"})
@NullMarked
package org.renkei.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
