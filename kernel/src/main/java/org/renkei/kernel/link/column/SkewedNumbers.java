package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Small numbers of which some are frequent and some rare, each at about `-log2` of its share: asymmetric numeral
/// systems (rANS, Duda 2013) with one fixed table. The table holds for each number how frequent it is in steps of half
/// a power of two; both sides make the same frequencies of it with integers alone.
final class SkewedNumbers {
    static final int MAX_LIMIT = 4095;

    private static final int MAX_LEVEL = 60;
    private static final long LOWEST = 1L << 23;

    private SkewedNumbers() {}

    /// 0 for what does not occur, then 1 for once, 3 for twice, 5 for four times …
    static long[] levels(int[] counts) {
        var levels = new long[counts.length];
        for (var i = 0; i < counts.length; i++) {
            levels[i] = counts[i] == 0 ? 0 : 1 + Math.round(2 * Costs.log2(counts[i]));
        }
        return levels;
    }

    static void write(ColumnOutput out, long[] numbers, int count, long[] levels) {
        var scale = scale(levels);
        var frequencies = frequencies(levels, scale);
        var starts = starts(frequencies);
        var backwards = new byte[count * 2 + 16];
        var length = 0;
        var state = LOWEST;
        for (var i = count - 1; i >= 0; i--) {
            var symbol = (int) numbers[i];
            var frequency = frequencies[symbol];
            var highest = (LOWEST >>> scale << Byte.SIZE) * frequency;
            while (state >= highest) {
                backwards[length++] = (byte) state;
                state >>>= Byte.SIZE;
            }
            state = (state / frequency << scale) + state % frequency + starts[symbol];
        }
        out.writeVarint(state);
        for (var i = length - 1; i >= 0; i--) {
            out.writeByte(backwards[i]);
        }
    }

    static long[] read(ColumnInput in, int count, long[] levels) {
        var scale = scale(levels);
        var frequencies = frequencies(levels, scale);
        var starts = starts(frequencies);
        var symbols = new char[1 << scale];
        for (var symbol = 0; symbol < levels.length; symbol++) {
            Arrays.fill(symbols, starts[symbol], starts[symbol] + frequencies[symbol], (char) symbol);
        }
        var mask = (1 << scale) - 1;
        var numbers = new long[count];
        var state = in.readVarint();
        if (state < LOWEST || state >= LOWEST << Byte.SIZE) {
            throw new IllegalArgumentException("skewed numbers begin out of range");
        }
        for (var i = 0; i < count; i++) {
            var slot = (int) state & mask;
            var symbol = symbols[slot];
            numbers[i] = symbol;
            state = frequencies[symbol] * (state >>> scale) + slot - starts[symbol];
            while (state < LOWEST) {
                state = state << Byte.SIZE | in.readByte();
            }
        }
        return numbers;
    }

    /// Bits of the sum of all frequencies: finer the more numbers occur.
    private static int scale(long[] levels) {
        var present = present(levels);
        return present <= 32 ? 10 : present <= 256 ? 12 : 14;
    }

    private static int present(long[] levels) {
        var present = 0;
        for (var level : levels) {
            if (level < 0 || level > MAX_LEVEL) {
                throw new IllegalArgumentException("skewed numbers have a frequency out of range");
            }
            present += level > 0 ? 1 : 0;
        }
        if (present == 0) {
            throw new IllegalArgumentException("skewed numbers without a number");
        }
        return present;
    }

    private static int[] frequencies(long[] levels, int scale) {
        long sum = 0;
        for (var level : levels) {
            sum += weight(level);
        }
        var room = (1 << scale) - present(levels);
        var frequencies = new int[levels.length];
        var heaviest = 0;
        var left = 1 << scale;
        for (var i = 0; i < levels.length; i++) {
            frequencies[i] = levels[i] == 0 ? 0 : 1 + (int) (weight(levels[i]) * room / sum);
            left -= frequencies[i];
            heaviest = levels[i] > levels[heaviest] ? i : heaviest;
        }
        frequencies[heaviest] += left;
        return frequencies;
    }

    private static long weight(long level) {
        if (level == 0) {
            return 0;
        }
        var step = (int) level - 1;
        return (step % 2 == 0 ? 128L : 181L) << step / 2;
    }

    private static int[] starts(int[] frequencies) {
        var starts = new int[frequencies.length];
        for (var i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + frequencies[i - 1];
        }
        return starts;
    }
}
