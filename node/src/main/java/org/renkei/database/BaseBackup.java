package org.renkei.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/// Copies the files of the node's own PostgreSQL while it works, by its low-level interface for backups
/// (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP).
///
/// Files change while they are copied: the pieces of the log from the beginning to the end of the copy, which go
/// with it, put that right when it is started.
public final class BaseBackup {
    /// Folders whose content a server makes anew.
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "recovery.signal", "standby.signal");
    private static final String CONTROL = "global/pg_control";
    private static final int BUFFER = 1 << 16;

    private final OwnPostgres server;

    BaseBackup(OwnPostgres server) {
        this.server = server;
    }

    /// @param firstLog the oldest piece of the log that is needed with this copy, as PostgreSQL names it
    public record Copied(String firstLog) {}

    /// How the log is being archived.
    ///
    /// @param failedAt when PostgreSQL could last not archive a piece, null when the last try went well
    public record Archiving(
            long pieces, @Nullable String lastAt, @Nullable String failedAt) {}

    /// How many bytes there are to copy, about.
    public long size() throws IOException {
        var size = 0L;
        for (var file : files()) {
            size += sizeOf(file);
        }
        return size;
    }

    /// Writes the data folder under `prefix`.
    ///
    /// @param progress told how many bytes were copied since it was last told
    public Copied write(TarArchiveOutputStream tar, String prefix, LongConsumer progress) throws IOException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            // What the copy needs of the log stays, however long it takes; it goes with this connection.
            ask(connection, "select pg_create_physical_replication_slot('renkei_backup', true, true)", row -> "");
            var start = ask(connection, "select pg_backup_start('renkei', true)", row -> row.getString(1));
            var first = ask(connection, "select pg_walfile_name('" + start + "')", row -> row.getString(1));
            for (var file : files()) {
                copy(tar, prefix, file, progress);
            }
            copy(tar, prefix, server.data().resolve(CONTROL), progress);
            var stop = ask(
                    connection,
                    "select lsn, labelfile, pg_walfile_name(lsn) last from pg_backup_stop(false)",
                    row -> List.of(row.getString("labelfile"), row.getString("last")));
            var label = stop.getFirst().getBytes(StandardCharsets.UTF_8);
            entry(tar, prefix + "backup_label", label.length, new ByteArrayInputStream(label), progress);
            copyLog(tar, prefix, first, stop.getLast(), progress);
            return new Copied(first);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not let itself be copied: " + e.getMessage(), e);
        }
    }

    public Archiving archiving() throws IOException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            return ask(
                    connection,
                    """
                    select archived_count, to_char(last_archived_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') done,
                        to_char(last_failed_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') failed,
                        last_failed_time > coalesce(last_archived_time, '-infinity') fails
                    from pg_stat_archiver
                    """,
                    row -> new Archiving(
                            row.getLong("archived_count"),
                            row.getString("done"),
                            row.getBoolean("fails") ? row.getString("failed") : null));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(server.data())) {
            return all.filter(this::belongs).sorted().toList();
        }
    }

    private boolean belongs(Path path) {
        var inside = server.data().relativize(path);
        var top = inside.getName(0).toString();
        var name = path.getFileName().toString();
        return !inside.toString().isEmpty()
                && !LEFT_OUT.contains(inside.toString())
                && !inside.toString().equals(CONTROL)
                && !(EMPTY.contains(top) && inside.getNameCount() > 1)
                && !name.startsWith("pgsql_tmp")
                && !name.equals("pg_internal.init");
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private void copyLog(TarArchiveOutputStream tar, String prefix, String first, String last, LongConsumer progress)
            throws IOException {
        var pieces = new ArrayList<Path>();
        try (var all = Files.list(server.data().resolve("pg_wal"))) {
            all.filter(Files::isRegularFile).forEach(pieces::add);
        }
        pieces.sort(null);
        for (var piece : pieces) {
            var name = piece.getFileName().toString();
            var needed = name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
            if (needed || name.endsWith(".history")) {
                copy(tar, prefix, piece, progress);
            }
        }
    }

    /// A file that has gone meanwhile is not needed: the log says what became of it.
    private void copy(TarArchiveOutputStream tar, String prefix, Path file, LongConsumer progress) throws IOException {
        var name = prefix + server.data().relativize(file);
        if (Files.isDirectory(file)) {
            tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
            tar.closeArchiveEntry();
            return;
        }
        try (var in = Files.newInputStream(file)) {
            entry(tar, name, Files.size(file), in, progress);
        } catch (NoSuchFileException e) {
            // See above.
        }
    }

    private static void entry(
            TarArchiveOutputStream tar, String name, long size, InputStream content, LongConsumer progress)
            throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        var buffer = new byte[BUFFER];
        var left = size;
        while (left > 0) {
            var read = content.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            // What was cut off meanwhile is filled with zeros; the log cuts it off again.
            Arrays.fill(buffer, read, buffer.length, (byte) 0);
            var wanted = (int) Math.min(left, buffer.length);
            tar.write(buffer, 0, wanted);
            progress.accept(wanted);
            left -= wanted;
        }
        tar.closeArchiveEntry();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> T ask(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("no answer to: " + sql);
            }
            return reading.of(rows);
        }
    }
}
