package org.renkei.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Verifications;

/// All that is left of a node is a copy of a week ago. In that week it released, revised and recalled to two partners.
class WeekOldBackupTests {
    private static final List<String> PARTNERS = List.of("AUS", "USA");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    /// The root of every size at which a partner held this node's signature, by partner.
    private final Map<String, Map<Long, String>> signed = new TreeMap<>();
    /// The root under every name and size of this node's audit log that it signed.
    private final Map<String, String> log = new TreeMap<>();
    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA", "AUS");
        Files.writeString(
                federation.file("JPN"), "  backup: {folder: ../backups, keep: 14}\n", StandardOpenOption.APPEND);
        PARTNERS.forEach(federation::node);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void nothingIsSignedTwiceAndNothingReleasedIsLost() throws Exception {
        var before = note("of the week before");
        met();
        backUp();
        Thread.sleep(20);
        var aWeekAgo = Instant.now();
        Thread.sleep(20);
        clock.advance(Duration.ofDays(1));
        var lost = note("lost with the node");
        met();
        var recalled = note("recalled in that week");
        met();
        japan().post("/api/v1/records/" + recalled + "/recall", "{\"reason\":\"wrong\"}");
        japan().put("/api/v1/records/" + before, draft("revised in that week"));
        met();
        clock.advance(Duration.ofDays(6));
        var signedBefore = signLog();
        destroy();

        new Restoring(SettingsFile.read(federation.file("JPN")), folder.resolve("backups"), clock).run(null, aWeekAgo);

        assertThat(japan().get("/api/v1/records/" + lost).status()).isEqualTo(404);
        eventually(
                "the partners gave it back",
                () -> japan().get("/api/v1/records/" + lost).status() == 200);
        met();
        // of a record that it had in an older revision, both partners gave back all of the newer one
        eventually("it is the newer one", () -> title(japan(), before).equals("revised in that week"));
        assertThat(japan().get("/api/v1/records/" + before).json().path("label").asString())
                .contains("AUS", "USA");
        assertThat(japan().get("/api/v1/audit?event=record-recovered").text()).contains(before, lost);
        var next = note("after the restore");
        met();
        assertThat(signLog()).as("the log came back shorter").isPositive();
        while (signLog() < signedBefore + 3) {
            note("one more");
        }
        met();
        assertThat(log.keySet().stream().map(one -> one.split(" ")[0]).distinct())
                .as("what was lost was signed under another name")
                .hasSize(2)
                .allMatch(name -> name.matches("JPN/test/audit(/20[0-9T:.-]+Z)?"));
        assertThat(Verifications.look(japan())).isEmpty();
        for (var partner : PARTNERS) {
            var there = federation.node(partner);
            assertThat(title(there, before)).isEqualTo("revised in that week");
            assertThat(title(there, lost)).isEqualTo("lost with the node");
            assertThat(title(there, next)).isEqualTo("after the restore");
            assertThat(there.get("/api/v1/records/" + recalled)
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("recalled");
            assertThat(there.get("/api/v1/ledgers/JPN").json().path("received").path("root"))
                    .isEqualTo(japan().get("/api/v1/ledgers/" + partner).json().path("root"));
        }
    }

    /// Waits until both partners confirmed all, and notes what they hold a signature over: of one size there is never
    /// another root.
    private void met() {
        signLog();
        for (var partner : PARTNERS) {
            federation.confirmed("JPN", partner);
            var received =
                    federation.node(partner).get("/api/v1/ledgers/JPN").json().path("received");
            var root = received.path("root").asString();
            var first = signed.computeIfAbsent(partner, key -> new TreeMap<>())
                    .putIfAbsent(received.path("size").asLong(), root);
            assertThat(first == null || first.equals(root))
                    .as("one root of one size")
                    .isTrue();
        }
    }

    /// Has the audit log signed and answers over how many entries: under one name, one size never has another root.
    private long signLog() {
        var answer = japan().get("/api/v1/audit/checkpoint").json();
        var lines = answer.path("checkpoint").asString().lines().limit(3).toList();
        var first = log.putIfAbsent(lines.get(0) + " " + lines.get(1), lines.get(2));
        assertThat(first == null || first.equals(lines.get(2)))
                .as(lines.toString())
                .isTrue();
        return answer.path("size").asLong();
    }

    private void backUp() {
        assertThat(japan().post("/api/v1/backups", "").status()).isEqualTo(202);
        eventually("the backup is complete", () -> {
            var state = japan().get("/api/v1/backups").json();
            return state.path("running").isNull() && state.path("made").size() > 0;
        });
    }

    private void destroy() throws IOException {
        federation.stop("JPN");
        try (var files = Files.walk(federation.data("JPN"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String draft(String title) {
        return """
                {"kind":"note","label":"UNCLASSIFIED//REL TO AUS, USA","body":{"title":"%s"}}""".formatted(title);
    }

    private String note(String title) {
        return japan().post("/api/v1/records", draft(title)).id();
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }
}
