package org.renkei.settings;

import java.util.Map;
import org.renkei.kernel.track.Coarsening;

/// What the settings say of the picture.
///
/// @param keptDays for how many days the history of tracks is kept, 1 to 30
/// @param coarse by id of the feed: how its tracks are shown to those who may not hold its own label
public record PictureSettings(int keptDays, Map<String, Coarsening> coarse) {
    public PictureSettings {
        coarse = Map.copyOf(coarse);
    }
}
