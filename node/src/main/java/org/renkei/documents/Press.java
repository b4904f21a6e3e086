package org.renkei.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// Makes the file of a document: pages, the font as far as it is used, and the title. Nothing in it
/// depends on the day, the machine or the person.
final class Press {
    private static final float FINE = 0.4f;

    private Press() {}

    /// @param font a TrueType file
    static byte[] print(Document document, byte[] font) {
        try (var file = new TTFParser().parse(new RandomAccessReadBuffer(font));
                var pdf = new PDDocument()) {
            var type = Typeface.embed(file, pdf);
            for (var sheet : Typesetter.set(document, type)) {
                page(pdf, type, sheet);
            }
            name(pdf, document);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("the document could not be made", e);
        }
    }

    private static void name(PDDocument pdf, Document document) {
        var made = GregorianCalendar.from(document.made().atZone(ZoneOffset.UTC));
        var facts = new PDDocumentInformation();
        facts.setTitle(document.title().together());
        facts.setSubject(document.marking());
        facts.setKeywords(document.reference());
        facts.setProducer("Renkei");
        facts.setCreationDate(made);
        facts.setModificationDate(made);
        pdf.setDocumentInformation(facts);
        pdf.setDocumentId(id(document));
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage("ja");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static long id(Document document) {
        var sum = new CRC32();
        sum.update(document.toString().getBytes(UTF_8));
        return sum.getValue();
    }

    private static void page(PDDocument pdf, Typeface type, List<Mark> sheet) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var pen = new PDPageContentStream(pdf, page, AppendMode.OVERWRITE, true)) {
            pen.setLineWidth(FINE);
            for (var mark : sheet) {
                put(pen, type, mark);
            }
        }
    }

    private static void put(PDPageContentStream pen, Typeface type, Mark mark) throws IOException {
        switch (mark) {
            case Mark.Writing writing -> write(pen, type, writing);
            case Mark.Rule(var fromX, var fromY, var toX, var toY) -> {
                pen.moveTo(fromX, fromY);
                pen.lineTo(toX, toY);
                pen.stroke();
            }
            case Mark.Frame(var x, var y, var width, var height) -> {
                pen.addRect(x, y, width, height);
                pen.stroke();
            }
            case Mark.Area(var x, var y, var width, var height, var grey) -> {
                pen.setNonStrokingColor(grey);
                pen.addRect(x, y, width, height);
                pen.fill();
                pen.setNonStrokingColor(0f);
            }
            case Mark.Symbol(var x, var y, var width, var modules) -> symbol(pen, x, y, width, modules);
        }
    }

    /// The font has one weight: bold is its outline drawn over it.
    private static void write(PDPageContentStream pen, Typeface type, Mark.Writing writing) throws IOException {
        if (writing.text().isBlank()) {
            return;
        }
        pen.beginText();
        pen.setFont(type.font(), writing.size());
        pen.setRenderingMode(writing.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        pen.newLineAtOffset(writing.x(), writing.y());
        pen.showText(writing.text());
        pen.endText();
    }

    private static void symbol(PDPageContentStream pen, float x, float y, float width, BitMatrix modules)
            throws IOException {
        var side = width / modules.getWidth();
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    pen.addRect(x + column * side, y + width - (row + 1) * side, side, side);
                }
            }
        }
        pen.fill();
    }
}
