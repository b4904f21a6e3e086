package org.renkei.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings;

/// Tries the steps that this version would change the database by, on a copy of it, and takes the copy away
/// again.
public final class UpgradeTrial {
    private static final String COPY = "renkei_upgrade_trial";
    private static final long SPARE = 1024L * 1024 * 1024;

    private final NodeSettings settings;

    public UpgradeTrial(NodeSettings settings) {
        this.settings = settings;
    }

    /// What came out.
    ///
    /// @param from version of the database, empty when there is none yet
    /// @param newer steps in the database that this version does not know
    /// @param withData whether the copy had the data, or the schema alone
    /// @param failure why it failed, null when it went well
    public record Outcome(
            String from,
            List<String> steps,
            List<String> newer,
            boolean withData,
            long millis,
            @Nullable String failure) {}

    /// @throws IllegalStateException saying why it cannot be tried
    public Outcome run() {
        var external = settings.database();
        if (external != null) {
            var file = external.passwordFile();
            try {
                return on(
                        external.url(),
                        external.user(),
                        file == null ? "" : Files.readString(file).strip(),
                        false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var folder = settings.data().resolve("postgres");
        if (!Files.exists(folder.resolve("data").resolve("PG_VERSION"))) {
            throw new IllegalStateException(settings.data() + " holds no node");
        }
        if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
            throw new IllegalStateException(settings.node() + " runs, or did not end in good order: stop it first");
        }
        try (var server = OwnPostgres.start(folder)) {
            return on(server.url(), server.user(), server.password(), fits(server, folder));
        }
    }

    private static boolean fits(OwnPostgres server, Path folder) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_database_size(current_database())")) {
            rows.next();
            return rows.getLong(1) + SPARE < Files.getFileStore(folder).getUsableSpace();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the size of the database cannot be told: " + e.getMessage(), e);
        }
    }

    private Outcome on(String url, String user, String password, boolean withData) {
        var info = info(url, user, password);
        var current = info.current();
        var from = current == null ? "" : String.valueOf(current.getVersion());
        var steps = names(Arrays.asList(info.pending()));
        var newer = names(Arrays.stream(info.all())
                .filter(one -> one.getState().isApplied() && !one.getState().isResolved())
                .toList());
        if (steps.isEmpty() || !newer.isEmpty() || current == null) {
            return new Outcome(from, steps, newer, withData, 0, null);
        }
        var began = System.nanoTime();
        try (var admin = DriverManager.getConnection(beside(url, "template1"), user, password);
                var statement = admin.createStatement()) {
            statement.execute("drop database if exists " + COPY);
            statement.execute("create database " + COPY + " template " + (withData ? name(url) : "template0"));
            try {
                var copy = beside(url, COPY);
                if (!withData) {
                    flyway(copy, user, password, current.getVersion()).migrate();
                }
                began = System.nanoTime();
                flyway(copy, user, password, null).migrate();
                return new Outcome(from, steps, newer, withData, millis(began), null);
            } catch (FlywayException e) {
                return new Outcome(from, steps, newer, withData, millis(began), e.getMessage());
            } finally {
                statement.execute("drop database if exists " + COPY + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no copy of the database can be made: " + e.getMessage(), e);
        }
    }

    private static MigrationInfoService info(String url, String user, String password) {
        try {
            return flyway(url, user, password, null).info();
        } catch (FlywayException e) {
            throw new IllegalStateException("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static List<String> names(List<MigrationInfo> steps) {
        return steps.stream()
                .map(one -> "V" + one.getVersion() + " " + one.getDescription())
                .toList();
    }

    private static Flyway flyway(String url, String user, String password, @Nullable MigrationVersion target) {
        var configuration = Flyway.configure()
                .dataSource(url, user, password)
                .defaultSchema("public")
                .createSchemas(false);
        return (target == null ? configuration : configuration.target(target)).load();
    }

    private static String beside(String url, String name) {
        return url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1");
    }

    private static String name(String url) {
        return '"' + url.replaceFirst("^.*/([^/?]*)(\\?.*)?$", "$1") + '"';
    }
}
