package org.renkei.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.database.LogArchive;
import org.renkei.keys.PrivateFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A folder of backups: for each an archive, `base-<time>.tar.zst`, and beside it a manifest with the same name
/// that ends in `.json` and is written last. In `log` lie the finished pieces of the database's log.
final class BackupFolder {
    private static final String ARCHIVE = ".tar.zst";
    private static final String MANIFEST = ".json";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'base-'uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    /// What is known of one backup.
    ///
    /// @param from when the copy began, and what this node was then
    /// @param until the copy stands for no earlier instant than this
    /// @param version the Renkei that made it
    /// @param firstLog the oldest piece of the log that goes with it
    /// @param sha256 of the archive, in hexadecimal
    record Manifest(
            String name,
            String node,
            Instant from,
            Instant until,
            String version,
            String firstLog,
            long bytes,
            String sha256) {}

    Path path() {
        return folder;
    }

    void open() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static String name(Instant from) {
        return NAME.format(from);
    }

    Path archive(String name) {
        return folder.resolve(name + ARCHIVE);
    }

    /// While it is being written.
    Path half(String name) {
        return folder.resolve(name + ".half");
    }

    /// All backups that are complete, the newest first.
    List<Manifest> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("base-.*\\" + MANIFEST))
                    .map(BackupFolder::read)
                    .flatMap(Optional::stream)
                    .filter(one -> Files.exists(archive(one.name())))
                    .sorted(Comparator.comparing(Manifest::from).reversed())
                    .toList();
        }
    }

    private static Optional<Manifest> read(Path file) {
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file), Manifest.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /// The newest backup, or the newest that is complete before an instant.
    Optional<Manifest> best(@Nullable Instant until) throws IOException {
        return list().stream()
                .filter(one -> until == null || !one.until().isAfter(until))
                .findFirst();
    }

    /// A backup exists from here on.
    void complete(Manifest manifest) throws IOException {
        Files.move(half(manifest.name()), archive(manifest.name()), StandardCopyOption.ATOMIC_MOVE);
        var file = folder.resolve(manifest.name() + MANIFEST);
        var part = folder.resolve(manifest.name() + ".part");
        PrivateFiles.write(
                part, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Takes out all but so many of the newest, and the log that only the others needed.
    void forget(int keep) throws IOException {
        var all = list();
        for (var old : all.subList(Math.min(keep, all.size()), all.size())) {
            Files.deleteIfExists(folder.resolve(old.name() + MANIFEST));
            Files.deleteIfExists(archive(old.name()));
        }
        var kept = all.subList(0, Math.min(keep, all.size()));
        if (!kept.isEmpty()) {
            LogArchive.in(folder).forgetBefore(kept.getLast().firstLog());
        }
    }
}
