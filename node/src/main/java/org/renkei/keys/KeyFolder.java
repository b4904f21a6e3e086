package org.renkei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Exchanges the folder of a node's keys for another one, whole or not at all: the next one is made ready
/// beside it, the present one moves away, the next one takes its place. What was cut short is settled before
/// keys are read.
final class KeyFolder {
    private KeyFolder() {}

    /// The next one, empty.
    static Path prepare(Path keys) throws IOException {
        delete(next(keys));
        return Files.createDirectories(
                next(keys), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static void exchange(Path keys) throws IOException {
        Files.move(keys, former(keys), StandardCopyOption.ATOMIC_MOVE);
        Files.move(next(keys), keys, StandardCopyOption.ATOMIC_MOVE);
        delete(former(keys));
    }

    static void giveUp(Path keys) throws IOException {
        delete(next(keys));
    }

    /// Once the present one has moved away the exchange is decided; before that it never was.
    static void settle(Path keys) throws IOException {
        if (!Files.exists(keys) && Files.exists(former(keys)) && Files.exists(next(keys))) {
            Files.move(next(keys), keys, StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(keys)) {
            delete(next(keys));
            delete(former(keys));
        }
    }

    static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path next(Path keys) {
        return keys.resolveSibling(keys.getFileName() + ".next");
    }

    private static Path former(Path keys) {
        return keys.resolveSibling(keys.getFileName() + ".former");
    }
}
