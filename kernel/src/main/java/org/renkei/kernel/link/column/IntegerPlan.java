package org.renkei.kernel.link.column;

import static org.renkei.kernel.link.column.NumberRange.histogram;

/// The way of writing integers that is estimated smallest, and its size in bits.
record IntegerPlan(Way way, double bits) {
    private static final int HEADER_BITS = 40;
    private static final int MOST_REPEATING = 0xffff;
    private static final int MOST_DISTINCT = 4096;
    private static final int FEW = 6;

    enum Way {
        CONSTANT,
        STEPS,
        VARINTS,
        REPEATING,
        PACKED,
        SKEWED,
        TABLE,
        DELTAS,
        WIDTHS;

        private static final Way[] ALL = values();

        static Way of(int code) {
            if (code >= ALL.length) {
                throw new IllegalArgumentException("no way of writing integers has the number " + code);
            }
            return ALL[code];
        }
    }

    /// @param nested whether ways that hold another column may be chosen
    static IntegerPlan of(long[] numbers, int count, NumberRange range, boolean nested) {
        if (range.limit() == 0) {
            return new IntegerPlan(Way.CONSTANT, 16);
        }
        if (isSteps(numbers, count)) {
            return new IntegerPlan(Way.STEPS, 24);
        }
        var best = varints(numbers, count);
        if (count < FEW) {
            return best;
        }
        best = best.orIfSmaller(Way.PACKED, HEADER_BITS + PackedNumbers.bits(count, range.limit()));
        if (Long.compareUnsigned(range.limit(), MOST_REPEATING) <= 0) {
            best = ofSymbols(best, numbers, count, range, nested);
        }
        if (!nested) {
            return best;
        }
        best = best.orIfSmaller(Way.WIDTHS, widths(numbers, count));
        best = best.orIfSmaller(Way.DELTAS, deltas(numbers, count));
        if (range.limit() < 0 || range.limit() >= count / 2) {
            best = best.orIfSmaller(Way.TABLE, table(numbers, count, range));
        }
        return best;
    }

    private IntegerPlan orIfSmaller(Way other, double cost) {
        return cost < bits ? new IntegerPlan(other, cost) : this;
    }

    private static IntegerPlan ofSymbols(
            IntegerPlan best, long[] numbers, int count, NumberRange range, boolean nested) {
        var reduced = range.reduce(numbers, count);
        if (nested && range.limit() <= Math.min(SkewedNumbers.MAX_LIMIT, 4L * count)) {
            var counts = histogram(reduced, count, range.limit());
            var symbols = HEADER_BITS + 24 + Costs.entropy(counts, count) * 1.01;
            if (symbols < best.bits) {
                var levels = SkewedNumbers.levels(counts);
                var table = of(levels, levels.length, NumberRange.of(levels, levels.length), false);
                best = best.orIfSmaller(Way.SKEWED, symbols + table.bits);
            }
        }
        var width = range.limit() > 0xff ? 2 * Byte.SIZE : Byte.SIZE;
        return best.orIfSmaller(Way.REPEATING, HEADER_BITS + Costs.repeating(reduced, count, width));
    }

    private static boolean isSteps(long[] numbers, int count) {
        var step = numbers[1] - numbers[0];
        for (var i = 2; i < count; i++) {
            if (numbers[i] - numbers[i - 1] != step) {
                return false;
            }
        }
        return true;
    }

    private static IntegerPlan varints(long[] numbers, int count) {
        long bytes = 0;
        for (var i = 0; i < count; i++) {
            bytes += Math.max(1, (WidthNumbers.width(numbers[i]) + 6) / 7);
        }
        return new IntegerPlan(Way.VARINTS, bytes * Byte.SIZE);
    }

    private static double widths(long[] numbers, int count) {
        var counts = new int[Long.SIZE + 1];
        double bits = 0;
        for (var i = 0; i < count; i++) {
            var width = WidthNumbers.width(numbers[i]);
            counts[width]++;
            bits += Math.max(0, width - 1);
        }
        return bits + HEADER_BITS + 100 + Costs.entropy(counts, count) * 1.2;
    }

    private static double deltas(long[] numbers, int count) {
        var differences = IntegerColumn.differences(numbers, count);
        var range = NumberRange.of(differences, count - 1);
        if (range.limit() == 0) {
            return 32;
        }
        var packed = HEADER_BITS + PackedNumbers.bits(count - 1, range.limit());
        var least = Math.min(packed, widths(differences, count - 1));
        if (Long.compareUnsigned(range.limit(), Math.min(SkewedNumbers.MAX_LIMIT, count)) <= 0) {
            var counts = histogram(range.reduce(differences, count - 1), count - 1, range.limit());
            least = Math.min(least, Costs.entropy(counts, count) + HEADER_BITS + 2.0 * counts.length);
        }
        return 24 + least;
    }

    /// Numbers that repeat: what their table and the places in it cost.
    private static double table(long[] numbers, int count, NumberRange range) {
        var most = Math.min(MOST_DISTINCT, count / 3);
        var slots = new long[Integer.highestOneBit(Math.max(8, most)) * 4];
        var counts = new int[slots.length];
        var distinct = 0;
        for (var i = 0; i < count; i++) {
            var slot = (int) (numbers[i] * 0x9E37_79B9_7F4A_7C15L >>> 40) & slots.length - 1;
            while (counts[slot] > 0 && slots[slot] != numbers[i]) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = numbers[i];
            if (counts[slot]++ == 0 && ++distinct > most) {
                return Double.POSITIVE_INFINITY;
            }
        }
        var gap = range.limit() < 0 ? Long.SIZE : Costs.log2(range.limit() / distinct + 2) + 2;
        return 2 * HEADER_BITS + distinct * (gap + 2) + Costs.entropy(counts, count) * 1.02;
    }
}
