package org.renkei.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.PrivateFiles;
import org.renkei.settings.FreePort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server that belongs to this node alone: on loopback, on a port of its own, with a password that only
/// the node knows. It starts and stops with the node; its data lie under the node's data folder.
///
/// PostgreSQL refuses to run as root; there it runs in a user namespace of its own.
public final class OwnPostgres implements AutoCloseable {
    static final String USER = "renkei";

    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final long RECOVERY_SECONDS = TimeUnit.HOURS.toSeconds(12);

    private final Path bin;
    private final Path data;
    private final Path log;
    private final String password;
    private final int port;

    private OwnPostgres(Path bin, Path data, Path log, String password, int port) {
        this.bin = bin;
        this.data = data;
        this.log = log;
        this.password = password;
        this.port = port;
    }

    /// Starts the server over the data in `folder`, which are made at the first start.
    ///
    /// @param archive where every finished piece of its log goes as well, null for nowhere
    public static OwnPostgres start(Path folder, @Nullable LogArchive archive) {
        return start(folder, archive == null ? List.of() : archive.keeping(), PATIENCE_SECONDS);
    }

    /// The same with no such place.
    public static OwnPostgres start(Path folder) {
        return start(folder, null);
    }

    /// Starts the server over data from a backup, and lets it come forward by the log: to its end, or to an instant.
    /// It takes no connections but ours, and is ready when it has come there.
    public static OwnPostgres recover(Path folder, @Nullable LogArchive archive, @Nullable Instant until) {
        try {
            if (archive != null) {
                Files.createFile(folder.resolve("data").resolve("recovery.signal"));
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL cannot be recovered: " + e.getMessage(), e);
        }
        return start(folder, archive == null ? List.of() : archive.comingForward(until), RECOVERY_SECONDS);
    }

    private static OwnPostgres start(Path folder, List<String> more, long patience) {
        try {
            var bin = PostgresBinaries.unpacked().resolve("bin");
            Files.createDirectories(folder);
            var passwordFile = folder.resolve("password");
            if (!Files.exists(passwordFile)) {
                PrivateFiles.write(passwordFile, newPassword());
            }
            var server = new OwnPostgres(
                    bin,
                    folder.resolve("data"),
                    folder.resolve("postgres.log"),
                    Files.readString(passwordFile).strip(),
                    FreePort.find());
            server.initialize(passwordFile);
            server.launch(more, patience);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    /// The folder of the server itself.
    public Path data() {
        return data;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    private void initialize(Path passwordFile) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                LOG.info("stopping a PostgreSQL that an earlier run left behind");
                run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w"), true);
            }
            return;
        }
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        run(
                List.of(
                        program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"),
                false);
    }

    private void launch(List<String> more, long patience) throws IOException {
        var command = new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
        List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "shared_buffers=96MB",
                        "max_connections=40",
                        "dynamic_shared_memory_type=mmap",
                        "jit=off",
                        "io_method=sync",
                        "max_wal_size=768MB",
                        "wal_level=replica",
                        "max_wal_senders=0",
                        "log_timezone=UTC",
                        "timezone=UTC")
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        more.forEach(setting -> command.addAll(List.of("-c", setting)));
        var process = process(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the server did not come up; its log: " + tail());
            }
            pause();
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(), USER, password)) {
            return isOpen(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    /// Whether it writes; while it comes forward from a backup it only reads.
    private static boolean isOpen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select not pg_is_in_recovery()")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @Override
    public void close() {
        try {
            run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w"), true);
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop in good order: {}", e.getMessage());
        }
    }

    private void run(List<String> command, boolean mayFail) throws IOException {
        var process = process(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " took longer than " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0 && !mayFail) {
            throw new IOException(command.getFirst() + " failed: " + tail());
        }
    }

    private ProcessBuilder process(List<String> command) {
        var all = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "--user"));
        }
        all.addAll(command);
        var builder = new ProcessBuilder(all);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private String program(String name) {
        return bin.resolve(name).toString();
    }

    private String tail() throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
