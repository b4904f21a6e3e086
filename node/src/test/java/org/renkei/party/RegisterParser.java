package org.renkei.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.renkei.fuzz.Inputs;

/// Reads an agreement register from bytes, by way of a file.
public final class RegisterParser {
    private static final int SAMPLE_LINES = 60;

    private final Path file;

    public RegisterParser() {
        try {
            file = Files.createTempFile("renkei-register", ".yaml");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void read(byte[] input) throws IOException {
        Files.write(file, input);
        RegisterFiles.agreements(file);
    }

    public List<String> samples() {
        var shipped = Inputs.text(Inputs.resource("/party/agreements.yaml"));
        return List.of(String.join("\n", shipped.lines().limit(SAMPLE_LINES).toList()));
    }
}
