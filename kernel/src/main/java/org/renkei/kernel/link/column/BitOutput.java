package org.renkei.kernel.link.column;

/// Bits one after another, the least significant of a number first.
final class BitOutput {
    static final int MAX_WIDTH = 56;

    private final ColumnOutput out;
    private long pending;
    private int filled;

    BitOutput(ColumnOutput out) {
        this.out = out;
    }

    /// `value` has no bits beyond `width`, which is at most [#MAX_WIDTH].
    void write(long value, int width) {
        pending |= value << filled;
        filled += width;
        while (filled >= Byte.SIZE) {
            out.writeByte((int) pending);
            pending >>>= Byte.SIZE;
            filled -= Byte.SIZE;
        }
    }

    /// Fills the last byte with zeros.
    void end() {
        if (filled > 0) {
            out.writeByte((int) pending);
            pending = 0;
            filled = 0;
        }
    }
}
