package org.renkei.feeds.receiver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A recording, plain or packed by gzip, from its beginning to its end.
final class FileSource implements LineSource {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;
    private final Cutting cutting;

    FileSource(Path file, Cutting cutting) {
        this.file = file;
        this.cutting = cutting;
    }

    @Override
    public void run(Intake intake) throws SourceFault, InterruptedException {
        try (var in = open()) {
            intake.open();
            cutting.cut(in, intake);
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
