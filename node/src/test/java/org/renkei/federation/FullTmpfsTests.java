package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// The receiver's data lie on a file system that really is full. Skipped where none can be mounted: that needs root.
class FullTmpfsTests {
    @TempDir
    Path folder;

    private TestFederation federation;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        federation = new TestFederation(folder, "JPN", "USA");
        var data = federation.data("USA");
        var before = folder.resolve("before");
        Files.move(data, before);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=320m,mode=700", "tmpfs", Files.createDirectory(data));
        assumeTrue(mounted, "no file system can be mounted here: a really full disk is not tried");
        assertThat(run("cp", "-a", before.resolve("keys"), data)).isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        federation.close();
        if (mounted) {
            run("umount", "-l", federation.data("USA"));
        }
    }

    @Test
    void everythingArrivesOnceThereIsSpaceAgain() throws Exception {
        var states = federation.node("USA");
        var japan = federation.node("JPN");
        eventually("the link is up", () -> link(japan).contains("\"up\""));
        var filler = federation.data("USA").resolve("filler");
        fill(filler);
        write(japan, 300);
        eventually("the receiver says so", () -> link(states).contains("check disk and database"));
        var ledger = japan.get("/api/v1/ledgers/USA").json();
        assertThat(ledger.path("size").asLong()).isEqualTo(300);
        assertThat(ledger.path("acknowledged").path("size").asLong()).isLessThan(300);
        Files.delete(filler);
        federation.confirmed("JPN", "USA");
        assertThat(states.database()
                        .sql("select count(*) from records.record where not own and state = 'current'")
                        .query(Long.class)
                        .single())
                .isEqualTo(300);
    }

    private static void fill(Path filler) throws IOException {
        var megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            assertThat(Files.size(filler)).isPositive();
        }
    }

    private static void write(RunningNode node, int count) {
        var text = "0123456789abcdef".repeat(500);
        var drafts = IntStream.range(0, count)
                .mapToObj(number -> """
                        {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"%d","text":"%s"}}
                        """.formatted(number, text))
                .collect(Collectors.joining(",", "{\"drafts\":[", "]}"));
        assertThat(node.post("/api/v1/records/batch", drafts).status()).isEqualTo(200);
    }

    private static String link(RunningNode node) {
        return node.get("/api/v1/node").json().path("links").toString();
    }

    private static boolean run(Object... command) throws IOException, InterruptedException {
        try {
            var words = Arrays.stream(command).map(String::valueOf).toList();
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
