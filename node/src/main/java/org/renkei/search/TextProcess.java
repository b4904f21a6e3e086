package org.renkei.search;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.renkei.search.extraction.Format;
import org.renkei.search.extraction.TextExtraction;

/// Runs [TextExtraction] for one file, with a bound on memory, time and what it says. A file that breaks it
/// breaks nothing else.
final class TextProcess {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int BYTES_PER_CHARACTER = 4;

    private TextProcess() {}

    /// Writes a file to the process.
    interface Content {
        void copy(OutputStream out) throws IOException;
    }

    /// @param most characters
    /// @return empty when the file could not be read, or not in time
    static Optional<String> read(Format format, Content content, int most) throws IOException, InterruptedException {
        var process = start(format, most);
        try {
            Thread.ofVirtual().start(() -> write(content, process));
            var said = new FutureTask<>(() -> process.getInputStream().readNBytes(most * BYTES_PER_CHARACTER));
            Thread.ofVirtual().start(said);
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(said.get(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// It inherits nothing of the node but its program: no environment, no settings, no keys.
    private static Process start(Format format, int most) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                TextExtraction.class.getName(),
                format.name(),
                String.valueOf(most));
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private static void write(Content content, Process process) {
        try (var out = process.getOutputStream()) {
            content.copy(out);
        } catch (IOException e) {
            // It has ended, or the content is gone: either way nothing comes of it.
            process.destroyForcibly();
        }
    }
}
