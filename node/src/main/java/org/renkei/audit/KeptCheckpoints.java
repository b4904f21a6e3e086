package org.renkei.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.PrivateFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Signed checkpoints of the audit log that are kept: all in a table, the newest in a file beside the database as well,
/// so that whoever reaches only the database cannot take it away.
@Repository
public class KeptCheckpoints {
    /// In the data folder.
    public static final String FILE = "audit.checkpoint.txt";

    private final JdbcClient jdbc;

    KeptCheckpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One that is kept.
    public record Kept(long size, String text) {}

    /// The signed text of the file in a data folder; null when there is none.
    public static @Nullable String beside(Path data) {
        try {
            var file = data.resolve(FILE);
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void putBeside(Path data, String text) {
        try {
            PrivateFiles.write(data.resolve(FILE), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the newest checkpoint cannot be written beside the database", e);
        }
    }

    static void removeBeside(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void insert(long size, String text) {
        jdbc.sql("insert into audit.checkpoint (size, text) values (?, ?) on conflict do nothing")
                .param(size)
                .param(text)
                .update();
    }

    /// Newest first.
    List<Kept> list(int limit) {
        return jdbc.sql("select size, text from audit.checkpoint order by size desc limit ?")
                .param(limit)
                .query((row, number) -> new Kept(row.getLong("size"), row.getString("text")))
                .list();
    }

    Optional<Kept> find(long size) {
        return jdbc.sql("select size, text from audit.checkpoint where size = ?")
                .param(size)
                .query((row, number) -> new Kept(row.getLong("size"), row.getString("text")))
                .optional();
    }
}
