package org.renkei.backup;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.renkei.backup.BackupFolder.Manifest;
import org.renkei.database.LogArchive;
import org.renkei.database.OwnPostgres;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.settings.NodeSettings;

/// Puts a node back from a backup into an empty data folder, while it does not run, and looks whether its ledgers
/// go on from what partners have confirmed.
public final class Restoring {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String ENDED_BEFORE = "recovery ended before configured recovery target";

    private final NodeSettings settings;
    private final Path backups;
    private final Clock clock;

    public Restoring(NodeSettings settings, Path backups, Clock clock) {
        this.settings = settings;
        this.backups = backups;
        this.clock = clock;
    }

    /// What was restored.
    ///
    /// @param last when the newest audit entry was written, null when there is none: so far the node came forward
    public record Restored(
            String name, Instant from, @Nullable Instant last, List<Ledger> ledgers) {}

    /// How one ledger came back.
    ///
    /// @param broken the first position that does not fit its leaf, or the confirmed size whose root differs;
    /// 0 when all fits
    public record Ledger(String partner, long size, long signed, long confirmed, long broken) {}

    /// @param name one backup, null for the newest that fits
    /// @param until null for the end of the log
    /// @throws RestoreException when nothing was restored
    public Restored run(@Nullable String name, @Nullable Instant until) throws IOException {
        var folder = new BackupFolder(backups);
        var manifest = choose(folder, name, until);
        requireEmpty();
        verify(folder, manifest);
        var archive = LogArchive.isIn(backups) ? LogArchive.in(backups) : null;
        if (archive == null && until != null) {
            throw new RestoreException(
                    backups + " holds no log, so there is only the backup itself: leave --at out",
                    backups + " にログがないため、バックアップ時点にしか戻せません。--at を外してください");
        }
        try {
            unpack(folder.archive(manifest.name()));
            var restored = comeForward(manifest, archive, until);
            new RestoredMark(manifest.name(), manifest.from(), until, clock.instant()).write(settings);
            return restored;
        } catch (IOException | RuntimeException e) {
            empty();
            throw e;
        }
    }

    private Restored comeForward(Manifest manifest, @Nullable LogArchive archive, @Nullable Instant until)
            throws IOException {
        try (var server = OwnPostgres.recover(settings.data().resolve("postgres"), archive, until);
                var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            return new Restored(manifest.name(), manifest.from(), last(connection), ledgers(connection));
        } catch (SQLException e) {
            throw new IOException("the restored database cannot be read: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            if (until != null && String.valueOf(e.getMessage()).contains(ENDED_BEFORE)) {
                throw new RestoreException(
                        "the log in " + backups + " ends before " + until
                                + ": leave --at out for the last moment there is",
                        backups + " のログは " + until + " より前で終わっています。最後の時点に戻すには --at を外してください");
            }
            throw e;
        }
    }

    /// What a restore that failed has left: nothing was there before.
    private void empty() throws IOException {
        if (Files.isDirectory(settings.data())) {
            try (var files = Files.walk(settings.data())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Manifest choose(BackupFolder folder, @Nullable String name, @Nullable Instant until) throws IOException {
        var all = folder.list();
        var found = name == null
                ? folder.best(until)
                : all.stream().filter(one -> one.name().equals(name)).findFirst();
        var manifest = found.orElseThrow(() -> all.isEmpty()
                ? new RestoreException("there is no complete backup in " + backups, backups + " に完全なバックアップがありません")
                : new RestoreException(
                        "no backup fits; there are " + names(all), "該当するバックアップがありません。あるもの: " + names(all)));
        if (!manifest.node().equals(settings.node().toString())) {
            throw new RestoreException(
                    "this is a backup of " + manifest.node() + ", the settings are those of " + settings.node(),
                    "これは " + manifest.node() + " のバックアップです。設定は " + settings.node() + " のものです");
        }
        if (until != null && manifest.until().isAfter(until)) {
            throw new RestoreException(
                    manifest.name() + " stands for no earlier instant than " + manifest.until(),
                    manifest.name() + " では " + manifest.until() + " より前には戻せません");
        }
        return manifest;
    }

    private static List<String> names(List<Manifest> all) {
        return all.stream().map(Manifest::name).toList();
    }

    private void requireEmpty() throws IOException {
        var data = settings.data();
        if (Files.isDirectory(data)) {
            try (var content = Files.list(data)) {
                if (content.findAny().isPresent()) {
                    throw new RestoreException(
                            data + " is not empty: move it away first, nothing is overwritten",
                            data + " が空ではありません。先に退避してください。上書きはしません");
                }
            }
        }
    }

    private static void verify(BackupFolder folder, Manifest manifest) throws IOException {
        var digest = Writing.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(folder.archive(manifest.name())), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.sha256())) {
            throw new RestoreException(
                    manifest.name() + " was changed or is damaged: take another with --backup",
                    manifest.name() + " は改変または破損しています。--backup で別のものを指定してください");
        }
    }

    private void unpack(Path archive) throws IOException {
        Files.createDirectories(settings.data(), PRIVATE_FOLDER);
        try (var tar = new TarArchiveInputStream(
                new ZstdInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar);
            }
        }
    }

    private void write(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        var target = settings.data().resolve(entry.getName()).normalize();
        if (!target.startsWith(settings.data()) || entry.isLink() || entry.isSymbolicLink()) {
            throw new IOException("entry " + entry.getName() + " leads out of the folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target, PRIVATE_FOLDER);
            return;
        }
        var parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent, PRIVATE_FOLDER);
        }
        Files.createFile(target, PRIVATE_FILE);
        try (var out = Files.newOutputStream(target)) {
            tar.transferTo(out);
        }
    }

    private static @Nullable Instant last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(at) from audit.entry")) {
            rows.next();
            var at = rows.getObject(1, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
    }

    private static List<Ledger> ledgers(Connection connection) throws SQLException {
        var ledgers = new ArrayList<Ledger>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select party, size, signed, acknowledged, acknowledged_root from ledger.ledger"
                                + " join ledger.tail using (party) order by party")) {
            while (rows.next()) {
                var party = rows.getString("party");
                var root = rows.getBytes("acknowledged_root");
                ledgers.add(new Ledger(
                        party,
                        rows.getLong("size"),
                        rows.getLong("signed"),
                        rows.getLong("acknowledged"),
                        broken(connection, party, rows.getLong("acknowledged"), root)));
            }
        }
        return ledgers;
    }

    private static long broken(Connection connection, String party, long confirmed, byte @Nullable [] root)
            throws SQLException {
        var tree = new MerkleTree();
        try (var query = connection.prepareStatement("""
                select position, leaf_hash,
                    type = 'blank' or coalesce(sha256('\\x00'::bytea || bytes) = leaf_hash, false) fits
                from ledger.entry where party = ? order by position
                """)) {
            query.setString(1, party);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getBoolean("fits") || rows.getLong("position") != tree.size() + 1) {
                        return rows.getLong("position");
                    }
                    tree.appendHash(Hash.of(rows.getBytes("leaf_hash")));
                }
            }
        }
        var fits =
                root == null || tree.size() >= confirmed && tree.root(confirmed).equals(Hash.of(root));
        return fits ? 0 : confirmed;
    }
}
