package org.renkei.bench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.renkei.bench.live.AcsaOrders.Made;
import org.renkei.bench.live.AcsaOrders.Stage;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.NodeId;
import tools.jackson.databind.json.JsonMapper;

/// A node with the postings of five years: how long its books take to fold, to be added up and to be read, and how many
/// postings a second it takes on while people go on with orders by its API.
final class AcsaBench implements LiveBench.Measured {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WRITERS = 2;
    private static final int TRIES = 5;
    private static final int AT_MOST_A_SECOND = 150;
    private static final double ACCOUNT_MILLIS = 2_000;
    private static final double BALANCE_MILLIS = 1_000;
    private static final double QUEUE_MILLIS = 1_000;
    private static final double POSTINGS_A_SECOND = 500;
    private static final NodeId SELF = new NodeId("JPN", "bench");

    private final LiveOptions options;
    private final BenchNode node;
    private final BenchNode partner;
    private final ConcurrentLinkedQueue<Next> next = new ConcurrentLinkedQueue<>();
    private long orders;

    /// What Japan says next on an order.
    private record Next(Made made, Stage stage) {
        int postings() {
            return stage == Stage.INVOICED ? 1 : AcsaOrders.LINES;
        }
    }

    AcsaBench(LiveOptions options, Path folder) throws IOException, InterruptedException {
        this.options = options;
        this.node = new BenchNode(options.home(), folder.resolve("JPN"), SELF.toString());
        this.partner = new BenchNode(options.home(), folder.resolve("USA"), "USA/bench");
    }

    @Override
    public Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        conditions.put(
                "workload",
                "%,d closed orders of %d lines with two partners over %d years, all statements as records; %d writers on one node, its partner away"
                        .formatted(orders, AcsaOrders.LINES, AcsaOrders.YEARS, WRITERS));
        conditions.put(
                "measured",
                "by HTTP at the service account, node, PostgreSQL (fsync on) and callers on this machine; the slowest of "
                        + TRIES + "; writing for " + options.seconds() + " s after " + options.warmUp() + " s");
        return conditions;
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        node.settle(List.of(partner), "");
        node.start();
        var figures = new ArrayList<Figure>();
        try (var load = new RecordLoad(node.folder(), SELF)) {
            fill(load);
            load.foldAnew();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        node.stop();
        var began = System.nanoTime();
        node.start(Duration.ofMinutes(20));
        figures.add(Figure.of("start with every order folded anew", (System.nanoTime() - began) / 1e9, "s"));
        figures.add(Figure.of("postings", postings(), "postings"));
        reading(figures);
        writing(figures);
        figures.add(Figure.of("memory of the node", node.usage().nodeMegabytes(), "MB"));
        figures.add(Figure.of("memory of its PostgreSQL", node.usage().databaseMegabytes(), "MB"));
        return figures;
    }

    private void fill(RecordLoad load) throws SQLException, IOException {
        orders = Math.max(1, options.count() / AcsaOrders.POSTINGS);
        for (var number = 0L; number < orders; number++) {
            lay(load, AcsaOrders.made(number, Stage.CLOSED));
        }
        var open = (long) AT_MOST_A_SECOND * (options.seconds() + options.warmUp());
        for (var i = 0L; i < open; i++) {
            var stage = Stage.values()[(int) (i % 3)];
            var made = AcsaOrders.made((orders + i) * 5, stage);
            lay(load, made);
            next.add(new Next(made, stage));
        }
        load.flush();
    }

    private static void lay(RecordLoad load, Made made) throws SQLException, IOException {
        var label = Label.parse("UNCLASSIFIED//REL TO JPN, " + made.partner());
        if (made.partner().equals("AUS")) {
            label = Label.parse("UNCLASSIFIED//REL TO AUS, JPN");
        }
        for (var said : made.said()) {
            load.add("acsa-statement", said.record(), said.party(), said.time(), said.body(), label, Instant.now());
        }
    }

    private void reading(List<Figure> figures) throws IOException, InterruptedException {
        var year = AcsaOrders.FIRST_YEAR + AcsaOrders.YEARS / 2;
        var account = "/api/v1/acsa/accounts/USA?from=" + year + "-01-01&to=" + year + "-12-31";
        var entries = node.get(account).path("entries").size();
        figures.add(Figure.of("entries in the statement of account of a year", entries, "entries"));
        figures.add(Figure.atMost("statement of account, a pair and a year", slowest(account), "ms", ACCOUNT_MILLIS));
        figures.add(Figure.atMost("trial balance", slowest("/api/v1/acsa/books"), "ms", BALANCE_MILLIS));
        var balanced = node.get("/api/v1/acsa/books").path("balanced").asBoolean();
        if (!balanced) {
            throw new IOException("the books do not sum to zero");
        }
        figures.add(Figure.of("standing orders", next.size(), "orders"));
        figures.add(Figure.atMost(
                "queue without what is over", slowest("/api/v1/acsa/orders?standing=true"), "ms", QUEUE_MILLIS));
        figures.add(Figure.atMost("dashboard", slowest("/api/v1/acsa/dashboard"), "ms", QUEUE_MILLIS));
    }

    private double slowest(String path) throws IOException, InterruptedException {
        var slowest = 0.0;
        for (var i = 0; i < TRIES; i++) {
            var began = System.nanoTime();
            node.read(path);
            slowest = Math.max(slowest, (System.nanoTime() - began) / 1e6);
        }
        return slowest;
    }

    private void writing(List<Figure> figures) throws IOException, InterruptedException {
        var posted = new AtomicLong();
        var said = new AtomicLong();
        var failed = new AtomicReference<@Nullable IOException>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    write(posted, said);
                } catch (IOException e) {
                    failed.compareAndSet(null, e);
                } catch (InterruptedException done) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        Thread.sleep(options.warmUp() * 1000L);
        var before = posted.get();
        var saidBefore = said.get();
        var began = System.nanoTime();
        Thread.sleep(options.seconds() * 1000L);
        var seconds = (System.nanoTime() - began) / 1e9;
        var rate = (posted.get() - before) / seconds;
        var statements = (said.get() - saidBefore) / seconds;
        next.clear();
        for (var thread : threads) {
            thread.join();
        }
        var reason = failed.get();
        if (reason != null) {
            throw new IOException("a statement was refused: " + reason.getMessage());
        }
        figures.add(Figure.of("statements said", statements, "a second"));
        figures.add(Figure.atLeast("postings by them, each durable", rate, "a second", POSTINGS_A_SECOND));
    }

    private void write(AtomicLong posted, AtomicLong said) throws IOException, InterruptedException {
        while (true) {
            var one = next.poll();
            if (one == null) {
                return;
            }
            var answer = Map.of(
                    "act", AcsaOrders.act(one.stage()).code(), "fields", AcsaOrders.next(one.made(), one.stage()));
            node.post("/api/v1/acsa/orders/" + one.made().id() + "/statements", JSON.writeValueAsString(answer));
            posted.addAndGet(one.postings());
            said.incrementAndGet();
        }
    }

    private long postings() throws IOException {
        try (var load = new RecordLoad(node.folder(), SELF)) {
            return load.number("select count(*) from acsa.posting");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
        partner.close();
    }
}
