package org.renkei.kernel.track.lane;

import static org.renkei.kernel.track.lane.LaneNews.array;
import static org.renkei.kernel.track.lane.LaneNews.broken;
import static org.renkei.kernel.track.lane.LaneNews.items;
import static org.renkei.kernel.track.lane.LaneNews.number;
import static org.renkei.kernel.track.lane.LaneNews.said;
import static org.renkei.kernel.track.lane.LaneNews.text;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.TrackGrid;

/// All grounds on which anything may be kept, as [LaneNews] tells them: in version 5 the words of those
/// on which everything may be kept as it is, from version 6 on each with what it allows now.
final class LaneGrounds {
    private static final int FIELDS = 5;
    private static final int LONGEST_LABEL = 4_096;

    private LaneGrounds() {}

    /// In one order, so that the same is always written the same way.
    static CborArray encoding(Set<Ground> grounds, int version) {
        var turned = version >= LaneOutbox.TURNS;
        return new CborArray(grounds.stream()
                .filter(ground -> turned || ground.stands())
                .sorted(Comparator.comparing(Ground::word))
                .map(ground -> turned ? encoding(ground) : new CborText(ground.word()))
                .toList());
    }

    /// @throws IllegalArgumentException (or that of a label) when this is something else
    static Set<Ground> decode(CborValue value) {
        var words = new HashSet<String>();
        var grounds = new HashSet<Ground>();
        for (var item : items(value, OptionalInt.empty())) {
            var ground = item instanceof CborText(var word) ? Ground.standing(word) : ground(item);
            grounds.add(ground);
            if (!words.add(ground.word()) || isTooLong(ground) || words.size() > Ground.MOST) {
                throw broken();
            }
        }
        return grounds;
    }

    private static boolean isTooLong(Ground ground) {
        return Math.max(ground.word().length(), ground.now().length()) > LaneNews.LONGEST_GROUND;
    }

    private static CborValue encoding(Ground ground) {
        var by = ground.coarsening();
        var label = ground.label();
        return array(
                new CborText(ground.word()),
                new CborText(ground.now()),
                label == null ? new CborNull() : new CborText(label.text()),
                new CborInt(by == null ? 0 : by.grid().rowsPerDegree()),
                new CborInt(by == null ? 0 : by.delay().toMinutes()));
    }

    private static Ground ground(CborValue value) {
        var fields = items(value, FIELDS);
        var word = text(fields.getFirst());
        var now = text(fields.get(1));
        var label = said(fields.get(2)).orElse("");
        var rows = number(fields.get(3));
        if (label.length() > LONGEST_LABEL || label.isEmpty() && !(word.equals(now) && rows == 0)) {
            throw broken();
        }
        if (label.isEmpty()) {
            return Ground.standing(word);
        }
        var left = Label.parse(label);
        return new Ground(
                word,
                now,
                left,
                rows == 0
                        ? null
                        : new Coarsening(left, new TrackGrid(rows), Duration.ofMinutes(number(fields.get(4)))));
    }
}
