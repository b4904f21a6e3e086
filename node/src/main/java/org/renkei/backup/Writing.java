package org.renkei.backup;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.renkei.backup.BackupFolder.Manifest;
import org.renkei.database.BaseBackup;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.Version;

/// Writes one backup: the database's files, and whatever else lies in the data folder.
final class Writing {
    static final String DATABASE = "postgres/data/";
    private static final String SERVER = "postgres";
    /// The search index, which is made again from the records.
    private static final String SEARCH = "search";
    private static final Set<String> SERVER_LEFT_OUT = Set.of("data", "postgres.log");

    private final NodeSettings settings;
    private final BaseBackup database;
    private final BackupFolder folder;
    private final Clock clock;
    private final LongConsumer progress;

    Writing(NodeSettings settings, BaseBackup database, BackupFolder folder, Clock clock, LongConsumer progress) {
        this.settings = settings;
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    Manifest run() throws IOException {
        folder.open();
        var from = clock.instant();
        var name = BackupFolder.name(from);
        var half = folder.half(name);
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var digest = sha256();
            BaseBackup.Copied copied;
            try (var file = new BufferedOutputStream(Files.newOutputStream(half, StandardOpenOption.WRITE));
                    var tar = new TarArchiveOutputStream(new ZstdOutputStream(new DigestOutputStream(file, digest)))) {
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                copied = database.write(tar, DATABASE, progress);
                others(tar);
            }
            force(half);
            var manifest = new Manifest(
                    name,
                    settings.node().toString(),
                    from,
                    clock.instant(),
                    Version.current(),
                    copied.firstLog(),
                    Files.size(half),
                    HexFormat.of().formatHex(digest.digest()));
            folder.complete(manifest);
            return manifest;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// Keys, token, card, and the password of the database; nothing that is only under way.
    private void others(TarArchiveOutputStream tar) throws IOException {
        var data = settings.data();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                var parent = each.getParent();
                var inServer = parent != null && parent.equals(data.resolve(SERVER));
                var isMadeAgain = each.equals(data.resolve(SEARCH));
                return inServer || isMadeAgain ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = file.getFileName().toString();
                var isServers = data.resolve(SERVER).equals(file.getParent()) && SERVER_LEFT_OUT.contains(name);
                if (attributes.isRegularFile() && !name.endsWith(".tmp") && !isServers) {
                    add(tar, data.relativize(file).toString(), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void add(TarArchiveOutputStream tar, String name, Path file) throws IOException {
        try {
            var content = Files.readAllBytes(file);
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (NoSuchFileException e) {
            // Gone since the folder was read: nothing of the node's own goes.
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
