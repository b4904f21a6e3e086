package org.renkei.feeds;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.renkei.feeds.BoundedStream.Budget;

/// Unpacks gzip and zip within limits. The entries of a zip come in the order of their names, which for observations is
/// the order of time; for that the archive is first laid down in a temporary file.
final class FeedArchive {
    private final ZipFile zip;
    private final Budget budget;
    private final FeedSink sink;

    private FeedArchive(ZipFile zip, Budget budget, FeedSink sink) {
        this.zip = zip;
        this.budget = budget;
        this.sink = sink;
    }

    static InputStream gunzip(InputStream in, FeedLimits limits) throws IOException {
        var packed = new CountingStream(in);
        return new BoundedStream(new GZIPInputStream(packed), new Budget(limits), () -> packed.count);
    }

    static void unzip(InputStream in, FeedLimits limits, BiConsumer<InputStream, FeedSink> reader, FeedSink sink)
            throws IOException {
        Path file = Files.createTempFile("renkei-feed", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                new BoundedStream(in, new Budget(limits), () -> Long.MAX_VALUE).transferTo(out);
            }
            try (ZipFile zip = open(file)) {
                new FeedArchive(zip, new Budget(limits), sink).readEntries(limits, reader);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static ZipFile open(Path file) throws FeedException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new FeedException(FeedException.reasonOf(e, FeedProblem.BROKEN_ARCHIVE));
        }
    }

    private void readEntries(FeedLimits limits, BiConsumer<InputStream, FeedSink> reader) throws FeedException {
        if (zip.size() > limits.entries()) {
            throw new FeedException(FeedProblem.TOO_MANY_PARTS, Integer.toString(limits.entries()));
        }
        for (ZipEntry entry : entries()) {
            FeedSink within = sink.within(entry.getName());
            try (InputStream in = zip.getInputStream(entry)) {
                reader.accept(new BoundedStream(in, budget, entry::getCompressedSize), within);
            } catch (IOException e) {
                within.refuse(0, FeedException.reasonOf(e, FeedProblem.BROKEN_ARCHIVE));
            }
        }
    }

    private List<? extends ZipEntry> entries() throws FeedException {
        try {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new FeedException(FeedException.reasonOf(e, FeedProblem.BROKEN_ARCHIVE));
        }
    }

    /// How many packed bytes were taken in.
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
