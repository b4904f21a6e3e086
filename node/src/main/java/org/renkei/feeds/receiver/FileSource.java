package org.renkei.feeds.receiver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A recording, plain or packed by gzip, from its beginning to its end.
final class FileSource implements LineSource {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;
    private final boolean whole;

    /// @param whole whether the file is one document
    FileSource(Path file, boolean whole) {
        this.file = file;
        this.whole = whole;
    }

    @Override
    public void run(Intake intake) throws SourceFault, InterruptedException {
        try (var in = open()) {
            intake.open();
            if (whole) {
                intake.line(new String(in.readNBytes(HttpSource.LARGEST), StandardCharsets.UTF_8));
                return;
            }
            var lines = new Lines(in);
            for (var line = lines.next(); line != null; line = lines.next()) {
                intake.line(line);
            }
        } catch (IOException broken) {
            throw new SourceFault(FeedFault.CANNOT_READ_FILE, file + ": " + broken.getMessage());
        }
    }

    private InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        var packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
