package org.renkei.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.renkei.database.OwnPostgres;
import org.renkei.settings.NodeSettings;

/// The database of a new node with every table and no row: made once for all tests of a process, and copied for each
/// node, which takes a tenth of the time. The copies do not wait for the disk: they survive whatever befalls a node or
/// its PostgreSQL, not the loss of power. Nodes from the built archive, as [NodeProcess] starts them, make their own.
final class FreshDatabase {
    private static final String FOLDER = "postgres";

    private static Path made;

    private FreshDatabase() {}

    /// Lays one where a node with these settings will look for its own, unless it has one, or uses another's.
    static void layFor(NodeSettings settings) {
        var folder = settings.data().resolve(FOLDER);
        if (settings.database() != null || Files.exists(folder)) {
            return;
        }
        try {
            Files.createDirectories(settings.data());
            Folders.copy(make(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path make() throws IOException {
        if (made == null) {
            var folder = Files.createTempDirectory("renkei-fresh").resolve(FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder.getParent())));
            try (var server = OwnPostgres.start(folder)) {
                Flyway.configure()
                        .dataSource(server.url(), server.user(), server.password())
                        .defaultSchema("public")
                        .createSchemas(false)
                        .load()
                        .migrate();
                cheapen(server);
            }
            Files.writeString(folder.resolve("data/postgresql.conf"), "\nfsync = off\n", StandardOpenOption.APPEND);
            made = folder;
        }
        return made;
    }

    /// Thousands of rounds of hashing for every connection protect a password that people chose; this one is random.
    private static void cheapen(OwnPostgres server) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("set scram_iterations = 1");
            statement.execute("alter role " + server.user() + " password '" + server.password() + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
