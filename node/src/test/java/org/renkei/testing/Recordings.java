package org.renkei.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Recordings of others. They are not part of this repository: `-Drenkei.shared` (or RENKEI_SHARED) names the folder
/// that holds them.
public final class Recordings {
    private static final Path DATA = Path.of(Optional.ofNullable(System.getProperty("renkei.shared"))
                    .or(() -> Optional.ofNullable(System.getenv("RENKEI_SHARED")))
                    .orElse("../../shared"))
            .resolve("data");

    private Recordings() {}

    /// Ends the test as skipped where they are not at hand.
    public static void need() {
        assumeTrue(
                Files.isDirectory(DATA.resolve("ais")),
                () -> "skipped: no recordings at " + DATA.toAbsolutePath().normalize()
                        + "; name their folder with -Drenkei.shared");
    }

    /// What a gzipped file holds.
    public static byte[] read(String file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(DATA.resolve(file)))) {
            return in.readAllBytes();
        }
    }
}
