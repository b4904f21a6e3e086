package org.renkei.documents;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The one font of a document, embedded as far as it is used: what it can write, how wide that is, and
/// where lines break.
final class Typeface {
    /// The mark that Japanese printers put where they lack a type.
    private static final int GETA = '〓';

    private final PDFont font;
    private final CmapLookup glyphs;
    private boolean lacking;

    private Typeface(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static Typeface embed(TrueTypeFont file, PDDocument into) throws IOException {
        // A ligature would be one glyph for two letters, and the text would not be found again.
        file.setEnableGsub(false);
        return new Typeface(PDType0Font.load(into, file, true), file.getUnicodeCmapLookup());
    }

    PDFont font() {
        return font;
    }

    /// Whether something was written of which the font lacks a character.
    boolean isLacking() {
        return lacking;
    }

    /// Points.
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) * size / 1000;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lines that are not wider than that, broken as Japanese and English are; a word that is too long is
    /// cut.
    List<String> wrap(String text, float size, float width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) {
            wrap(writable(paragraph), size, width, lines);
        }
        return lines;
    }

    private void wrap(String text, float size, float width, List<String> lines) {
        var breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
        breaks.setText(text);
        var line = new StringBuilder();
        var used = 0f;
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            var piece = text.substring(from, to);
            from = to;
            if (used + width(piece.stripTrailing(), size) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            for (var letter : letters(piece, size, width)) {
                var more = width(letter, size);
                if (used + more > width && !line.isEmpty() && !letter.isBlank()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(letter);
                used += more;
            }
        }
        lines.add(line.toString().stripTrailing());
    }

    /// The piece itself where a line holds it, else its letters.
    private List<String> letters(String piece, float size, float width) {
        return width(piece.stripTrailing(), size) <= width
                ? List.of(piece)
                : piece.codePoints().mapToObj(Character::toString).toList();
    }

    /// Without what cannot be printed: control characters become spaces, marks of direction and width go,
    /// and what the font lacks becomes 〓.
    String writable(String text) {
        var written = new StringBuilder();
        text.codePoints().forEach(one -> {
            if (Character.isISOControl(one)) {
                written.append(' ');
            } else if (Character.getType(one) != Character.FORMAT && !isVariationSelector(one)) {
                written.appendCodePoint(glyphs.getGlyphId(one) == 0 ? geta() : one);
            }
        });
        return written.toString();
    }

    private int geta() {
        lacking = true;
        return glyphs.getGlyphId(GETA) == 0 ? '?' : GETA;
    }

    private static boolean isVariationSelector(int one) {
        return one >= 0xFE00 && one <= 0xFE0F || one >= 0xE0100 && one <= 0xE01EF;
    }
}
