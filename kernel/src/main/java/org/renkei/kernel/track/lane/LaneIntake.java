package org.renkei.kernel.track.lane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborException;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.TrackReceiver;

/// What comes from one partner over one lane of tracks. A track of which no label was told is never given on. Not
/// thread-safe.
public final class LaneIntake {
    /// Tracks that are taken from one partner; what comes beyond is passed over.
    public static final int MOST_TRACKS = 20_000;

    private static final int LONGEST_LABEL = 4_096;

    private final int most;
    private final TrackReceiver receiver = new TrackReceiver();
    private final Map<Integer, Named> labels = new HashMap<>();
    private final Map<UUID, TrackAbout> abouts = new HashMap<>();
    private long passedOver;

    private record Named(Label label, Set<String> grounds) {}

    public LaneIntake() {
        this(MOST_TRACKS);
    }

    LaneIntake(int most) {
        this.most = most;
    }

    /// What a message tells.
    ///
    /// @param gone what the partner lets be seen no longer
    /// @param whole whether all has been told that there was when the lane began
    /// @param standing all grounds on which the partner lets anything be kept; null where it does not
    /// say
    public record Heard(
            List<LaneTrack> tracks,
            Set<UUID> gone,
            boolean whole,
            @Nullable Set<Ground> standing) {
        public Heard {
            tracks = List.copyOf(tracks);
            gone = Set.copyOf(gone);
            standing = standing == null ? null : Set.copyOf(standing);
        }
    }

    /// @throws IllegalArgumentException when this is no such message
    public Heard read(LaneMessage message) {
        try {
            return understood(message);
        } catch (CborException | LabelException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// Updates that were passed over because there were too many tracks.
    public long passedOver() {
        return passedOver;
    }

    private Heard understood(LaneMessage message) {
        var tracks = new ArrayList<LaneTrack>();
        var gone = new HashSet<UUID>();
        var whole = false;
        Set<Ground> standing = null;
        if (message.told().length > 0) {
            var news = LaneNews.decode(message.told());
            news.labels().forEach(this::name);
            news.gone().forEach(number -> receiver.forget(number).ifPresent(gone::add));
            gone.forEach(abouts::remove);
            news.tracks().forEach(told -> take(told, tracks));
            news.bases().forEach(base -> take(base, tracks));
            whole = news.whole();
            standing = news.standing();
        }
        message.updates().forEach(bytes -> take(bytes, tracks));
        tracks.forEach(track -> gone.remove(track.id()));
        return new Heard(tracks, gone, whole, standing);
    }

    private void name(LaneNews.Named label) {
        if (label.number() >= LaneOutbox.MOST_LABELS || label.text().length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("too many labels, or one that is too long");
        }
        labels.put(label.number(), new Named(Label.parse(label.text()), label.grounds()));
    }

    private void take(byte[] bytes, List<LaneTrack> into) {
        receiver.read(bytes).ifPresent(update -> {
            var about = abouts.get(update.id());
            if (about != null) {
                into.add(new LaneTrack(update, about));
            }
        });
    }

    private void take(LaneNews.Told told, List<LaneTrack> into) {
        var named = labels.get(told.label());
        if (named == null || !TrackReceiver.isBase(told.base())) {
            throw new IllegalArgumentException("a track without a label, or without a base");
        }
        if (abouts.size() >= most && !isKnown(told)) {
            passedOver++;
            return;
        }
        var about = new TrackAbout(
                named.label(),
                told.cellKm(),
                told.identities(),
                told.name(),
                told.callsign(),
                told.type(),
                named.grounds());
        receiver.read(told.base()).ifPresent(update -> {
            into.add(new LaneTrack(update, about));
            abouts.put(update.id(), about);
        });
    }

    private boolean isKnown(LaneNews.Told told) {
        return new TrackReceiver()
                .read(told.base())
                .filter(update -> abouts.containsKey(update.id()))
                .isPresent();
    }
}
