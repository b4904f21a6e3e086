package org.renkei.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The folder with every finished piece of a PostgreSQL's write-ahead log, each compressed by itself. With it a
/// backup can be brought forward to any instant.
///
/// A piece is written under another name first and is on the disk before it gets its own; one that is there already
/// counts only if it is the same.
public final class LogArchive {
    private static final int SECONDS = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS'+00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String FOLDER = "log";
    private static final String SUFFIX = ".gz";

    private final Path folder;

    private LogArchive(Path folder) {
        this.folder = folder;
    }

    /// The archive in a folder of backups, made where there is none.
    public static LogArchive in(Path backups) throws IOException {
        var folder = backups.resolve(FOLDER).toAbsolutePath();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new LogArchive(folder);
    }

    public static boolean isIn(Path backups) {
        return Files.isDirectory(backups.resolve(FOLDER));
    }

    /// Takes out what comes before a piece, of the same line of history or an earlier one.
    ///
    /// @param first the first piece still needed, as PostgreSQL names it
    public void forgetBefore(String first) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var piece = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
                // The first eight digits are the line of history; pieces are numbered on through all of them.
                if (piece.length() == first.length() && piece.substring(8).compareTo(first.substring(8)) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    List<String> keeping() {
        var kept = quoted(folder) + "/%f" + SUFFIX;
        var half = quoted(folder) + "/%f.half";
        return List.of(
                "archive_mode=on",
                "archive_timeout=" + SECONDS,
                "archive_command=if test -f " + kept + "; then gzip -dc " + kept + " | cmp -s - \"%p\";"
                        + " else umask 077; gzip -c \"%p\" > " + half + " && sync " + half + " && mv " + half + " "
                        + kept + " && sync " + quoted(folder) + "; fi");
    }

    List<String> comingForward(@Nullable Instant until) {
        var settings = new ArrayList<String>();
        var kept = quoted(folder) + "/%f" + SUFFIX;
        settings.add("restore_command=test -f " + kept + " && gzip -dc " + kept + " > \"%p\"");
        settings.add("recovery_target_action=promote");
        if (until != null) {
            settings.add("recovery_target_time=" + TIME.format(until));
        }
        return settings;
    }

    /// For the shell, with nothing that PostgreSQL would fill in.
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''").replace("%", "%%") + "'";
    }
}
