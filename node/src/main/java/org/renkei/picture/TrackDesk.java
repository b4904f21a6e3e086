package org.renkei.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.HistoryPoint;
import org.renkei.kernel.track.Track;
import org.renkei.kernel.track.TrackForm;
import org.renkei.kernel.track.TrackRelease;
import org.renkei.kernel.track.TrackSource;
import org.renkei.kernel.track.TrackState;
import org.renkei.picture.TrackLog.Key;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;

/// Tracks as one caller may see them, now or at a time that is kept. What the caller may not see is not found, not
/// counted, and in no history.
@Service
public class TrackDesk {
    private static final List<Integer> PREDICTED_MINUTES = List.of(1, 5, 10, 15);

    private final Picture picture;
    private final PastPicture past;
    private final TrackHistory history;
    private final ToldPicture told;
    private final TrackSights sights;
    private final TrackReadings readings;
    private final NodeId self;
    private final Clock clock;

    TrackDesk(
            Picture picture,
            PastPicture past,
            TrackHistory history,
            ToldPicture told,
            TrackSights sights,
            TrackReadings readings,
            NodeSettings settings,
            Clock clock) {
        this.told = told;
        this.readings = readings;
        this.self = settings.node();
        this.picture = picture;
        this.past = past;
        this.history = history;
        this.sights = sights;
        this.clock = clock;
    }

    /// All tracks that match.
    public record Tracks(Instant asOf, int total, List<TrackView> tracks) {}

    /// @param at null for now
    public Tracks list(Caller caller, TrackFilter filter, @Nullable Instant at) {
        var asOf = asOf(at);
        var now = asOf.toEpochMilli();
        var release = sights.of(caller, picture.rules()).orElse(null);
        if (release == null) {
            return new Tracks(asOf, 0, List.of());
        }
        var own = tracks(release, at).stream()
                .flatMap(track -> release.forms(track, now).stream())
                .map(form -> TrackView.of(form, self, now));
        var views = Stream.concat(own, at == null ? told.now(caller, now) : told.at(caller, at))
                .filter(view -> filter.matches(view, now))
                .toList();
        readings.listed(caller, at, asOf, views.size());
        return new Tracks(asOf, views.size(), views);
    }

    /// @param at null for now
    /// @param back how much of the history
    /// @throws Problem when the caller sees no such track at that time
    public TrackDetail get(Caller caller, UUID id, @Nullable Instant at, Duration back) {
        var asOf = asOf(at);
        var detail = told(caller, id, at, asOf, back).orElseGet(() -> own(caller, id, at, asOf, back));
        readings.opened(caller, id, at, asOf, back);
        return detail;
    }

    private Optional<TrackDetail> told(Caller caller, UUID id, @Nullable Instant at, Instant asOf, Duration back) {
        var view = at == null ? told.find(caller, id, asOf.toEpochMilli()) : told.findAt(caller, id, at);
        return view.map(track ->
                new TrackDetail(asOf, track, List.of(), List.of(), told.places(caller, id, asOf.minus(back), asOf)));
    }

    private TrackDetail own(Caller caller, UUID id, @Nullable Instant at, Instant asOf, Duration back) {
        var now = asOf.toEpochMilli();
        var release = sights.of(caller, picture.rules()).orElseThrow(TrackDesk::notFound);
        for (var track : tracks(release, at)) {
            for (var form : release.forms(track, now)) {
                if (form.id().equals(id)) {
                    return switch (form) {
                        case TrackForm.Full full -> whole(full, asOf, back);
                        case TrackForm.Coarse coarse -> coarse(coarse, track, release, asOf, back);
                    };
                }
            }
        }
        throw notFound();
    }

    private List<Track> tracks(TrackRelease release, @Nullable Instant at) {
        return at == null ? picture.tracks() : past.at(at, picture.rules(), release);
    }

    private Instant asOf(@Nullable Instant at) {
        var now = clock.instant();
        if (at != null && at.isAfter(now)) {
            throw new Problem(
                    Category.BAD_REQUEST,
                    "the picture of a time to come is not known: `at` is " + at,
                    "未来の時刻の状況図はありません: at = " + at);
        }
        return at == null ? now : at;
    }

    private TrackDetail whole(TrackForm.Full form, Instant asOf, Duration back) {
        var sources = form.track().sources();
        var places = new ArrayList<TrackDetail.Place>();
        for (var source : sources) {
            for (var point : history.points(key(source), asOf.minus(back), asOf)) {
                places.add(new TrackDetail.Place(
                        Instant.ofEpochMilli(point.at()),
                        TrackView.rounded(point.latitude(), 6),
                        TrackView.rounded(point.longitude(), 6),
                        source.feed(),
                        TrackView.rounded(point.course()),
                        TrackView.rounded(point.speed())));
            }
        }
        places.sort(Comparator.comparing(TrackDetail.Place::at));
        return new TrackDetail(
                asOf,
                TrackView.of(form, self, asOf.toEpochMilli()),
                sources.stream().map(TrackDetail.Source::of).toList(),
                predictions(form.track(), asOf),
                places);
    }

    private static List<TrackDetail.Prediction> predictions(Track track, Instant asOf) {
        var predictions = new ArrayList<TrackDetail.Prediction>();
        var best = track.best(asOf.toEpochMilli());
        if (best == null || track.stateAt(asOf.toEpochMilli()) != TrackState.LIVE) {
            return predictions;
        }
        for (var minutes : PREDICTED_MINUTES) {
            var then = asOf.plus(Duration.ofMinutes(minutes));
            var state = best.stateAt(then.toEpochMilli());
            if (state != null) {
                predictions.add(new TrackDetail.Prediction(
                        then,
                        TrackView.rounded(state.latitude(), 6),
                        TrackView.rounded(state.longitude(), 6),
                        TrackView.rounded(state.accuracyMetres(), 0)));
            }
        }
        return predictions;
    }

    /// Its sources are those of the one identity whose coarse form it is.
    private TrackDetail coarse(TrackForm.Coarse form, Track track, TrackRelease release, Instant asOf, Duration back) {
        var now = asOf.toEpochMilli();
        var places = new ArrayList<TrackDetail.Place>();
        for (var source : track.sources()) {
            var coarsening = release.coarsening(source.feed());
            var alone = track.only(one -> one.identity().equals(source.identity()));
            if (coarsening != null
                    && alone.stream().anyMatch(one -> release.forms(one, now).contains(form))) {
                var points = points(source, asOf, back);
                for (var place : TrackRelease.coarse(points, source.domain(), coarsening, now)) {
                    places.add(new TrackDetail.Place(
                            Instant.ofEpochMilli(place.at()),
                            TrackView.rounded(place.latitude(), 4),
                            TrackView.rounded(place.longitude(), 4),
                            null,
                            null,
                            null));
                }
            }
        }
        places.sort(Comparator.comparing(TrackDetail.Place::at));
        return new TrackDetail(asOf, TrackView.of(form, self, now), List.of(), List.of(), places);
    }

    private List<HistoryPoint> points(TrackSource source, Instant asOf, Duration back) {
        return history.points(key(source), asOf.minus(back), asOf);
    }

    private static Key key(TrackSource source) {
        return new Key(source.feed(), source.identity());
    }

    private static Problem notFound() {
        return new Problem(Category.NOT_FOUND, "there is no such track at that time", "その時刻にその航跡はありません");
    }
}
