package org.renkei.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.renkei.kernel.ledger.Hash;

/// Inputs that are kept for one parser: those that once broke it (`found-…`), and one for each way of ending that was
/// seen (`path-…`), or a seed where there is neither (`seed-…`). Every test run reads them all.
record Corpus(Path folder) {
    private static final int NAME = 16;

    static Corpus of(Target target) {
        return new Corpus(Path.of(System.getProperty("renkei.fuzz.corpus", "src/test/resources/fuzz"), target.name()));
    }

    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path keep(String why, byte[] input) {
        try {
            var name = why + "-" + Hash.ofContent(input).hex().substring(0, NAME);
            return Files.write(Files.createDirectories(folder).resolve(name), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
