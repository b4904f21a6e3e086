package org.renkei.documents;

import com.google.zxing.common.BitMatrix;

/// One thing on a page. Coordinates are points (1/72 inch) from the lower left corner.
sealed interface Mark {

    /// A line of text; `y` is its base line.
    record Writing(float x, float y, float size, boolean bold, String text) implements Mark {}

    record Rule(float fromX, float fromY, float toX, float toY) implements Mark {}

    record Frame(float x, float y, float width, float height) implements Mark {}

    /// @param grey from 0, black, to 1
    record Area(float x, float y, float width, float height, float grey) implements Mark {}

    /// A QR symbol; `x` and `y` are its lower left corner.
    record Symbol(float x, float y, float width, BitMatrix modules) implements Mark {}
}
