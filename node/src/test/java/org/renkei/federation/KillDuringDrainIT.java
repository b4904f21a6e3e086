package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.database.OwnPostgres;
import org.renkei.testing.NodeProcess;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Either node is killed with SIGKILL at random moments while a ledger drains, half of the times together with its
/// database, and writes go on. At the end both hold the same, and every record is at the partner exactly once.
///
/// `-Drenkei.kills=200` for the full run; `-Drenkei.kills.seed=…` for other moments.
class KillDuringDrainIT {
    private static final int KILLS = Integer.getInteger("renkei.kills", 4);
    private static final long SEED = Long.getLong("renkei.kills.seed", 20160414);
    private static final int BURST = 500;
    private static final int TRICKLE = 10;

    @TempDir
    Path folder;

    private NodeProcess origin;
    private NodeProcess partner;
    private int drafts;
    private volatile boolean stopping;

    @Test
    void everyRecordArrivesExactlyOnceWhoeverIsKilled() throws Exception {
        var federation = new TestFederation(folder, "JPN", "USA");
        try (var japan = new NodeProcess(federation.file("JPN"));
                var states = new NodeProcess(federation.file("USA"))) {
            origin = japan;
            partner = states;
            origin.start();
            partner.start();
            origin.awaitReady();
            partner.awaitReady();
            var failure = new AtomicReference<Throwable>();
            var writer = Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, e) -> failure.set(e))
                    .start(this::writeOn);
            var random = new Random(SEED);
            for (var kill = 1; kill <= KILLS; kill++) {
                kill(kill, random);
            }
            stopping = true;
            writer.join();
            assertThat(failure.get()).isNull();
            awaitConfirmed();
            var ledger = ledger();
            assertThat(partner.get("/api/v1/ledgers/JPN").path("received").path("root"))
                    .isEqualTo(ledger.path("root"));
        }
        compareStores();
    }

    private void kill(int number, Random random) throws IOException, InterruptedException {
        var victim = random.nextBoolean() ? origin : partner;
        var withDatabase = random.nextBoolean();
        if (random.nextInt(4) > 0) {
            awaitUp();
        }
        write(BURST);
        var delay = random.nextInt(900);
        Thread.sleep(delay);
        var ledger = ledger();
        System.out.printf(
                "kill %d of %d: %s%s after %d ms, %d of %d confirmed%n",
                number,
                KILLS,
                victim == origin ? "origin" : "partner",
                withDatabase ? " with its database" : "",
                delay,
                ledger.path("acknowledged").path("size").asLong(),
                ledger.path("size").asLong());
        victim.kill(withDatabase);
        Thread.sleep(random.nextInt(500));
        victim.start();
        victim.awaitReady();
    }

    private void awaitUp() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 40_000_000_000L;
        while (true) {
            var link = origin.get("/api/v1/node").path("links").get(0);
            if (link.path("state").asString().equals("up")) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the link did not come up again: " + link + "\n" + end(origin) + end(partner));
            }
            Thread.sleep(100);
        }
    }

    private static String end(NodeProcess node) throws IOException {
        var lines = Files.readAllLines(node.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())) + "\n\n";
    }

    private void awaitConfirmed() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 180_000_000_000L;
        for (var ledger = ledger();
                ledger.path("acknowledged").path("size").asLong()
                        < ledger.path("size").asLong();
                ledger = ledger()) {
            assertThat(System.nanoTime()).as("%s", ledger).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    /// The ledger, once the node has looked through it after its start.
    private JsonNode ledger() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                return origin.get("/api/v1/ledgers/USA");
            } catch (IOException e) {
                if (!e.getMessage().startsWith("503") || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private void writeOn() {
        while (!stopping) {
            try {
                write(TRICKLE);
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Writes new records, and again until the origin has said what became of them.
    private synchronized void write(int count) throws InterruptedException {
        var first = drafts;
        drafts += count;
        var batch = IntStream.range(first, first + count)
                .mapToObj(number -> """
                        {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"%s",
                         "source":{"system":"drain","id":"%d"},"body":{"title":"record %d"}}
                        """.formatted(number % 25 == 0 ? "FLASH" : "ROUTINE", number, number))
                .collect(Collectors.joining(",", "{\"drafts\":[", "]}"));
        while (true) {
            try {
                var answer = origin.post("/api/v1/records/batch", batch);
                assertThat(answer.toString()).doesNotContain("refused");
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
    }

    private void compareStores() throws SQLException {
        var written = column(origin, "select id::text from records.record where own order by id");
        assertThat(column(origin, "select distinct source_id from records.record"))
                .hasSize(drafts);
        assertThat(written).hasSize(drafts);
        assertThat(column(partner, "select id::text from records.record where not own order by id"))
                .isEqualTo(written);
        assertThat(column(partner, "select record::text from federation.received order by record"))
                .isEqualTo(written);
        assertThat(column(partner, "select count(*)::text from federation.advanced"))
                .containsExactly("0");
        var leaves = "select position || ' ' || encode(leaf_hash, 'hex') from %s order by position";
        assertThat(column(partner, leaves.formatted("federation.received")))
                .isEqualTo(column(origin, leaves.formatted("ledger.entry where party = 'USA'")));
    }

    private static List<String> column(NodeProcess node, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var database = OwnPostgres.start(node.folder().resolve("postgres"));
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
