package org.renkei.sight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.identity.Callers;
import org.renkei.release.ReleaseDesk;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long a page takes among 50,000 records, for people who see all, less, and what goes to their nation; a
/// third is hidden, a tenth is cut. Run by name, `-Dtest=SightSpeed`.
class SightSpeed {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;
    private static final int BATCHES = Integer.getInteger("renkei.speed.batches", 100);

    @TempDir
    static Path folder;

    @Test
    void aPageForEachOfThree() throws IOException {
        var clock = new MovableClock();
        try (var federation = new TestFederation(folder, clock, "JPN", "USA")) {
            var node = federation.node("JPN");
            fill(node);
            var residents = new Residents(node, clock);
            var officer = residents.settle("officer", "watch-officer").signedIn();
            var clerk = residents
                    .settleAs(
                            "clerk",
                            Residents.draft("clerk", "JPN", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""))
                    .signedIn();
            var liaison = residents
                    .settleAs("liaison", Residents.draft("liaison", "USA", "liaison"))
                    .signedIn();
            for (var query : new String[] {
                "limit=100",
                "limit=100&text=observation%2077",
                "limit=500&located=true",
                "limit=100&since=2020-01-01T00:00:00Z"
            }) {
                measure("officer", officer, query);
                measure("clerk", clerk, query);
                measure("liaison", liaison, query);
            }
        }
    }

    private static void measure(String who, Visitor reader, String query) {
        var best = Double.MAX_VALUE;
        var total = 0L;
        for (var n = 0; n < 12; n++) {
            var began = System.nanoTime();
            total = reader.get("/api/v1/records?" + query).json().path("total").asLong();
            best = Math.min(best, (System.nanoTime() - began) / 1e6);
        }
        System.out.printf(Locale.ROOT, "SPEED %s %s: %.0f ms of %d%n", who, query, best, total);
    }

    private static void fill(RunningNode node) {
        var desk = node.bean(ReleaseDesk.class);
        var caller = node.bean(Callers.class).findByToken(node.token()).orElseThrow();
        for (var batch = 0; batch < BATCHES; batch++) {
            var drafts = new ArrayList<JsonNode>();
            for (var n = 0; n < BATCH; n++) {
                drafts.add(JSON.readTree(draft(batch, n)));
            }
            desk.createAll(drafts, caller, Locale.ENGLISH);
        }
    }

    private static String draft(int batch, int n) {
        var portions = n % 10 == 1 ? ",\"portions\":[{\"at\":\"/remarks\",\"label\":\"SECRET\"}]" : "";
        return """
                {"kind":"observation","label":"%s"%s,"body":{"title":"Observation %d of batch %d",
                 "position":{"lat":32.%04d,"lon":130.8},"remarks":"%s"}}""".formatted(
                        n % 3 == 0 ? "SECRET" : "UNCLASSIFIED//REL TO JPN, USA",
                        portions,
                        n,
                        batch,
                        n,
                        "water is needed, the road is open for light vehicles only ".repeat(4));
    }
}
