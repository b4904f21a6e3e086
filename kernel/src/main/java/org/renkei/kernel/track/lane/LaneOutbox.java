package org.renkei.kernel.track.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Earth;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.TrackReceiver;
import org.renkei.kernel.track.TrackSender;
import org.renkei.kernel.track.TrackUpdate;

/// What waits for one partner on the lane of tracks: the newest state of each track that the partner may see, and never
/// an older one. What is gone goes first. Of the rest that track goes next which was told longest ago, and sooner the
/// farther it has moved since ([#dueness]); so none waits for ever while others move. Not thread-safe.
public final class LaneOutbox {
    /// Versions of the session from which on grounds are told, and what each of them allows now.
    static final int GROUNDS = 5;

    static final int TURNS = 6;

    /// A coarse form that does not change is told so often: its silence would say that the lane has failed.
    static final long REPEATED_AFTER = 60_000;

    /// Bases are not lost here; differences to one that is old are long, though.
    private static final long BASE_EVERY = 600_000;

    static final int MOST_LABELS = 1_000;
    private static final double METRES = 100;
    private static final double MOST_HASTE = 9;
    private static final double NEW_HASTE = 10;

    /// Of an update beside its own bytes, and of the news in a message.
    private static final int LONGEST_UPDATE = 64;

    private static final int NEWS_BYTES = 6;
    private static final int GONE_BYTES = 5;
    private static final int GROUND_BYTES = 8;

    private final TrackSender sender = new TrackSender(BASE_EVERY);
    private final Map<UUID, Waiting> tracks = new HashMap<>();
    private final Map<Named, Integer> labels = new HashMap<>();
    private final Set<UUID> begun = new HashSet<>();
    private final ArrayDeque<Integer> gone = new ArrayDeque<>();
    private final ArrayDeque<UUID> order = new ArrayDeque<>();
    private final int version;
    private final boolean grounded;
    private @Nullable Set<Ground> standing;
    private @Nullable Set<Ground> toldStanding;
    private boolean offered;
    private boolean toldWhole;
    private long superseded;
    private long updates;
    private long updateBytes;

    /// What a number stands for.
    private record Named(Label label, Set<String> grounds) {}

    /// @param version of the session
    public LaneOutbox(int version) {
        this.version = version;
        this.grounded = version >= GROUNDS;
    }

    private static final class Waiting {
        private final long since;
        private LaneTrack newest;
        private @Nullable LaneTrack sent;
        private long sentAt;

        Waiting(LaneTrack newest, long since) {
            this.newest = newest;
            this.since = since;
        }

        /// The same without what is known already: what is the same object is compared in no time from then on.
        ///
        /// @return empty when nothing is new
        Optional<LaneTrack> renew(LaneTrack track) {
            var same = newest.about().equals(track.about());
            if (same && newest.update().equals(track.update())) {
                return Optional.empty();
            }
            return Optional.of(same ? new LaneTrack(track.update(), newest.about()) : track);
        }

        boolean isDue(long now) {
            return isNews() || newest.update().coarse() && now - sentAt >= REPEATED_AFTER;
        }

        /// [#renew] lets another object in only where something is new.
        boolean isNews() {
            return newest != sent;
        }
    }

    /// What was sent so far; `superseded` counts updates in whose place a newer one went.
    public record Figures(long updates, long updateBytes, long superseded, int tracks) {}

    /// Takes all grounds on which anything may be kept now, before what is offered on them.
    public void stand(Set<Ground> grounds) {
        standing = Set.copyOf(grounds);
    }

