package org.renkei.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.TestFederation;

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
