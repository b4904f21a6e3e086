package org.renkei.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.NodeApplication;
import org.renkei.command.UpgradeCommand;
import org.renkei.database.OwnPostgres;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.OlderDatabase;
import org.renkei.testing.TestFederation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/// A database of an older version is upgraded after a backup or by word, one of a newer version not at all.
class UpgradeTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    record Ran(int code, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "JPN");
        federation.node("JPN").post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""");
        assertThat(tried()).matches(ran -> ran.code() == 2 && ran.err().contains("runs"));
        federation.stop("JPN");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void triesTheStepsOnACopyAndChangesNothing() {
        assertThat(tried()).matches(ran -> ran.code() == 0 && ran.out().contains("nothing to do"));
        older();
        var ran = tried();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains(
                        OlderDatabase.STEPS + " steps from " + OlderDatabase.VERSION,
                        "V20 operation",
                        "on a copy with all data",
                        "all went well")
                .contains("The database was not changed");
        assertThat(ran.code()).isZero();
        database(jdbc -> {
            assertThat(OlderDatabase.version(jdbc)).isEqualTo(OlderDatabase.VERSION);
            assertThat(jdbc.sql("select count(*) from pg_database where datname like 'renkei_%'")
                            .query(Integer.class)
                            .single())
                    .isZero();
            // The step cannot be done where there is something of its name.
            jdbc.sql("create schema operation").update();
        });
        assertThat(tried())
                .matches(failed -> failed.code() == 1
                        && failed.out().contains("FAILED after")
                        && failed.out().contains("\"operation\" already exists"));
    }

    @Test
    void isNotUpgradedWithoutABackupUnlessThatIsSaid() {
        older();
        var settings = SettingsFile.read(federation.file("JPN"));
        assertThatThrownBy(() -> NodeApplication.start(settings))
                .rootCause()
                .hasMessageContaining("no backup is configured")
                .hasMessageContaining("--without-backup");
        try (var node = NodeApplication.start(settings, Clock.systemUTC(), new UpgradePermission(true))) {
            assertThat(node.isRunning()).isTrue();
        }
        assertThat(tried().out()).contains("nothing to do");
    }

    @Test
    void isUpgradedAfterABackup() throws IOException {
        older();
        var backups = folder.resolve("backups");
        Files.writeString(
                federation.file("JPN"),
                Files.readString(federation.file("JPN")) + "  backup: {folder: " + backups + "}\n");
        federation.node("JPN");
        assertThat(new BackupFolder(backups).list()).hasSize(1);
    }

    @Test
    void leavesADatabaseOfANewerVersionAlone() {
        database(jdbc -> jdbc.sql("""
                insert into flyway_schema_history
                select installed_rank + 1, '999', 'later', type, 'V999__later.sql', 1, installed_by, now(), 1, true
                from flyway_schema_history order by installed_rank desc limit 1
                """).update());
        assertThatThrownBy(() -> NodeApplication.start(SettingsFile.read(federation.file("JPN"))))
                .rootCause()
                .hasMessageContaining("made by a newer version")
                .hasMessageContaining("999");
        assertThat(tried()).matches(ran -> ran.code() == 1 && ran.out().contains("V999 later"));
    }

    private void older() {
        database(OlderDatabase::takeBack);
    }

    private void database(Consumer<JdbcClient> work) {
        try (var server = OwnPostgres.start(federation.data("JPN").resolve("postgres"))) {
            work.accept(JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password())));
        }
    }

    private Ran tried() {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new UpgradeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--config", federation.file("JPN").toString(), "--dry-run", "--lang", "en");
        return new Ran(code, out.toString(), err.toString());
    }
}