    /// Takes all that the partner may see now, in place of what it was allowed to see before: what is not among it any
    /// more is not sent from this call on, and the partner is told that it is gone.
    public void offer(Collection<LaneTrack> all, long now) {
        var ids = new HashSet<UUID>();
        for (var track : all) {
            ids.add(track.id());
            var known = tracks.get(track.id());
            if (known == null) {
                tracks.put(track.id(), new Waiting(track, now));
            } else {
                known.renew(track).ifPresent(newer -> {
                    superseded += known.isNews() ? 1 : 0;
                    known.newest = newer;
                });
            }
        }
        tracks.keySet().removeIf(id -> !ids.contains(id) && leave(id));
        if (!offered) {
            begun.addAll(ids);
            offered = true;
        }
        order.clear();
        record Due(UUID id, double dueness) {}
        tracks.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(now))
                .map(entry -> new Due(entry.getKey(), dueness(entry.getValue(), now)))
                .sorted(Comparator.comparingDouble(Due::dueness).reversed())
                .forEach(due -> order.add(due.id()));
    }

    /// What goes next; empty when nothing waits.
    ///
    /// @param maxBytes of the message; the first thing in it may be longer
    public Optional<LaneMessage> next(int maxBytes, long now) {
        var news = new News();
        var differences = new ArrayList<byte[]>();
        var left = maxBytes - NEWS_BYTES;
        if (grounded && standing != null && !standing.equals(toldStanding)) {
            news.standing = standing;
            toldStanding = standing;
            left -= standing.stream().mapToInt(this::size).sum();
        }
        var room = left;
        for (; !gone.isEmpty() && left > 0; left -= GONE_BYTES) {
            news.gone.add(gone.remove());
        }
        while (!order.isEmpty() && (left >= LONGEST_UPDATE || left == room)) {
            var id = order.remove();
            var track = tracks.get(id);
            if (track != null && track.isDue(now)) {
                left -= write(track, news, differences, now);
                begun.remove(id);
            }
        }
        news.whole = offered && !toldWhole && begun.isEmpty() && gone.isEmpty();
        toldWhole |= news.whole;
        var told = news.encode();
        return told.length == 0 && differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new LaneMessage(differences, told));
    }

    public Figures figures() {
        return new Figures(updates, updateBytes, superseded, tracks.size());
    }

    /// Time since the partner heard of it, up to ten times as much the farther it has moved since, and ten times as
    /// much when the partner does not know of it at all.
    private static double dueness(Waiting track, long now) {
        var sent = track.sent;
        if (sent == null) {
            return (now - track.since + 1) * NEW_HASTE;
        }
        var moved = distance(sent.update(), track.newest.update());
        return (now - track.sentAt) * (1 + Math.min(MOST_HASTE, moved / METRES));
    }

    private static double distance(TrackUpdate from, TrackUpdate to) {
        return Earth.distance(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    private int size(Ground ground) {
        var label = ground.label();
        var more = ground.now().length() + (label == null ? 0 : label.text().length()) + GROUND_BYTES;
        return ground.word().length() + 1 + (version >= TURNS ? more : 0);
    }

    private boolean leave(UUID id) {
        begun.remove(id);
        sender.forget(id).ifPresent(gone::add);
        return true;
    }

    /// How long it has become by that.
    private int write(Waiting track, News news, List<byte[]> differences, long now) {
        var newest = track.newest;
        var isNews = track.sent == null || !newest.about().equals(track.sent.about());
        if (isNews) {
            sender.renew(newest.id());
        }
        var bytes = sender.write(newest.update());
        var length = bytes.length + 1;
        if (isNews) {
            var told = LaneNews.Told.of(bytes, news.number(newest.about()), newest.about());
            news.tracks.add(told);
            length = told.size();
        } else if (TrackReceiver.isBase(bytes)) {
            news.bases.add(bytes);
        } else {
            differences.add(bytes);
        }
        track.sent = newest;
        track.sentAt = now;
        updates++;
        updateBytes += length;
        return length;
    }

    /// What is told in one message.
    private final class News {
        private final List<LaneNews.Named> named = new ArrayList<>();
        private final List<LaneNews.Told> tracks = new ArrayList<>();
        private final List<byte[]> bases = new ArrayList<>();
        private final List<Integer> gone = new ArrayList<>();
        private boolean whole;
        private @Nullable Set<Ground> standing;

        private int number(TrackAbout about) {
            var label = new Named(about.label(), grounded ? about.grounds() : Set.of());
            var known = labels.get(label);
            if (known != null) {
                return known;
            }
            if (labels.size() == MOST_LABELS) {
                throw new IllegalStateException("more than " + MOST_LABELS + " labels on one lane of tracks");
            }
            labels.put(label, labels.size());
            named.add(new LaneNews.Named(labels.size() - 1, label.label().text(), label.grounds()));
            return labels.size() - 1;
        }

        private byte[] encode() {
            var news = new LaneNews(named, tracks, bases, gone, whole, standing);
            return news.isEmpty() ? new byte[0] : news.encode(version);
        }
    }
}
