package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Numbers from 0 to a limit, each at `log2(limit + 1)` bits whatever it is. The upper bits of several numbers are the
/// digits of one larger number, so that a limit of 162 costs 7.4 bits and not 8; the lower bits stand as they are.
/// Numbers and limit are unsigned.
final class PackedNumbers {
    private static final int UPPER_BITS = 8;

    private static final int[] DIGITS = new int[(1 << UPPER_BITS) + 1];

    static {
        Arrays.fill(DIGITS, 1);
        for (var radix = 2; radix < DIGITS.length; radix++) {
            for (long power = radix; power <= (1L << BitOutput.MAX_WIDTH) / radix; power *= radix) {
                DIGITS[radix]++;
            }
        }
    }

    private final int lowerBits;
    private final long radix;
    private final int digits;

    private PackedNumbers(long limit) {
        lowerBits = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(limit) - UPPER_BITS);
        radix = (limit >>> lowerBits) + 1;
        digits = DIGITS[(int) radix];
    }

    static double bits(int count, long limit) {
        var packed = new PackedNumbers(limit);
        return count * (packed.lowerBits + Costs.log2(packed.radix)) + Byte.SIZE;
    }

    static void write(ColumnOutput out, long[] numbers, int count, long limit) {
        new PackedNumbers(limit).write(new BitOutput(out), numbers, count);
    }

    static long[] read(ColumnInput in, int count, long limit) {
        return new PackedNumbers(limit).read(new BitInput(in), count);
    }

    private void write(BitOutput out, long[] numbers, int count) {
        var mask = (1L << lowerBits) - 1;
        for (var from = 0; from < count; from += digits) {
            var to = Math.min(count, from + digits);
            long upper = 0;
            for (var i = to - 1; i >= from; i--) {
                upper = upper * radix + (numbers[i] >>> lowerBits);
            }
            out.write(upper, width(to - from));
            for (var i = from; i < to; i++) {
                out.write(numbers[i] & mask, lowerBits);
            }
        }
        out.end();
    }

    private long[] read(BitInput in, int count) {
        var numbers = new long[count];
        for (var from = 0; from < count; from += digits) {
            var to = Math.min(count, from + digits);
            var upper = in.read(width(to - from));
            for (var i = from; i < to; i++) {
                var rest = upper / radix;
                numbers[i] = upper - rest * radix << lowerBits | in.read(lowerBits);
                upper = rest;
            }
        }
        return numbers;
    }

    /// Bits that hold so many digits.
    private int width(int count) {
        long power = 1;
        for (var i = 0; i < count; i++) {
            power *= radix;
        }
        return Long.SIZE - Long.numberOfLeadingZeros(power - 1);
    }
}
