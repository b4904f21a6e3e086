package org.renkei.acsa.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks at what a workbook unpacks to before anything reads it: a small file can hold gigabytes, and XML can name
/// other files. It goes by the same directory of the archive as the reader after it.
final class ZipGuard {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_PARTS = 500;
    private static final int HEAD = 4_096;

    private ZipGuard() {}

    /// @throws org.renkei.problem.Problem when it is no workbook, or one that does harm
    static void check(byte[] file) {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw SheetReader.refused("the workbook has too many parts", "ブックの構成要素が多すぎます");
            }
            var total = 0L;
            for (var part : parts) {
                total += size(zip, part, MOST_BYTES - total);
                if (total > MOST_BYTES) {
                    throw SheetReader.refused("the workbook unpacks to more than 64 MiB", "ブックを展開すると 64 MiB を超えます");
                }
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw SheetReader.refused("this zip is no XLSX workbook", "この zip は XLSX ブックではありません");
            }
        } catch (IOException e) {
            throw SheetReader.refused("the workbook cannot be unpacked", "ブックを展開できません");
        }
    }

    /// @return how many bytes it unpacks to, or more than `most`
    private static long size(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        try (var in = zip.getInputStream(part)) {
            var head = in.readNBytes(HEAD);
            if (new String(head, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                throw SheetReader.refused(
                        "the workbook declares document types: that is not read", "ブックに文書型宣言があるため読み取りません");
            }
            var buffer = new byte[1 << 16];
            long size = head.length;
            for (var read = in.read(buffer); read > 0 && size <= most; read = in.read(buffer)) {
                size += read;
            }
            return size;
        }
    }
}
