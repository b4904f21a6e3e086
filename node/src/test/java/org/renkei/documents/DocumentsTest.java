package org.renkei.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.Block.Seal;
import org.renkei.problem.Problem;
import org.renkei.testing.Papers;

/// Documents are read back as anybody would read them: their texts, their pages, their symbols.
class DocumentsTest {
    private static final String MARKING = "CONFIDENTIAL//REL TO JPN, USA//EXERCISE";
    private static final Words TITLE = new Words("Statement of account", "計算書");
    private static final Words ORDER = new Words("Order", "オーダー");
    private static final Words AMOUNT = new Words("Amount", "金額");

    private static final Documents DOCUMENTS = new Documents();

    private static Document aDocument(Block... blocks) {
        Papers.assumeFont();
        var purpose = new Words("For information.", "参考用です。");
        var made = Instant.parse("2026-11-21T03:04:05Z");
        return new Document(TITLE, purpose, MARKING, "ACSA 0197b0c8", made, List.of(blocks));
    }

    private static Block.Table aTable(int rows) {
        var lines = new ArrayList<List<String>>();
        for (var row = 1; row <= rows; row++) {
            lines.add(List.of("order-" + row, row + ",000 JPY"));
        }
        return new Block.Table(
                List.of(new Column(ORDER, 3), new Column(AMOUNT, 1, true)), lines, new Words("None.", "ありません。"));
    }

    @Test
    void bothLanguagesAreTextThatIsFoundAgain() throws IOException {
        var pdf = DOCUMENTS.pdf(aDocument(
                new Block.Paragraph(new Words("The fuel office of Sasebo asks.", "佐世保の燃料係が要請します。")),
                new Block.Boxes(2, List.of(new Box(ORDER, "髙橋商会・﨑山"), new Box(AMOUNT, "¥1,234")))));
        assertThat(Papers.pages(pdf).getFirst())
                .contains("計算書", "Statement of account", "佐世保の燃料係が要請します。", "The fuel office of Sasebo asks.")
                .contains("髙橋商会・﨑山", "¥1,234");
        try (var file = Loader.loadPDF(pdf)) {
            var fonts = file.getPage(0).getResources();
            for (var name : fonts.getFontNames()) {
                assertThat(fonts.getFont(name).isEmbedded()).isTrue();
            }
            assertThat(pdf).hasSizeLessThan(100_000);
        }
    }

    @Test
    void everyPageBearsTheMarkingItsNumberAndTheHeadings() throws IOException {
        var pages = Papers.pages(DOCUMENTS.pdf(aDocument(aTable(500))));
        assertThat(pages).hasSizeBetween(8, 14);
        for (var page = 1; page <= pages.size(); page++) {
            var text = pages.get(page - 1);
            assertThat(text.split(Pattern.quote(MARKING), -1))
                    .as("page %d", page)
                    .hasSize(3);
            assertThat(text).contains("page " + page + " of " + pages.size(), "金額", "Amount");
        }
        var whole = String.join("", pages);
        for (var row = 1; row <= 500; row++) {
            assertThat(whole).containsOnlyOnce("order-" + row + " ");
        }
    }

    @Test
    void aLongMarkingIsPrintedWhole() throws IOException {
        var marking = "TOP SECRET//REL TO AUS, CAN, DEU, FRA, GBR, ITA, JPN, KOR, NZL, PHL, USA//FOR DISASTER-RELIEF//"
                + "ORCON//EXERCISE KEEN EDGE";
        var plain = aDocument(aTable(90));
        var pages = Papers.pages(DOCUMENTS.pdf(
                new Document(TITLE, plain.purpose(), marking, plain.reference(), plain.made(), plain.blocks())));
        assertThat(pages)
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page.replaceAll("\\s", "")).contains(marking.replaceAll("\\s", "")));
        assertThatThrownBy(() -> new Document(TITLE, TITLE, " ", "", plain.made(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameDocumentHasTheSameBytesAndAnotherHasNot() {
        var first = DOCUMENTS.pdf(aDocument(aTable(60)));
        assertThat(DOCUMENTS.pdf(aDocument(aTable(60)))).isEqualTo(first);
        assertThat(DOCUMENTS.pdf(aDocument(aTable(61)))).isNotEqualTo(first);
    }

    @Test
    void aRowThatIsHigherThanAPageGoesOnAndNothingOfItIsLost() throws IOException {
        var text = new StringBuilder();
        for (var word = 0; word < 3_000; word++) {
            text.append("w").append(word).append(' ');
        }
        var table = new Block.Table(
                List.of(new Column(ORDER, 1), new Column(AMOUNT, 1)),
                List.of(List.of(text.toString(), "x".repeat(400))),
                ORDER);
        var pages = Papers.pages(DOCUMENTS.pdf(aDocument(table)));
        assertThat(pages).hasSizeGreaterThan(2);
        var words = Arrays.asList(String.join(" ", pages).split("\\s+"));
        for (var word = 0; word < 3_000; word++) {
            assertThat(words).contains("w" + word);
        }
    }

    @Test
    void whatCannotBePrintedIsSaidAndBreaksNothing() throws IOException {
        var strange =
                "emoji 😀, Arabic سلام, lone \ud800, tab\t, bell \u0007, direction \u202e, selector 葛\udb40\udd00";
        var text = Papers.pages(DOCUMENTS.pdf(aDocument(new Block.Paragraph(Words.same(strange)), aTable(0))))
                .getFirst();
        assertThat(text)
                .contains("emoji 〓", "葛", "None.", "a character that this font lacks")
                .doesNotContain("\u202e");
        assertThat(Papers.pages(DOCUMENTS.pdf(aDocument(aTable(1)))).getFirst()).doesNotContain("this font lacks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RENKEI:LEDGER:JPN/ichigaya/ledger/USA/yokota:17:"
                        + "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                "二つ目"
            })
    void aSymbolIsReadByAReaderAndSaysWhatStandsBesideIt(String code) throws IOException, ReaderException {
        var pdf = DOCUMENTS.pdf(aDocument(
                new Block.Seals(List.of(new Seal(ORDER, List.of("JPN 2026-11-21"), code))),
                new Block.Signatures(List.of(ORDER, AMOUNT))));
        assertThat(Papers.pages(pdf).getFirst().replaceAll("\\s", "")).contains(code);
        try (var file = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(file).renderImageWithDPI(0, 200);
            var width = image.getWidth();
            var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
            var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
            var hints = Map.of(DecodeHintType.TRY_HARDER, true);
            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), hints);
            assertThat(read.getText()).isEqualTo(code);
        }
    }

    @Test
    void withoutAFontNothingIsPrinted() {
        var without = new Documents(null);
        assertThat(without.isReady()).isFalse();
        var document = new Document(TITLE, TITLE, MARKING, "", Instant.EPOCH, List.of());
        assertThatThrownBy(() -> without.pdf(document))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("without the font");
    }
}
