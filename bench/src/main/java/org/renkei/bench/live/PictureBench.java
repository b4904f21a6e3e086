package org.renkei.bench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Many tracks at 1 Hz through one node: decoded, correlated, kept, released to partners over their lanes and told to
/// open maps. Measured is the way of a position from the line of the feed to the map.
final class PictureBench implements LiveBench.Measured {
    private static final List<String> NATIONS = List.of("USA", "AUS", "GBR");
    private static final double WITHIN = 500;
    private static final int LISTENED_CLOSELY = 4;
    private static final long PATIENCE_MILLIS = 60_000;

    private final LiveOptions options;
    private final Aircraft aircraft;
    private final BenchNode origin;
    private final List<BenchNode> partners = new ArrayList<>();
    private final List<TrackListener> maps = new ArrayList<>();
    private final List<TrackListener> close = new ArrayList<>();
    private final List<TrackListener> atPartners = new ArrayList<>();
    private final Waits atMaps = new Waits();
    private final Waits atPartner = new Waits();

    PictureBench(LiveOptions options, Path folder) throws IOException, InterruptedException {
        this.options = options;
        this.aircraft = new Aircraft(options.count());
        this.origin = new BenchNode(options.home(), folder.resolve("JPN"), "JPN/bench");
        for (var nation : NATIONS.subList(0, options.partners())) {
            partners.add(new BenchNode(options.home(), folder.resolve(nation), nation + "/bench"));
        }
    }

    @Override
    public Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        conditions.put(
                "workload",
                "%,d aircraft at 1 Hz as BaseStation lines over TCP; %d maps of one account; %d partner nodes"
                        .formatted(options.count(), options.streams(), options.partners()));
        conditions.put(
                "measured",
                "%d s after %d s; feed, nodes, their PostgreSQL and all readers on this machine; a stream tells at most five times a second"
                        .formatted(options.seconds(), options.warmUp()));
        return conditions;
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        begin();
        Thread.sleep(options.warmUp() * 1000L);
        var dropped = dropped();
        var used = origin.usage();
        var began = System.nanoTime();
        var sent = aircraft.sent();
        var told = close.stream().mapToLong(TrackListener::told).sum();
        var bytes = maps.stream().mapToLong(TrackListener::bytes).sum();
        atMaps.clear();
        atPartner.clear();
        Thread.sleep(options.seconds() * 1000L);
        var seconds = (System.nanoTime() - began) / 1e9;
        var lines = (aircraft.sent() - sent) / seconds;
        var usage = origin.usage().since(used);
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("lines of the feed", lines, "a second"));
        figures.add(Figure.of("lines that gave way in the feed's backlog", dropped() - dropped, "lines"));
        figures.add(Figure.of("feed line to map, p50", atMaps.quantile(0.5), "ms"));
        figures.add(Figure.atMost("feed line to map, p99", atMaps.quantile(0.99), "ms", WITHIN));
        figures.add(Figure.of(
                "updates told to a map",
                (close.stream().mapToLong(TrackListener::told).sum() - told) / seconds / Math.max(1, close.size()),
                "a second"));
        figures.add(Figure.of(
                "all maps together",
                (maps.stream().mapToLong(TrackListener::bytes).sum() - bytes) / seconds / 1e6,
                "MB/s"));
        figures.add(Figure.of(
                "maps that ended", maps.stream().filter(TrackListener::isEnded).count(), "maps"));
        if (!partners.isEmpty()) {
            figures.add(Figure.of("feed line to a map at a partner, p50", atPartner.quantile(0.5), "ms"));
            figures.add(Figure.of("feed line to a map at a partner, p99", atPartner.quantile(0.99), "ms"));
            lanes(figures);
        }
        figures.add(Figure.of("processor time of the node", usage.nodeSeconds() / seconds, "cores"));
        figures.add(Figure.of("processor time of its PostgreSQL", usage.databaseSeconds() / seconds, "cores"));
        figures.add(Figure.of("memory of the node", usage.nodeMegabytes(), "MB"));
        figures.add(Figure.of("memory of its PostgreSQL", usage.databaseMegabytes(), "MB"));
        figures.add(
                Figure.of("times that history was left out", origin.logged("points of tracks were not written"), ""));
        return figures;
    }

    private void begin() throws IOException, InterruptedException {
        origin.settle(partners, """
                  feeds:
                    - {id: air, kind: sbs, source: "tcp://127.0.0.1:%d", label: "UNCLASSIFIED//REL TO AUS, GBR, JPN, USA"}
                """.formatted(aircraft.port()));
        for (var partner : partners) {
            partner.settle(List.of(origin), "");
            partner.start();
        }
        origin.start();
        for (var i = 0; i < options.streams(); i++) {
            var listener = new TrackListener(origin, i < LISTENED_CLOSELY ? atMaps : null);
            maps.add(listener);
            if (i < LISTENED_CLOSELY) {
                close.add(listener);
            }
        }
        for (var partner : partners) {
            atPartners.add(new TrackListener(partner, atPartner));
        }
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (lanesOpen() < partners.size()) {
            if (System.currentTimeMillis() > deadline) {
                throw new IOException("not every lane of tracks was opened");
            }
            Thread.sleep(500);
        }
    }

    private long lanesOpen() throws IOException, InterruptedException {
        return origin.get("/api/v1/node")
                .path("links")
                .valueStream()
                .filter(link -> link.path("tracks").path("state").asString("").equalsIgnoreCase("open"))
                .count();
    }

    private void lanes(List<Figure> figures) throws IOException, InterruptedException {
        for (var link : origin.get("/api/v1/node").path("links")) {
            var party = link.path("party").asString();
            var tracks = link.path("tracks");
            figures.add(Figure.of(
                    "lane to " + party + ", updates",
                    tracks.path("sentPerSecond").asDouble(),
                    "a second"));
            figures.add(Figure.of(
                    "lane to " + party + ", bytes an update",
                    tracks.path("bytesPerUpdate").asDouble(),
                    "bytes"));
            figures.add(Figure.of(
                    "lane to " + party + ", gave way to something newer since the start",
                    tracks.path("superseded").asDouble(),
                    "updates"));
        }
        for (var partner : partners) {
            var known = partner.get("/api/v1/node")
                    .path("links")
                    .valueStream()
                    .mapToInt(link -> link.path("tracks").path("known").asInt())
                    .sum();
            figures.add(Figure.of("tracks known at " + partner.folder().getFileName(), known, "tracks"));
        }
    }

    private long dropped() throws IOException, InterruptedException {
        return origin.get("/api/v1/feeds").path("feeds").path(0).path("dropped").asLong();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var listener : maps) {
            listener.close();
        }
        for (var listener : atPartners) {
            listener.close();
        }
        origin.close();
        for (var partner : partners) {
            partner.close();
        }
        aircraft.close();
    }
}
