package org.renkei.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.command.UpgradeCommand;
import org.renkei.testing.OlderDatabase;
import org.renkei.testing.TestFederation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/// A PostgreSQL that somebody else runs, named by `renkei.database.url`.
class ExternalDatabaseTests {
    @TempDir
    Path folder;

    @Test
    void aNodeKeepsEverythingInTheDatabaseThatItsSettingsName() throws IOException, SQLException {
        try (var server = OwnPostgres.start(folder.resolve("server"));
                var federation = new TestFederation(folder.resolve("nodes"), "JPN")) {
            name(federation.file("JPN"), server);
            var node = federation.node("JPN");
            var id = node.post("/api/v1/records", "{\"kind\":\"note\",\"label\":\"SECRET\",\"body\":{\"a\":1}}")
                    .id();
            assertThat(Files.exists(node.settings().data().resolve("postgres"))).isFalse();
            try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select id::text from records.record")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(id);
            }
        }
    }

    @Test
    void anUpgradeIsTriedOnTheSchemaAloneAndLeavesEverythingAsItWas() throws IOException {
        try (var server = OwnPostgres.start(folder.resolve("server"));
                var federation = new TestFederation(folder.resolve("nodes"), "JPN")) {
            name(federation.file("JPN"), server);
            federation
                    .node("JPN")
                    .post("/api/v1/records", "{\"kind\":\"note\",\"label\":\"SECRET\",\"body\":{\"a\":1}}");
            federation.stop("JPN");
            assertThat(tried(federation.file("JPN"), "en"))
                    .matches(ran -> ran.code() == 0 && ran.out().contains("nothing to do"));
            var jdbc = JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
            OlderDatabase.takeBack(jdbc);
            var ran = tried(federation.file("JPN"), "en");
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.out())
                    .contains(OlderDatabase.STEPS + " steps from " + OlderDatabase.VERSION)
                    .contains("on the schema alone, without data", "external one", "all went well")
                    .contains("The database was not changed");
            assertThat(tried(federation.file("JPN"), "ja").out()).contains("データのないスキーマのみで", "成功しました");
            assertThat(OlderDatabase.version(jdbc)).isEqualTo(OlderDatabase.VERSION);
            assertThat(databases(jdbc)).as("no copy stays").isZero();
            assertThat(jdbc.sql("select count(*) from records.record")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            // The schema alone is tried: what only the real one has, the trial does not meet.
            jdbc.sql("create schema operation").update();
            assertThat(tried(federation.file("JPN"), "en").code()).isZero();
        }
    }

    @Test
    void anUpgradeThatCannotBeTriedSaysSo() throws IOException {
        try (var federation = new TestFederation(folder.resolve("nodes"), "JPN")) {
            try (var server = OwnPostgres.start(folder.resolve("server"))) {
                name(federation.file("JPN"), server);
                Files.writeString(folder.resolve("database-password"), "another");
                assertThat(tried(federation.file("JPN"), "en"))
                        .matches(ran -> ran.code() != 0 && ran.err().contains("cannot be tried"));
            }
        }
    }

    record Ran(int code, String out, String err) {}

    private static Ran tried(Path settings, String language) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new UpgradeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--config", settings.toString(), "--dry-run", "--lang", language);
        return new Ran(code, out.toString(), err.toString());
    }

    private static int databases(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from pg_database where datname like 'renkei_%'")
                .query(Integer.class)
                .single();
    }

    @Test
    void nobodyEntersTheNodesOwnDatabaseWithoutItsPassword() {
        try (var server = OwnPostgres.start(folder.resolve("server"))) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private void name(Path settings, OwnPostgres server) throws IOException {
        var password = folder.resolve("database-password");
        Files.writeString(password, server.password());
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace(
                                "  data: data\n",
                                "  data: data\n  database: {url: \"%s\", user: %s, password-file: %s}\n"
                                        .formatted(server.url(), server.user(), password)));
    }
}
