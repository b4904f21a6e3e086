package org.renkei.release;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.identity.Callers;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the origin's store does in a second; run by name, `-Dtest=StorageSpeed`.
class StorageSpeed {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;
    private static final int BATCHES = Integer.getInteger("renkei.speed.batches", 60);

    @TempDir
    static Path folder;

    @Test
    void intoThreeLedgersAndBackAgain() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA", "AUS", "GBR")) {
            var node = federation.node("JPN");
            var desk = node.bean(ReleaseDesk.class);
            var caller = node.bean(Callers.class).findByToken(node.token()).orElseThrow();
            for (var round = 0; round < 3; round++) {
                var began = System.nanoTime();
                for (var batch = 0; batch < BATCHES; batch++) {
                    desk.createAll(drafts(round * BATCHES + batch), caller, Locale.ENGLISH);
                }
                print("records/s in batches of " + BATCH, BATCH * BATCHES, began);
                printCpu(node);
            }
            var began = System.nanoTime();
            var singles = drafts(0);
            for (var n = 0; n < 300; n++) {
                desk.create(singles.get(n), caller, Locale.ENGLISH);
            }
            print("records/s one by one", 300, began);
            began = System.nanoTime();
            var answer = node.post(
                    "/api/v1/agreements/jpn-usa-information-protection-2007/suspend", "{\"reason\":\"speed\"}");
            print("records/s decided again: " + answer.json().path("recalled"), BATCH * BATCHES * 3, began);
            var ledgers = node.bean(org.renkei.ledger.Ledgers.class);
            began = System.nanoTime();
            var read = 0;
            for (var from = 1L; ; ) {
                var batch = ledgers.read("AUS", from, 1_000, 1 << 20);
                if (batch.leaves().isEmpty()) {
                    break;
                }
                read += batch.leaves().size();
                from += batch.leaves().size();
            }
            print("entries/s read with signed checkpoints", read, began);
        }
    }

    /// Processor time so far: on a machine that others use too, the clock alone says little.
    private static void printCpu(RunningNode node) {
        var bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var server = node
                .database()
                .sql("select pid from pg_stat_activity where backend_type = 'client backend'")
                .query(Long.class)
                .list()
                .stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
        System.out.printf("SPEED processor: JVM %d ms, server %d ms%n", bean.getProcessCpuTime() / 1_000_000, server);
    }

    private static void print(String what, int count, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "SPEED %,.0f %s (%d in %.2f s)%n", count / seconds, what, count, seconds);
    }

    private static ArrayList<JsonNode> drafts(int batch) {
        var drafts = new ArrayList<JsonNode>();
        for (var n = 0; n < BATCH; n++) {
            drafts.add(JSON.readTree("""
                    {"kind":"observation","label":"%s","precedence":"ROUTINE",
                     "body":{"title":"Observation %d of batch %d","place":"熊本県益城町","position":{"lat":32.%04d,"lon":130.8},
                      "status":"open","occupants":%d,"remarks":"%s"}}""".formatted(
                            n % 3 == 0 ? "SECRET//REL TO JPN, USA" : "UNCLASSIFIED//REL TO AUS, GBR, JPN, USA",
                            n,
                            batch,
                            n,
                            n,
                            "water is needed, the road is open for light vehicles only ".repeat(4))));
        }
        return drafts;
    }
}
