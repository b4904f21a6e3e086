package org.renkei.kernel.link.column;

/// What a way of writing would cost, in bits; estimates to choose by.
final class Costs {
    private static final double LOG_2 = Math.log(2);
    private static final double[] SMALL = new double[4097];

    static {
        for (var i = 1; i < SMALL.length; i++) {
            SMALL[i] = Math.log(i) / LOG_2;
        }
    }

    private static final int SAMPLE = 1024;
    private static final int MATCH = 4;
    private static final int MATCH_BITS = 22;
    private static final int HASH_BITS = 10;

    private Costs() {}

    static double log2(long number) {
        return number < SMALL.length ? SMALL[(int) number] : Math.log(number) / LOG_2;
    }

    /// Bits of `total` symbols that occur so often each, by their order-0 entropy.
    static double entropy(int[] counts, int total) {
        var bits = total * log2(total);
        for (var count : counts) {
            if (count > 1) {
                bits -= count * log2(count);
            }
        }
        return bits;
    }

    /// Bits after a compressor that finds repeated runs, and spends `literalBits` on a number outside of one; judged
    /// by the first numbers.
    static double repeating(long[] numbers, int count, double literalBits) {
        var sample = Math.min(count, SAMPLE);
        return repeatingAmong(numbers, sample, literalBits) * count / sample;
    }

    private static double repeatingAmong(long[] numbers, int count, double literalBits) {
        var last = new int[1 << HASH_BITS];
        double bits = 0;
        for (var i = 0; i < count; ) {
            var length = 0;
            if (i + MATCH <= count) {
                var slot = slot(numbers, i);
                var before = last[slot] - 1;
                last[slot] = i + 1;
                length = before < 0 ? 0 : common(numbers, before, i, count);
            }
            bits += length >= MATCH ? MATCH_BITS : literalBits;
            i += length >= MATCH ? length : 1;
        }
        return bits;
    }

    private static int slot(long[] numbers, int at) {
        long hash = 0;
        for (var i = at; i < at + MATCH; i++) {
            hash = (hash ^ numbers[i]) * 0x9E37_79B9_7F4A_7C15L;
        }
        return (int) (hash >>> Long.SIZE - HASH_BITS);
    }

    private static int common(long[] numbers, int left, int right, int end) {
        var length = 0;
        while (right + length < end && numbers[left + length] == numbers[right + length]) {
            length++;
        }
        return length;
    }
}
