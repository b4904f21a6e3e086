package org.renkei.feeds.receiver;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.Sighting;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Source;

/// Reads what waits in the backlog of one feed, line by line, and hands sightings further in batches.
final class Decoding implements Yield {
    /// Older than this, or of the future, a time is a mistake of the one who wrote it.
    private static final long OLDEST_MILLIS = 86_400_000;

    private static final long AHEAD_MILLIS = 5_000;

    private final FeedSettings feed;
    private final FeedFigures figures;
    private final Clock clock;
    private final Consumer<List<Sighting>> further;
    private final BiConsumer<FeedFault, String> fault;
    private final Decoder decoder;
    private final @Nullable ReplayPace pace;

    /// So many times faster than it happened.
    private final int speed;

    private List<Sighting> batch = new ArrayList<>();
    private List<Seen> seen = new ArrayList<>();
    private long came;

    private record Seen(Observation observation, OptionalLong at) {}

    Decoding(
            FeedSettings feed,
            FeedFigures figures,
            Clock clock,
            Consumer<List<Sighting>> further,
            BiConsumer<FeedFault, String> fault) {
        this.feed = feed;
        this.figures = figures;
        this.clock = clock;
        this.further = further;
        this.fault = fault;
        this.decoder = decoder(feed);
        this.speed = feed.source() instanceof Source.Replay(var file, var times) ? times : 1;
        this.pace = feed.source() instanceof Source.Replay ? new ReplayPace(speed) : null;
    }

    static Decoder decoder(FeedSettings feed) {
        var live = !(feed.source() instanceof Source.Replay);
        return switch (feed.kind()) {
            case AIS -> new AisDecoder();
            case SBS -> new BaseStationDecoder();
            case MODE_S -> new ModeSDecoder();
            case AIRCRAFT_JSON -> new AircraftJsonDecoder();
            case COT -> new CotDecoder(live);
            case MAVLINK -> MavlinkDecoder.of(feed);
            case GEOJSON -> new GeoJsonDecoder(feed);
            case CAP, JMA, USGS -> throw new IllegalStateException("documents are not decoded line by line");
        };
    }

    void run(Backlog backlog) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (var line : backlog.take()) {
                    read(line);
                }
                handOver();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Backlog.Line line) throws InterruptedException {
        came = line.at();
        var at = decoded(line);
        if (pace != null) {
            await(pace.due(at, clock.millis()));
        }
        for (var one : seen) {
            batch.add(sighting(one));
        }
        seen = new ArrayList<>();
    }

    private OptionalLong decoded(Backlog.Line line) {
        try {
            return decoder.read(line.text(), line.at(), this);
        } catch (RuntimeException mistake) {
            // A mistake of ours must not end the feed; the example shows the line that finds it.
            refused("DECODER_FAILED", line.text());
            return OptionalLong.empty();
        }
    }

    /// What was read before is not held back by the next line's time.
    private void await(long due) throws InterruptedException {
        var left = due - clock.millis();
        if (left > 0) {
            handOver();
            Thread.sleep(left);
        }
        came = due;
    }

    private Sighting sighting(Seen one) {
        var observation = one.observation();
        return new Sighting(
                feed.id(),
                observation.identity(),
                observation.domain(),
                pace == null ? plausible(one.at()) : came,
                came,
                observation.fix(),
                observation.motion().faster(speed),
                observation.particulars(),
                speed);
    }

    private long plausible(OptionalLong at) {
        var time = at.orElse(came);
        return time > came + AHEAD_MILLIS || time < came - OLDEST_MILLIS ? came : Math.min(time, came);
    }

    private void handOver() {
        if (batch.isEmpty()) {
            return;
        }
        var now = clock.millis();
        for (var sighting : batch) {
            figures.sighting(now - sighting.observedAt());
        }
        try {
            further.accept(List.copyOf(batch));
        } catch (RuntimeException failed) {
            fault.accept(FeedFault.NOT_TAKEN, failed.toString());
        }
        batch = new ArrayList<>();
    }

    @Override
    public void message() {
        figures.message(clock.millis());
    }

    @Override
    public void lost(int messages) {
        figures.lost(messages);
    }

    @Override
    public void duplicate() {
        figures.duplicate();
    }

    @Override
    public void sighting(Observation observation, OptionalLong at) {
        seen.add(new Seen(observation, at));
    }

    @Override
    public void refused(String reason, String line) {
        figures.refused(reason, line, clock.millis());
    }
}
