package org.renkei.search.extraction;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.renkei.search.extraction.TextExtraction.Bounded;

/// The text of a PDF, page by page; a page ends with a form feed. Files within it are not opened.
final class Papers {
    private static final int MOST_PAGES = 2_000;

    private Papers() {}

    static void read(byte[] file, Bounded text) throws IOException {
        try (var paper = Loader.loadPDF(file)) {
            var pages = Math.min(paper.getNumberOfPages(), MOST_PAGES);
            for (var page = 1; page <= pages && !text.isFull(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.add(stripper.getText(paper));
                text.add("\f\n");
            }
        }
    }
}
