package org.renkei.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/// Files with text in them, and some that are made to do harm.
final class Paperwork {
    private Paperwork() {}

    /// A paper in Japanese whose font is not embedded: its text follows from the encoding alone (ISO
    /// 32000-1 §9.7.5.2).
    static byte[] paper(String... pages) {
        var writer = new PdfWriter();
        var font = "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H"
                + " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo"
                + " << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type"
                + " /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
                + " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>";
        var kids = new StringBuilder();
        for (var i = 0; i < pages.length; i++) {
            kids.append(4 + 2 * i).append(" 0 R ");
        }
        writer.add("<< /Type /Catalog /Pages 2 0 R >>");
        writer.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.length + " >>");
        writer.add(font);
        for (var i = 0; i < pages.length; i++) {
            writer.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (5 + 2 * i)
                    + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            var words = HexFormat.of().formatHex(pages[i].getBytes(UTF_16BE));
            writer.addStream("", ("BT /F1 12 Tf 50 800 Td <" + words + "> Tj ET").getBytes(ISO_8859_1));
        }
        return writer.toByteArray();
    }

    /// A paper of some hundred kilobytes whose one page unpacks to so many bytes.
    static byte[] bomb(long bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            var zeros = new byte[1 << 16];
            for (var left = bytes; left > 0; left -= zeros.length) {
                out.write(zeros);
            }
        }
        var writer = new PdfWriter();
        writer.add("<< /Type /Catalog /Pages 2 0 R >>");
        writer.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        writer.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>");
        writer.addStream("/Filter /FlateDecode ", packed.toByteArray());
        return writer.toByteArray();
    }

    static byte[] word(String... paragraphs) throws IOException {
        var document =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"urn:w\"><w:body>");
        for (var one : paragraphs) {
            document.append("<w:p><w:r><w:t>").append(one).append("</w:t></w:r></w:p>");
        }
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(document.append("</w:body></w:document>").toString().getBytes(UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    static byte[] sheet(String name, String... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet(name);
            for (var i = 0; i < cells.length; i++) {
                sheet.value(0, i, cells[i]);
            }
        }
        return out.toByteArray();
    }

    private static final class PdfWriter {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        private int objects;

        PdfWriter() {
            write("%PDF-1.5\n".getBytes(ISO_8859_1));
        }

        void add(String body) {
            begin();
            write((body + "\nendobj\n").getBytes(ISO_8859_1));
        }

        void addStream(String more, byte[] content) {
            begin();
            write(("<< " + more + "/Length " + content.length + " >>\nstream\n").getBytes(ISO_8859_1));
            write(content);
            write("\nendstream\nendobj\n".getBytes(ISO_8859_1));
        }

        private void begin() {
            objects++;
            table.append("%010d 00000 n \n".formatted(out.size()));
            write((objects + " 0 obj\n").getBytes(ISO_8859_1));
        }

        private void write(byte[] bytes) {
            out.writeBytes(bytes);
        }

        byte[] toByteArray() {
            var start = out.size();
            write(("xref\n0 " + (objects + 1) + "\n" + table + "trailer\n<< /Size " + (objects + 1)
                            + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n")
                    .getBytes(ISO_8859_1));
            return out.toByteArray();
        }
    }
}
