package org.renkei.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.TrackGrid;

/// Reads the section `picture`.
final class PictureSections {
    /// Thinning lets nothing get older.
    private static final int MOST_DAYS = 30;

    private static final int MOST_MINUTES = 60;
    private static final int MOST_CELLS = 100;

    private final List<String> mistakes;

    private PictureSections(List<String> mistakes) {
        this.mistakes = mistakes;
    }

    static PictureSettings read(Section section, List<String> mistakes) {
        return new PictureSections(mistakes).read(section);
    }

    private PictureSettings read(Section section) {
        section.knows(Set.of("kept-days", "coarse"));
        var coarse = new LinkedHashMap<String, Coarsening>();
        for (var one : section.sections("coarse")) {
            one.knows(Set.of("feed", "label", "cells-per-degree", "delay-minutes"));
            var feed = one.text("feed", "");
            if (feed.isEmpty() || coarse.containsKey(feed)) {
                mistakes.add(one.key("feed") + ": the id of a feed is needed, and each once");
            }
            try {
                coarse.put(
                        feed,
                        new Coarsening(
                                Label.parse(one.text("label", "")),
                                new TrackGrid(count(one, "cells-per-degree", 10, MOST_CELLS)),
                                Duration.ofMinutes(count(one, "delay-minutes", 15, MOST_MINUTES))));
            } catch (LabelException e) {
                mistakes.add(one.key("label") + ": " + e.getMessage());
            }
        }
        return new PictureSettings(count(section, "kept-days", MOST_DAYS, MOST_DAYS), coarse);
    }

    private int count(Section section, String key, int otherwise, int most) {
        var count = section.count(key, otherwise);
        if (count <= most) {
            return count;
        }
        mistakes.add(section.key(key) + ": " + count + " is more than " + most);
        return otherwise;
    }
}
