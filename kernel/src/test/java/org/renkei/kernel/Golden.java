package org.renkei.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Golden files under `src/test/resources/golden`. Run the tests with `-Dgolden.write=true` to write them anew, then
/// read the difference: it is a change of a wire format.
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void check(String name, String actual) {
        try {
            var file = FOLDER.resolve(name);
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual + "\n", UTF_8);
            }
            assertThat(actual).isEqualTo(Files.readString(file, UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
