package org.renkei.bench.link;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.renkei.kernel.link.ColumnCodec;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkFrame;

/// `FILE [field=/pointer …]`: bytes a record and processor time of batches by columns and of plain batches, each after
/// one zstd stream that is flushed at the end of a batch. See [RecordLines] for the fields.
public final class ColumnSizes {
    private static final int[] BATCHES = {64, 512, 2048};
    private static final int[] LEVELS = {3, 9, 15, 19};
    private static final int WINDOW_LOG = 23;
    private static final int ROUNDS = 31;

    private ColumnSizes() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("usage: FILE [field=/pointer …]");
            System.exit(2);
        }
        var names = new HashMap<String, String>();
        for (var name : Arrays.asList(arguments).subList(1, arguments.length)) {
            names.put(name.substring(0, name.indexOf('=')), name.substring(name.indexOf('=') + 1));
        }
        var entries = new RecordLines(names).entries(Path.of(arguments[0]));
        var bytes = entries.stream().mapToLong(entry -> entry.length).sum();
        System.out.printf("%,d entries of %.1f bytes%n", entries.size(), (double) bytes / entries.size());
        System.out.println(
                "| batch | zstd | columns: bytes a record | columns µs | zstd µs | plain: bytes a record | zstd µs |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var size : BATCHES) {
            measure(entries, size);
        }
    }

    private static void measure(List<byte[]> entries, int size) {
        var columns = columns(entries, size);
        var micros = least(() -> columns(entries, size)) / entries.size();
        var back = least(() -> decode(columns, size)) / entries.size();
        check(columns, entries, size);
        var plain = plain(entries, size);
        var raw = (double) columns.stream().mapToLong(batch -> batch.length).sum() / entries.size();
        System.out.printf("| %d | none | %.1f | %.2f, back %.2f | | | |%n", size, raw, micros, back);
        for (var level : LEVELS) {
            var start = cpu();
            var byColumns = compressed(columns, level);
            var middle = cpu();
            var byRows = compressed(plain, level);
            var end = cpu();
            System.out.printf(
                    "| %d | %d | %.1f | %.2f | %.1f | %.1f | %.1f |%n",
                    size,
                    level,
                    (double) byColumns / entries.size(),
                    micros,
                    (middle - start) / 1e3 / entries.size(),
                    (double) byRows / entries.size(),
                    (end - middle) / 1e3 / entries.size());
        }
    }

    /// Microseconds of the fastest round: what other processes take away is not our cost.
    private static double least(Runnable work) {
        var least = Double.MAX_VALUE;
        for (var i = 0; i < ROUNDS; i++) {
            var start = cpu();
            work.run();
            least = Math.min(least, (cpu() - start) / 1e3);
        }
        return least;
    }

    private static List<byte[]> columns(List<byte[]> entries, int size) {
        var batches = new ArrayList<byte[]>();
        for (var from = 0; from < entries.size(); from += size) {
            var leaves = entries.subList(from, Math.min(entries.size(), from + size)).stream()
                    .<LedgerLeaf>map(LedgerLeaf.Whole::new)
                    .toList();
            batches.add(ColumnCodec.encode(from + 1, leaves));
        }
        return batches;
    }

    private static List<LedgerLeaf> decode(List<byte[]> batches, int size) {
        var leaves = new ArrayList<LedgerLeaf>();
        for (var i = 0; i < batches.size(); i++) {
            leaves.addAll(ColumnCodec.decode((long) i * size + 1, batches.get(i)));
        }
        return leaves;
    }

    private static void check(List<byte[]> batches, List<byte[]> entries, int size) {
        var leaves = decode(batches, size);
        for (var i = 0; i < entries.size(); i++) {
            if (!(leaves.get(i) instanceof LedgerLeaf.Whole(var bytes)) || !Arrays.equals(bytes, entries.get(i))) {
                throw new IllegalStateException("entry " + i + " did not come back as it was");
            }
        }
    }

    private static List<byte[]> plain(List<byte[]> entries, int size) {
        var batches = new ArrayList<byte[]>();
        for (var from = 0; from < entries.size(); from += size) {
            var part = entries.subList(from, Math.min(entries.size(), from + size));
            batches.add(new FrameWriter(null).encode(new LinkFrame.Batch(from + 1, part, ""), false));
        }
        return batches;
    }

    private static long compressed(List<byte[]> batches, int level) {
        try (var context = new ZstdCompressCtx()) {
            context.setLevel(level).setWindowLog(WINDOW_LOG).setContentSize(false);
            long total = 0;
            for (var batch : batches) {
                var source = ByteBuffer.allocateDirect(batch.length).put(batch).flip();
                var target = ByteBuffer.allocateDirect(batch.length + 4096);
                if (!context.compressDirectByteBufferStream(target, source, EndDirective.FLUSH)) {
                    throw new IllegalStateException("a batch grew");
                }
                total += target.position();
            }
            return total;
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
