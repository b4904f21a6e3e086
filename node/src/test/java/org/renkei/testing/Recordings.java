package org.renkei.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Recordings and published files of others. They are not part of this repository: `-Drenkei.shared` (or
/// RENKEI_SHARED) names the folder that holds them.
public final class Recordings {
    private static final Path DATA = Path.of(Optional.ofNullable(System.getProperty("renkei.shared"))
                    .or(() -> Optional.ofNullable(System.getenv("RENKEI_SHARED")))
                    .orElse("../../shared"))
            .resolve("data");

    private Recordings() {}

    /// A file or folder among them; the test ends as skipped where it is not at hand.
    public static Path need(String place) {
        var found = DATA.resolve(place);
        assumeTrue(
                Files.exists(found),
                () -> "skipped: no recordings at " + found.toAbsolutePath().normalize()
                        + "; name their folder with -Drenkei.shared");
        return found;
    }

    /// What a gzipped file holds.
    public static byte[] read(String file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(DATA.resolve(file)))) {
            return in.readAllBytes();
        }
    }
}
