package org.renkei.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.renkei.feeds.SightingSink;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Sighting;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Takes what the running feeds yield into the picture, under the rules of the settings: the label of each feed and
/// how its tracks are made coarse.
@Component
class FeedIntake implements SightingSink {
    private final Picture picture;

    FeedIntake(Picture picture, NodeSettings settings) {
        this.picture = picture;
        picture.govern(settings.feeds().stream()
                .collect(Collectors.toMap(
                        FeedSettings::id,
                        feed -> new FeedRule(
                                feed.label(), settings.picture().coarse().get(feed.id())))));
    }

    @Override
    public void seen(List<Sighting> sightings) {
        sightings.forEach(picture::take);
    }
}
