package org.renkei.documents;

import java.util.ArrayList;
import java.util.List;

/// The pages of a document while they are filled from top to bottom, A4 upright. Lengths are points.
final class Sheets {
    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;
    static final float MARGIN = 40;

    private final float top;
    private final float bottom;
    private final List<List<Mark>> sheets = new ArrayList<>();
    private float y;

    /// @param head what the marking takes at the head of each page
    /// @param foot and at the foot
    Sheets(float head, float foot) {
        this.top = HEIGHT - MARGIN - head;
        this.bottom = MARGIN + foot;
        turn();
    }

    private void turn() {
        sheets.add(new ArrayList<>());
        y = top;
    }

    /// The upper edge of what comes next.
    float y() {
        return y;
    }

    float width() {
        return WIDTH - 2 * MARGIN;
    }

    /// What an empty page holds.
    float capacity() {
        return top - bottom;
    }

    /// Makes room on this page or on a new one.
    ///
    /// @return whether a new one was begun
    boolean need(float height) {
        if (y - height >= bottom || y == top) {
            return false;
        }
        turn();
        return true;
    }

    void down(float by) {
        y -= by;
    }

    void add(Mark mark) {
        sheets.getLast().add(mark);
    }

    List<List<Mark>> all() {
        return sheets;
    }
}
