package org.renkei.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.backup.Restoring.Ledger;
import org.renkei.backup.Restoring.Restored;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// A node is lost and put back: to the last thing it did, or to an instant; and its partner notices no more than a
/// pause.
class BackupTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        Files.writeString(
                federation.file("JPN"), "  backup: {folder: ../backups, keep: 2}\n", StandardOpenOption.APPEND);
        states();
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aNodeThatWasDestroyedGoesOnWhereItStopped() throws Exception {
        var before = note("before the backup");
        federation.confirmed("JPN", "USA");
        backUp();
        var after = note("after the backup");
        federation.confirmed("JPN", "USA");
        var card = japan().get("/api/v1/node").json().path("fingerprint");
        var ledger = japan().get("/api/v1/ledgers/USA").json();
        var audit = japan().get("/api/v1/audit/checkpoint").json().path("size").asLong();
        destroy();

        var restored = restore(null, null);

        assertThat(federation.data("JPN").resolve("search"))
                .as("what is made again is in no backup")
                .doesNotExist();
        assertThat(restored.ledgers())
                .containsExactly(new Ledger(
                        "USA",
                        ledger.path("size").asLong(),
                        ledger.path("size").asLong(),
                        ledger.path("size").asLong(),
                        0));
        assertThat(japan().get("/api/v1/node").json().path("fingerprint")).isEqualTo(card);
        assertThat(japan().get("/api/v1/ledgers/USA").json().path("root")).isEqualTo(ledger.path("root"));
        assertThat(japan().get("/api/v1/audit/checkpoint").json().path("size").asLong())
                .isGreaterThan(audit);
        assertThat(title(japan(), before)).isEqualTo("before the backup");
        assertThat(title(japan(), after)).isEqualTo("after the backup");
        eventually(
                "both are found again",
                () -> japan().get("/api/v1/search?text=backup")
                                .json()
                                .path("total")
                                .asInt()
                        == 2);
        var next = note("after the restore");
        federation.confirmed("JPN", "USA");
        assertThat(title(states(), next)).isEqualTo("after the restore");
        assertThat(states().get("/api/v1/audit?event=link-refused").json().path("entries"))
                .isEmpty();
        assertThat(japan().get("/api/v1/audit?event=restored").text()).contains(restored.name());
        assertThat(japan().get("/api/v1/audit?event=ledger-recovered").json().path("entries"))
                .isEmpty();
    }

    @Test
    void aNodePutBackToAnInstantGetsWhatItReleasedSinceFromItsPartner() throws Exception {
        note("before the backup");
        federation.confirmed("JPN", "USA");
        backUp();
        var early = note("before the instant");
        federation.confirmed("JPN", "USA");
        Thread.sleep(20);
        var instant = Instant.now();
        Thread.sleep(20);
        var late = note("after the instant");
        federation.confirmed("JPN", "USA");
        destroy();
        federation.stop("USA");

        restore(null, instant);

        assertThat(title(japan(), early)).isEqualTo("before the instant");
        assertThat(japan().get("/api/v1/records/" + late).status()).isEqualTo(404);
        var medium = japan().raw("POST", "/api/v1/media/USA", new byte[0]);
        assertThat(medium.statusCode()).isEqualTo(409);
        assertThat(new String(medium.body(), StandardCharsets.UTF_8)).contains("has not met USA since");
        states();
        eventually(
                "the partner gave it back",
                () -> japan().get("/api/v1/records/" + late).status() == 200);
        assertThat(title(japan(), late)).isEqualTo("after the instant");
        federation.confirmed("JPN", "USA");
        assertThat(japan().raw("POST", "/api/v1/media/USA", new byte[0]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBackupIsPrivateAndOldOnesGo() throws Exception {
        backUp();
        var first = backups().list().getFirst();
        Thread.sleep(1000);
        backUp();
        Thread.sleep(1000);
        backUp();
        assertThat(backups().list()).hasSize(2).doesNotContain(first);
        assertThat(openToOthers(folder.resolve("backups"))).isEmpty();
        var state = japan().get("/api/v1/backups").json();
        assertThat(state.path("made").size()).isEqualTo(2);
        assertThat(state.path("failure").isNull()).isTrue();
        assertThat(japan().get("/api/v1/audit?event=backup-made")
                        .json()
                        .path("entries")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void whatCannotBeRestoredIsRefusedAndNothingIsTouched() throws Exception {
        backUp();
        assertThatThrownBy(() -> restore(null, null))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining("is not empty");
        destroy();
        assertThatThrownBy(() -> restore("base-none", null)).hasMessageContaining("no backup fits");
        assertThatThrownBy(() -> restore(null, Instant.EPOCH)).hasMessageContaining("no backup fits");
        assertThatThrownBy(() -> restore(null, Instant.parse("2099-01-01T00:00:00Z")))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining("ends before 2099");
        var only = backups().list().getFirst();
        var archive = backups().archive(only.name());
        var bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        assertThatThrownBy(() -> restore(null, null)).hasMessageContaining("was changed or is damaged");
        var other = SettingsFile.read(federation.file("USA"));
        assertThatThrownBy(() -> new Restoring(other, folder.resolve("backups"), Clock.systemUTC()).run(null, null))
                .hasMessageContaining("a backup of JPN/test");
        assertThat(federation.data("JPN")).doesNotExist();
    }

    @Test
    void withoutTheSettingItSaysWhatToDo() {
        var answer = states().post("/api/v1/backups", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("renkei.backup.folder");
        assertThat(states().get("/api/v1/backups").json().path("folder").isNull())
                .isTrue();
    }

    /// Files that not only their owner may read. A piece of the log is renamed once it is whole: under its first name
    /// it may be gone while the folder is looked through.
    private static List<Path> openToOthers(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    var open = Files.getPosixFilePermissions(file);
                    if (!PosixFilePermissions.fromString("rw-------").containsAll(open)) {
                        found.add(file);
                    }
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (!(e instanceof NoSuchFileException)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private void backUp() {
        var made = japan().get("/api/v1/backups").json().path("made").size();
        assertThat(japan().post("/api/v1/backups", "").status()).isEqualTo(202);
        eventually("the backup is complete", () -> {
            var state = japan().get("/api/v1/backups").json();
            assertThat(state.path("failure").isNull()).as(state.toString()).isTrue();
            return state.path("running").isNull() && state.path("made").size() >= Math.min(made + 1, 2);
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

    private Restored restore(@Nullable String name, @Nullable Instant until) throws IOException {
        var settings = SettingsFile.read(federation.file("JPN"));
        return new Restoring(settings, folder.resolve("backups"), Clock.systemUTC()).run(name, until);
    }

    private BackupFolder backups() {
        return new BackupFolder(folder.resolve("backups"));
    }

    private String note(String title) {
        return japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"ROUTINE","body":{"title":"%s"}}
                """.formatted(title)).id();
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

    private RunningNode states() {
        return federation.node("USA");
    }
}
