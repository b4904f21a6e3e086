package org.renkei.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// Documents for paper as a reader finds them: the text of each page.
public final class Papers {
    private static final Pattern CODE = Pattern.compile("RENKEI:LEDGER:[A-Za-z0-9/-]+:[0-9]+:[0-9a-f]{64}");

    private Papers() {}

    /// A build without the screens has no font; what needs one is skipped and says so.
    public static void assumeFont() {
        assumeTrue(
                Papers.class.getResource("/fonts/BIZUDPGothic_400Regular.ttf") != null,
                "this build has no font for documents");
    }

    /// A document as a node gives it.
    public static byte[] of(RunningNode node, String path) {
        var answer = node.raw("GET", path, new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    public static byte[] of(Visitor visitor, String path) {
        try (var in = visitor.open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static List<String> pages(byte[] pdf) {
        try (var file = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (var page = 1; page <= file.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(file));
            }
            return pages;
        } catch (IOException e) {
            throw new AssertionError("this is no PDF", e);
        }
    }

    /// All of it, without the breaks that lines and pages make.
    public static String plain(byte[] pdf) {
        return String.join("", pages(pdf)).replaceAll("[\\s\u3000]", "");
    }

    /// Keeps it as a file and its pages as pictures in the folder that `renkei.papers` names; nothing
    /// without it.
    public static void keep(byte[] pdf, String name) {
        var folder = System.getProperty("renkei.papers", "");
        if (folder.isEmpty()) {
            return;
        }
        try (var file = Loader.loadPDF(pdf)) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".pdf"), pdf);
            var renderer = new PDFRenderer(file);
            for (var page = 0; page < file.getNumberOfPages(); page++) {
                var picture = Path.of(folder).resolve(name + "-" + (page + 1) + ".png");
                ImageIO.write(renderer.renderImageWithDPI(page, 110), "png", picture.toFile());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Codes of ledger positions, in the order in which they stand.
    public static List<String> codes(byte[] pdf) {
        return CODE.matcher(plain(pdf)).results().map(found -> found.group()).toList();
    }
}
