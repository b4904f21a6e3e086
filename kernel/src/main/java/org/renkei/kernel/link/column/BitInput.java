package org.renkei.kernel.link.column;

/// Reads what [BitOutput] wrote. What is left of the last byte is passed over.
final class BitInput {
    private final ColumnInput in;
    private long pending;
    private int filled;

    BitInput(ColumnInput in) {
        this.in = in;
    }

    long read(int width) {
        while (filled < width) {
            pending |= (long) in.readByte() << filled;
            filled += Byte.SIZE;
        }
        var value = pending & (1L << width) - 1;
        pending >>>= width;
        filled -= width;
        return value;
    }
}
