package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.federation.RelayTests.link;
import static org.renkei.federation.RelayTests.state;
import static org.renkei.federation.RelayTests.write;
import static org.renkei.testing.TestFederation.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.Folders;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Japan comes back older than what it has released to Australia, and has no link of its own with it: the United
/// States carry.
class RelayedRecoveryTests {
    private static final String LABEL = "UNCLASSIFIED//REL TO AUS";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @Test
    void aNodeRestoredFromAnOlderCopyGetsBackWhatItReleasedAndWhatItHadReceived() throws Exception {
        try (var federation = new TestFederation(folder, clock, RelayTests::terms, "JPN", "USA", "AUS")) {
            upAll(federation);
            write(federation.node("JPN"), LABEL, "before the copy");
            federation.confirmed("JPN", "AUS");
            federation.stop("JPN");
            Folders.copy(federation.data("JPN"), folder.resolve("old"));
            upAll(federation);

            var lost = new ArrayList<String>();
            for (var count = 0; count < 8; count++) {
                lost.add(write(federation.node("JPN"), LABEL, "lost-" + count + " " + noise(count)));
            }
            var flash = federation.node("JPN").post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//REL TO AUS","precedence":"FLASH","body":{"title":"urgent"}}""").id();
            var received = write(federation.node("AUS"), "UNCLASSIFIED//REL TO JPN", "from Australia");
            confirmed(federation, "JPN", "AUS");
            confirmed(federation, "AUS", "JPN");
            var released = size(federation.node("JPN"));

            federation.stop("JPN");
            Files.move(federation.data("JPN"), folder.resolve("replaced"));
            Folders.copy(folder.resolve("old"), federation.data("JPN"));
            var japan = federation.node("JPN");
            var fresh = write(japan, LABEL, "written before it met anybody");
            comes("all is back", () -> {
                var audit = japan.get("/api/v1/audit?event=ledger-recovered").text();
                return audit.contains("\"to\":" + released);
            });
            comes("the link is up", () -> state(japan, "AUS").equals("up"));
            confirmed(federation, "JPN", "AUS");
            for (var id : lost) {
                assertThat(title(japan, id)).startsWith("lost-").isEqualTo(title(federation.node("AUS"), id));
            }
            assertThat(title(japan, flash)).isEqualTo("urgent");
            assertThat(title(federation.node("AUS"), fresh)).isEqualTo("written before it met anybody");
            assertThat(size(japan)).isGreaterThan(released);
            assertSameRoots(federation, "JPN", "AUS");

            comes(
                    "what it had received comes again",
                    () -> title(japan, received).equals("from Australia"));
            comes("both hold the same", () -> root(federation, "AUS", "JPN").equals(copied(federation, "AUS", "JPN")));
            assertThat(link(japan, "AUS").path("problem").isNull()).isTrue();
        }
    }

    private static void upAll(TestFederation federation) {
        for (var party : new String[] {"JPN", "USA", "AUS"}) {
            federation.node(party);
        }
        eventually(
                "all links are up",
                () -> state(federation.node("JPN"), "AUS").equals("up")
                        && state(federation.node("AUS"), "JPN").equals("up"));
    }

    private void confirmed(TestFederation federation, String from, String to) {
        comes(from + " is confirmed by " + to, () -> {
            var ledger = federation.node(from).get("/api/v1/ledgers/" + to).json();
            return ledger.path("size").asLong()
                    == ledger.path("acknowledged").path("size").asLong();
        });
    }

    /// Questions are asked ever more rarely: time has to pass.
    private void comes(String what, BooleanSupplier holds) {
        var round = new int[1];
        eventually(what, () -> {
            if (++round[0] % 60 == 0) {
                clock.advance(Duration.ofMinutes(31));
            }
            return holds.getAsBoolean();
        });
    }

    private static void assertSameRoots(TestFederation federation, String from, String to) {
        assertThat(copied(federation, from, to)).isEqualTo(root(federation, from, to));
    }

    private static String root(TestFederation federation, String from, String to) {
        return federation
                .node(from)
                .get("/api/v1/ledgers/" + to)
                .json()
                .path("root")
                .asString();
    }

    private static String copied(TestFederation federation, String from, String to) {
        return federation
                .node(to)
                .get("/api/v1/ledgers/" + from)
                .json()
                .path("received")
                .path("root")
                .asString();
    }

    private static long size(RunningNode node) {
        return node.get("/api/v1/ledgers/AUS").json().path("size").asLong();
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    private static String noise(int seed) {
        return new Random(seed)
                .ints(60_000, 33, 126)
                .filter(one -> one != '"' && one != '\\')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
