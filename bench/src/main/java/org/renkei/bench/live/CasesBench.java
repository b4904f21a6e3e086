package org.renkei.bench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.record.NodeId;

/// A node with cases of 50,000 statements at which 50 people look: how long each page takes at the node.
final class CasesBench implements LiveBench.Measured {
    private static final int PEOPLE = 50;
    private static final int LIAISONS = 5;
    private static final int UNCLEARED = 5;
    private static final int CASE = 500;
    private static final int BIG_CASE = 5_000;
    private static final Duration THINKING = Duration.ofSeconds(5);
    private static final double PAGE_MILLIS = 300;
    private static final NodeId SELF = new NodeId("JPN", "bench");

    private final LiveOptions options;
    private final BenchNode node;
    private final BenchNode partner;
    private final List<String> cases = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int statements;

    CasesBench(LiveOptions options, Path folder) throws IOException, InterruptedException {
        this.options = options;
        this.node = new BenchNode(options.home(), folder.resolve("JPN"), SELF.toString());
        this.partner = new BenchNode(options.home(), folder.resolve("USA"), "USA/bench");
    }

    @Override
    public Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        conditions.put(
                "workload",
                "%,d statements of three weeks in %d cases with a partner whose node is linked, the largest of %,d; %d people of the own nation, %d of them not cleared for all, and %d liaisons"
                        .formatted(statements, cases.size(), biggest(), PEOPLE - LIAISONS, UNCLEARED, LIAISONS));
        conditions.put(
                "measured",
                "by HTTP, each person asks for another page every %d s on average, nothing of them seen before; node, PostgreSQL and callers on this machine; for %d s after %d s"
                        .formatted(THINKING.toSeconds(), options.seconds(), options.warmUp()));
        return conditions;
    }

    private int biggest() {
        return Math.min(BIG_CASE, options.count() / 4);
    }

    /// What people look at, and how often the largest case is among the cases.
    private enum Page {
        LIST("list of cases", "/api/v1/cases"),
        INBOX("inbox", "/api/v1/cases/inbox"),
        CASE("page of a case", ""),
        BIG_CASE("page of the largest case", ""),
        OVERVIEW("overview", "/api/v1/overview"),
        BRIEF("handover brief", "/api/v1/handover-brief"),
        LOG("log of the watch", "/api/v1/watch-log"),
        DIFFERENCES("told and heard", "/api/v1/differences/USA?exercise=false"),
        CASE_DIFFERENCES("told and heard of a case", "/api/v1/differences/USA?exercise=false&case="),
        REPLAY("replay of a case", "");

        private final String title;
        private final String path;

        /// What is not shown to a liaison.
        private static final Set<Page> AT_HOME = EnumSet.of(DIFFERENCES, CASE_DIFFERENCES, REPLAY);

        Page(String title, String path) {
            this.title = title;
            this.path = path;
        }
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        node.start();
        try (var load = new RecordLoad(node.folder(), SELF)) {
            fill(load);
            settle(load);
            load.foldAnew();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        node.stop();
        node.settle(List.of(partner), "");
        partner.settle(List.of(node), "");
        var began = System.nanoTime();
        node.start(Duration.ofMinutes(10));
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("start with every statement read anew", (System.nanoTime() - began) / 1e9, "s"));
        began = System.nanoTime();
        ask(Page.LIST, tokens.getFirst());
        figures.add(Figure.of("first list after that", (System.nanoTime() - began) / 1e6, "ms"));
        partner.start();
        began = System.nanoTime();
        confirmed();
        figures.add(
                Figure.of("until the partner has confirmed what it may have", (System.nanoTime() - began) / 1e9, "s"));
        look(figures);
        figures.add(Figure.of("memory of the node", node.usage().nodeMegabytes(), "MB"));
        figures.add(Figure.of("memory of its PostgreSQL", node.usage().databaseMegabytes(), "MB"));
        return figures;
    }

    private void fill(RecordLoad load) throws SQLException, IOException {
        var until = Instant.now().minusSeconds(60);
        while (statements < options.count()) {
            var size = Math.min(cases.isEmpty() ? biggest() : CASE, options.count() - statements);
            Statement last = null;
            for (var said : CaseTalks.made(cases.size(), Math.max(size, 3), until)) {
                last = said.statement();
                load.add(
                        "case-statement",
                        last.record(),
                        last.party(),
                        last.time(),
                        last.body(),
                        said.label(),
                        last.time().instant());
                statements++;
            }
            if (last != null) {
                cases.add(last.caseId().toString());
            }
        }
        load.flush();
    }

    private void settle(RecordLoad load) throws SQLException {
        for (var i = 0; i < PEOPLE; i++) {
            var liaison = i < LIAISONS;
            var uncleared = !liaison && i < LIAISONS + UNCLEARED;
            tokens.add(load.person(
                    "bench" + i,
                    liaison ? "USA" : "JPN",
                    liaison ? "liaison" : "watch-officer",
                    uncleared ? "UNCLASSIFIED" : "SECRET"));
        }
    }

    /// Waits until the partner holds what the own nation said to it.
    private void confirmed() throws IOException, InterruptedException {
        while (true) {
            var ledger = node.get("/api/v1/ledgers/USA");
            var size = ledger.path("size").asLong();
            if (size > 0 && size == ledger.path("acknowledged").path("size").asLong()) {
                return;
            }
            Thread.sleep(500);
        }
    }

    private void look(List<Figure> figures) throws IOException, InterruptedException {
        var waits = new LinkedHashMap<Page, Waits>();
        for (var page : Page.values()) {
            waits.put(page, new Waits());
        }
        var failed = new AtomicReference<@Nullable IOException>();
        var threads = new ArrayList<Thread>();
        for (var person = 0; person < PEOPLE; person++) {
            var token = tokens.get(person);
            var pages =
                    person < LIAISONS ? EnumSet.complementOf(EnumSet.copyOf(Page.AT_HOME)) : EnumSet.allOf(Page.class);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    person(token, List.copyOf(pages), waits);
                } catch (IOException e) {
                    failed.compareAndSet(null, e);
                } catch (InterruptedException done) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        Thread.sleep(options.warmUp() * 1000L);
        waits.values().forEach(Waits::clear);
        Thread.sleep(options.seconds() * 1000L);
        var measured = new ArrayList<Figure>();
        waits.forEach((page, one) -> {
            measured.add(Figure.of(page.title + ", asked for", one.count(), "times"));
            measured.add(Figure.atMost(page.title + ", p95", one.quantile(0.95), "ms", PAGE_MILLIS));
        });
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join();
        }
        var reason = failed.get();
        if (reason != null) {
            throw reason;
        }
        figures.addAll(measured);
    }

    /// Looks at one page after the other, each with the same chance, until interrupted.
    private void person(String token, List<Page> pages, Map<Page, Waits> waits)
            throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(2 * THINKING.toMillis()));
            var page = pages.get(ThreadLocalRandom.current().nextInt(pages.size()));
            var began = System.nanoTime();
            ask(page, token);
            waits.getOrDefault(page, new Waits())
                    .add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
    }

    private void ask(Page page, String token) throws IOException, InterruptedException {
        var path = switch (page) {
            case LIST, INBOX, OVERVIEW, BRIEF, LOG, DIFFERENCES -> page.path;
            case BIG_CASE -> "/api/v1/cases/" + cases.getFirst();
            case CASE -> "/api/v1/cases/" + anyCase();
            case CASE_DIFFERENCES -> page.path + anyCase();
            case REPLAY -> "/api/v1/cases/" + anyCase() + "/replay";
        };
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private String anyCase() {
        return cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
        partner.close();
        http.close();
    }
}
