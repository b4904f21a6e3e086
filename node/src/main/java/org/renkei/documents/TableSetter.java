package org.renkei.documents;

import java.util.ArrayList;
import java.util.List;
import org.renkei.documents.Block.Column;

/// Lays one table out. A row stays on one page unless it is higher than a page.
final class TableSetter {
    private static final float SIZE = 7;
    private static final float HEAD = 6;
    private static final float STEP = SIZE * 1.35f;
    private static final float HEAD_STEP = HEAD * 1.35f;
    private static final float PAD = 2.5f;
    private static final float SHADE = 0.9f;

    private final Typeface type;
    private final Sheets sheets;
    private final Block.Table table;
    private final List<Float> widths = new ArrayList<>();
    private final List<List<String>> headings = new ArrayList<>();
    private final float headHeight;

    TableSetter(Typeface type, Sheets sheets, Block.Table table) {
        this.type = type;
        this.sheets = sheets;
        this.table = table;
        var all = table.columns().stream().mapToInt(Column::weight).sum();
        var most = 1;
        for (var column : table.columns()) {
            var width = sheets.width() * column.weight() / all;
            var heading = new ArrayList<>(type.wrap(column.heading().japanese(), HEAD, width - 2 * PAD));
            if (!column.heading().english().equals(column.heading().japanese())) {
                heading.addAll(type.wrap(column.heading().english(), HEAD, width - 2 * PAD));
            }
            widths.add(width);
            headings.add(heading);
            most = Math.max(most, heading.size());
        }
        this.headHeight = most * HEAD_STEP + 2 * PAD;
    }

    void set() {
        sheets.need(headHeight + STEP + 2 * PAD);
        head();
        if (table.rows().isEmpty()) {
            var empty = type.wrap(table.empty().together(), SIZE, sheets.width() - 2 * PAD);
            for (var line : empty) {
                sheets.down(STEP);
                sheets.add(new Mark.Writing(Sheets.MARGIN + PAD, sheets.y() + PAD, SIZE, false, line));
            }
            sheets.down(PAD);
        }
        table.rows().forEach(this::row);
    }

    private void head() {
        sheets.add(new Mark.Area(Sheets.MARGIN, sheets.y() - headHeight, sheets.width(), headHeight, SHADE));
        var x = Sheets.MARGIN;
        for (var at = 0; at < headings.size(); at++) {
            var y = sheets.y() - PAD;
            for (var line : headings.get(at)) {
                y -= HEAD_STEP;
                sheets.add(new Mark.Writing(place(at, x, line, HEAD), y + 2, HEAD, false, line));
            }
            x += widths.get(at);
        }
        sheets.down(headHeight);
    }

    private void row(List<String> row) {
        var cells = new ArrayList<List<String>>();
        var most = 1;
        for (var at = 0; at < row.size(); at++) {
            cells.add(type.wrap(row.get(at), SIZE, widths.get(at) - 2 * PAD));
            most = Math.max(most, cells.getLast().size());
        }
        var room = (int) ((sheets.capacity() - headHeight - 2 * PAD) / STEP);
        for (var from = 0; from < most; from += room) {
            part(cells, from, Math.min(most, from + room));
        }
    }

    private void part(List<List<String>> cells, int from, int to) {
        var height = (to - from) * STEP + 2 * PAD;
        if (sheets.need(height)) {
            head();
        }
        var x = Sheets.MARGIN;
        for (var at = 0; at < cells.size(); at++) {
            var y = sheets.y() - PAD;
            for (var line : cells.get(at)
                    .subList(
                            Math.min(from, cells.get(at).size()),
                            Math.min(to, cells.get(at).size()))) {
                y -= STEP;
                sheets.add(new Mark.Writing(place(at, x, line, SIZE), y + 2, SIZE, false, line));
            }
            x += widths.get(at);
        }
        sheets.down(height);
        sheets.add(new Mark.Rule(Sheets.MARGIN, sheets.y(), Sheets.MARGIN + sheets.width(), sheets.y()));
    }

    /// Where a line of a cell begins.
    private float place(int column, float x, String line, float size) {
        return table.columns().get(column).figures() ? x + widths.get(column) - PAD - type.width(line, size) : x + PAD;
    }
}
