package org.renkei.kernel.link.column;

/// Numbers of very different size, mostly small: after zig-zag, which puts the sign last, how many bits each has as a
/// column, then those bits but the highest, which is known.
final class WidthNumbers {
    private static final int HALF = Long.SIZE / 2;

    private WidthNumbers() {}

    static int width(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number << 1 ^ number >> 63);
    }

    static void write(ColumnOutput out, long[] numbers, int count, int nesting) {
        var widths = new long[count];
        for (var i = 0; i < count; i++) {
            widths[i] = width(numbers[i]);
        }
        IntegerColumn.write(out, widths, count, nesting);
        var bits = new BitOutput(out);
        for (var i = 0; i < count; i++) {
            var zigZag = numbers[i] << 1 ^ numbers[i] >> 63;
            var lower = Math.max(0, (int) widths[i] - 1);
            var low = Math.min(lower, HALF);
            bits.write(zigZag & (1L << low) - 1, low);
            bits.write(zigZag >>> low & (1L << lower - low) - 1, lower - low);
        }
        bits.end();
    }

    static long[] read(ColumnInput in, int count, int nesting) {
        var numbers = IntegerColumn.read(in, count, nesting);
        var bits = new BitInput(in);
        for (var i = 0; i < count; i++) {
            if (numbers[i] < 0 || numbers[i] > Long.SIZE) {
                throw new IllegalArgumentException("an integer of more than 64 bits");
            }
            var lower = Math.max(0, (int) numbers[i] - 1);
            var low = Math.min(lower, HALF);
            var zigZag = (numbers[i] == 0 ? 0 : 1L << lower) | bits.read(low) | bits.read(lower - low) << low;
            numbers[i] = zigZag >>> 1 ^ -(zigZag & 1);
        }
        return numbers;
    }
}
