package org.renkei.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.PrivateFiles;
import org.renkei.settings.NodeSettings;
import tools.jackson.databind.json.JsonMapper;

/// What a restore leaves in the data folder for the node that starts over it.
///
/// @param name the backup it came from
/// @param from when that backup began
/// @param until the instant it was brought forward to, null for the end of the log
/// @param restored when that was done
public record RestoredMark(
        String name, Instant from, @Nullable Instant until, Instant restored) {
    private static final String FILE = "restored.json";

    public static Optional<RestoredMark> find(NodeSettings settings) {
        var file = file(settings);
        try {
            return Files.exists(file)
                    ? Optional.of(JsonMapper.shared().readValue(Files.readString(file), RestoredMark.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(NodeSettings settings) throws IOException {
        PrivateFiles.write(file(settings), JsonMapper.shared().writeValueAsString(this));
    }

    /// What it says has been done.
    public static void remove(NodeSettings settings) {
        try {
            Files.deleteIfExists(file(settings));
        } catch (IOException e) {
            throw new IllegalStateException(file(settings) + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private static Path file(NodeSettings settings) {
        return settings.data().resolve(FILE);
    }
}
