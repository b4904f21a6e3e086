package org.renkei.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Recordings and decodes of others. They are not part of this repository: `-Drenkei.shared` (or
/// RENKEI_SHARED) names the folder that holds them.
public final class SharedData {
    private static final Path DATA = Path.of(Optional.ofNullable(System.getProperty("renkei.shared"))
                    .or(() -> Optional.ofNullable(System.getenv("RENKEI_SHARED")))
                    .orElse("../../shared"))
            .resolve("data");

    private SharedData() {}

    /// Ends the test as skipped where the data are not at hand.
    public static void need(String folder) {
        assumeTrue(
                Files.isDirectory(DATA.resolve(folder)),
                () -> "skipped: no recordings at "
                        + DATA.resolve(folder).toAbsolutePath().normalize()
                        + "; name their folder with -Drenkei.shared");
    }

    public static List<String> lines(String file) {
        return text(file).lines().toList();
    }

    public static String text(String file) {
        try (var in = Files.newInputStream(DATA.resolve(file))) {
            var bytes = file.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
