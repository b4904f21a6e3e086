package org.renkei.documents;

import java.util.ArrayList;
import java.util.List;

/// Lays a document out: every block on its place, the marking at head and foot of every page.
final class Typesetter {
    private static final float LEADING = 1.4f;
    private static final float GAP = 8;
    private static final float BODY = 8.5f;
    private static final float CAPTION = 6;
    private static final float MARKING = 10;
    private static final float FOOT = 6.5f;
    private static final float PAD = 3;
    private static final float SYMBOL = 78;
    private static final float INK = 46;

    private final Typeface type;
    private final Sheets sheets;
    private final Document document;
    private final List<String> marking;

    private Typesetter(Document document, Typeface type) {
        this.document = document;
        this.type = type;
        this.marking = type.wrap(document.marking(), MARKING, Sheets.WIDTH - 2 * Sheets.MARGIN);
        var banner = marking.size() * MARKING * LEADING + GAP;
        this.sheets = new Sheets(banner, banner + 2 * FOOT * LEADING);
    }

    /// Pages with what stands on each.
    static List<List<Mark>> set(Document document, Typeface type) {
        var setter = new Typesetter(document, type);
        setter.title();
        document.blocks().forEach(setter::block);
        setter.everyPage();
        return setter.sheets.all();
    }

    private void title() {
        text(document.title().japanese(), 16, true, Sheets.MARGIN, sheets.width());
        text(document.title().english(), 11, true, Sheets.MARGIN, sheets.width());
        sheets.down(2);
        paragraph(document.purpose(), 7);
        sheets.down(GAP);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(var words) -> {
                sheets.need(60);
                text(words.together(), 10, true, Sheets.MARGIN, sheets.width());
                sheets.down(2);
            }
            case Block.Paragraph(var words) -> {
                paragraph(words, BODY);
                sheets.down(GAP);
            }
            case Block.Boxes boxes -> boxes(boxes);
            case Block.Table table -> {
                new TableSetter(type, sheets, table).set();
                sheets.down(GAP);
            }
            case Block.Seals(var seals) -> seals(seals);
            case Block.Signatures(var captions) -> signatures(captions);
        }
    }

    private void paragraph(Words words, float size) {
        text(words.japanese(), size, false, Sheets.MARGIN, sheets.width());
        if (!words.english().equals(words.japanese())) {
            text(words.english(), size, false, Sheets.MARGIN, sheets.width());
        }
    }

    /// Downwards from where the page is, over to the next where it ends.
    private void text(String text, float size, boolean bold, float x, float width) {
        if (text.isEmpty()) {
            return;
        }
        for (var line : type.wrap(text, size, width)) {
            sheets.need(size * LEADING);
            sheets.down(size * LEADING);
            sheets.add(new Mark.Writing(x, sheets.y() + size * 0.3f, size, bold, line));
        }
    }

    /// From an upper edge down, without turning the page.
    ///
    /// @return the lower edge
    private float lines(List<String> lines, float size, boolean bold, float x, float upper) {
        var y = upper;
        for (var line : lines) {
            y -= size * LEADING;
            sheets.add(new Mark.Writing(x, y + size * 0.3f, size, bold, line));
        }
        return y;
    }

    private void boxes(Block.Boxes boxes) {
        var row = new ArrayList<Block.Box>();
        var used = 0;
        for (var box : boxes.boxes()) {
            if (used + box.span() > boxes.columns()) {
                row(row, boxes.columns());
                row.clear();
                used = 0;
            }
            row.add(box);
            used += box.span();
        }
        row(row, boxes.columns());
        sheets.down(GAP);
    }

    /// The last box of a row reaches to the edge.
    private void row(List<Block.Box> row, int columns) {
        var unit = sheets.width() / columns;
        var last = row.isEmpty() ? null : row.getLast();
        var spans = row.stream().mapToInt(Block.Box::span).sum();
        var widths = row.stream()
                .map(box -> unit * (box == last ? box.span() + columns - spans : box.span()))
                .toList();
        var captions = new ArrayList<List<String>>();
        var values = new ArrayList<List<String>>();
        var height = 0f;
        for (var at = 0; at < row.size(); at++) {
            var inner = widths.get(at) - 2 * PAD;
            captions.add(type.wrap(row.get(at).caption().together(), CAPTION, inner));
            values.add(type.wrap(row.get(at).value(), BODY, inner));
            var own = (captions.getLast().size() * CAPTION + values.getLast().size() * BODY) * LEADING + 2 * PAD;
            height = Math.max(height, own);
        }
        sheets.need(height);
        var x = Sheets.MARGIN;
        for (var at = 0; at < row.size(); at++) {
            sheets.add(new Mark.Frame(x, sheets.y() - height, widths.get(at), height));
            var lower = lines(captions.get(at), CAPTION, false, x + PAD, sheets.y() - PAD + 1);
            lines(values.get(at), BODY, false, x + PAD, lower);
            x += widths.get(at);
        }
        sheets.down(height);
    }

    /// Two beside each other.
    private void seals(List<Block.Seal> seals) {
        var width = sheets.width() / 2;
        for (var at = 0; at < seals.size(); at += 2) {
            var pair = seals.subList(at, Math.min(at + 2, seals.size()));
            var height = (float)
                    pair.stream().mapToDouble(one -> height(one, width)).max().orElse(0);
            sheets.need(height);
            for (var beside = 0; beside < pair.size(); beside++) {
                seal(pair.get(beside), Sheets.MARGIN + beside * width, width, height);
            }
            sheets.down(height);
        }
        sheets.down(GAP);
    }

    private float height(Block.Seal seal, float width) {
        var room = room(seal, width);
        var lines = type.wrap(seal.caption().together(), BODY, room).size() * BODY * LEADING;
        for (var line : seal.lines()) {
            lines += type.wrap(line, 7, room).size() * 7 * LEADING;
        }
        lines += code(seal, room).size() * 5 * LEADING;
        return Math.max(lines, seal.code().isEmpty() ? 0 : SYMBOL) + 2 * PAD;
    }

    private static float room(Block.Seal seal, float width) {
        return width - 2 * PAD - (seal.code().isEmpty() ? 0 : SYMBOL + PAD);
    }

    private List<String> code(Block.Seal seal, float room) {
        return seal.code().isEmpty() ? List.of() : type.wrap(seal.code(), 5, room);
    }

    private void seal(Block.Seal seal, float left, float width, float height) {
        sheets.add(new Mark.Frame(left, sheets.y() - height, width, height));
        var x = left + PAD;
        if (!seal.code().isEmpty()) {
            var symbol = QrSymbol.of(seal.code());
            sheets.add(new Mark.Symbol(x, sheets.y() - PAD - SYMBOL, SYMBOL, symbol));
            x += SYMBOL + PAD;
        }
        var room = room(seal, width);
        var y = lines(type.wrap(seal.caption().together(), BODY, room), BODY, true, x, sheets.y() - PAD);
        for (var line : seal.lines()) {
            y = lines(type.wrap(line, 7, room), 7, false, x, y);
        }
        lines(code(seal, room), 5, false, x, y);
    }

    private void signatures(List<Words> captions) {
        if (captions.isEmpty()) {
            return;
        }
        var width = sheets.width() / captions.size();
        sheets.need(INK);
        for (var at = 0; at < captions.size(); at++) {
            var x = Sheets.MARGIN + at * width;
            sheets.add(new Mark.Frame(x, sheets.y() - INK, width, INK));
            lines(
                    type.wrap(captions.get(at).together(), CAPTION, width - 2 * PAD),
                    CAPTION,
                    false,
                    x + PAD,
                    sheets.y() - 2);
            sheets.add(new Mark.Rule(x + PAD, sheets.y() - INK + 13, x + width - PAD, sheets.y() - INK + 13));
            var below = "署名・氏名・日付  signature, name, date";
            sheets.add(new Mark.Writing(x + PAD, sheets.y() - INK + 5, 5, false, type.writable(below)));
        }
        sheets.down(INK + GAP);
    }

    private void everyPage() {
        var note = type.isLacking() ? "  〓: この書体にない文字  a character that this font lacks" : "";
        var foot = type.writable(document.reference() + "  " + document.made() + note);
        var count = sheets.all().size();
        for (var at = 0; at < count; at++) {
            var sheet = sheets.all().get(at);
            banner(sheet, Sheets.HEIGHT - Sheets.MARGIN);
            banner(sheet, Sheets.MARGIN + marking.size() * MARKING * LEADING);
            var page = "%d / %d ページ  page %d of %d".formatted(at + 1, count, at + 1, count);
            var y = Sheets.MARGIN + marking.size() * MARKING * LEADING + FOOT;
            var right = Sheets.WIDTH - Sheets.MARGIN - type.width(page, FOOT);
            sheet.add(new Mark.Writing(right, y, FOOT, false, page));
            sheet.add(new Mark.Writing(
                    Sheets.MARGIN,
                    y,
                    FOOT,
                    false,
                    type.wrap(foot, FOOT, right - Sheets.MARGIN - GAP).getFirst()));
        }
    }

    private void banner(List<Mark> sheet, float upper) {
        var y = upper;
        for (var line : marking) {
            y -= MARKING * LEADING;
            var x = (Sheets.WIDTH - type.width(line, MARKING)) / 2;
            sheet.add(new Mark.Writing(x, y + MARKING * 0.3f, MARKING, true, line));
        }
    }
}
