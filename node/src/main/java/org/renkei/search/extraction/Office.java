package org.renkei.search.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.renkei.search.extraction.TextExtraction.Bounded;

/// The text of what office programs write as a zip of XML (ECMA-376). What is embedded in it is not opened.
final class Office {
    private static final String DOCUMENT = "word/document.xml";

    private Office() {}

    /// Paragraph by paragraph; texts of headers, footers and notes are left out.
    static void readWord(byte[] file, Bounded text) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals(DOCUMENT)) {
                    readWord(zip, text);
                    return;
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void readWord(ZipInputStream document, Bounded text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(document);
        var within = false;
        while (xml.hasNext() && !text.isFull()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    within = xml.getLocalName().equals("t");
                    if (xml.getLocalName().equals("tab") || xml.getLocalName().equals("br")) {
                        text.add(" ");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (within) {
                        text.add(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    within = false;
                    if (xml.getLocalName().equals("p")) {
                        text.add("\n");
                    }
                }
                default -> {}
            }
        }
    }

    /// Sheet by sheet, a line for each row that holds something.
    static void readSheet(byte[] file, Bounded text) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : book.getSheets().toList()) {
                text.add(sheet.getName() + "\n");
                try (var rows = sheet.openStream()) {
                    rows.takeWhile(row -> !text.isFull()).forEach(row -> readRow(row, text));
                }
            }
        }
    }

    private static void readRow(Row row, Bounded text) {
        var empty = true;
        for (Cell cell : row) {
            var value = cell == null ? "" : cell.getText();
            if (!value.isEmpty()) {
                text.add(empty ? "" : " ");
                text.add(value);
                empty = false;
            }
        }
        if (!empty) {
            text.add("\n");
        }
    }
}
