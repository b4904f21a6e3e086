package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Integers of 64 bits, written in whichever of these ways is estimated smallest; the first byte says which.
///
/// | way | what follows |
/// |---|---|
/// | constant | the number |
/// | steps | the first number and the step to each next |
/// | varints | every number, zig-zag |
/// | repeating | smallest, divisor, width 1 or 2, then each number in so many bytes: for repetition to be found |
/// | packed | smallest, divisor, limit, then [PackedNumbers] |
/// | skewed | smallest, divisor, limit, levels as a column, then [SkewedNumbers] |
/// | table | the distinct numbers in order as a column, then places in it as a column |
/// | deltas | the first number, then differences as a column |
/// | widths | [WidthNumbers] |
///
/// Packed, repeating and skewed numbers are `(number - smallest) / divisor`.
final class IntegerColumn {
    private static final int MAX_NESTING = 3;

    private IntegerColumn() {}

    static void write(ColumnOutput out, int[] numbers, int count) {
        var wide = new long[count];
        for (var i = 0; i < count; i++) {
            wide[i] = numbers[i];
        }
        write(out, wide, count);
    }

    /// Nothing is written for no numbers.
    static void write(ColumnOutput out, long[] numbers, int count) {
        write(out, numbers, count, 0);
    }

    static long[] read(ColumnInput in, int count) {
        return read(in, count, 0);
    }

    /// Numbers that count or point to something: from 0 to `most`.
    static int[] readCounts(ColumnInput in, int count, int most) {
        var numbers = read(in, count);
        var counts = new int[count];
        for (var i = 0; i < count; i++) {
            if (numbers[i] < 0 || numbers[i] > most) {
                throw new IllegalArgumentException("a count in columns is out of range");
            }
            counts[i] = (int) numbers[i];
        }
        return counts;
    }

    static void write(ColumnOutput out, long[] numbers, int count, int nesting) {
        if (count == 0) {
            return;
        }
        var range = NumberRange.of(numbers, count);
        var way = IntegerPlan.of(numbers, count, range, nesting < MAX_NESTING).way();
        out.writeByte(way.ordinal());
        switch (way) {
            case CONSTANT -> out.writeSigned(numbers[0]);
            case STEPS -> {
                out.writeSigned(numbers[0]);
                out.writeSigned(numbers[1] - numbers[0]);
            }
            case VARINTS -> {
                for (var i = 0; i < count; i++) {
                    out.writeSigned(numbers[i]);
                }
            }
            case REPEATING -> writeRepeating(out, numbers, count, range);
            case PACKED -> {
                range.write(out);
                PackedNumbers.write(out, range.reduce(numbers, count), count, range.limit());
            }
            case SKEWED -> {
                range.write(out);
                var reduced = range.reduce(numbers, count);
                var levels = SkewedNumbers.levels(NumberRange.histogram(reduced, count, range.limit()));
                write(out, levels, levels.length, MAX_NESTING);
                SkewedNumbers.write(out, reduced, count, levels);
            }
            case TABLE -> writeTable(out, numbers, count, nesting + 1);
            case DELTAS -> {
                out.writeSigned(numbers[0]);
                write(out, differences(numbers, count), count - 1, nesting + 1);
            }
            case WIDTHS -> WidthNumbers.write(out, numbers, count, nesting + 1);
        }
    }

    static long[] read(ColumnInput in, int count, int nesting) {
        in.takeNumbers(count);
        if (count == 0) {
            return new long[0];
        }
        if (nesting > MAX_NESTING) {
            throw new IllegalArgumentException("columns of integers nest too deep");
        }
        return switch (IntegerPlan.Way.of(in.readByte())) {
            case CONSTANT -> steps(count, in.readSigned(), 0);
            case STEPS -> steps(count, in.readSigned(), in.readSigned());
            case VARINTS -> {
                var numbers = new long[count];
                for (var i = 0; i < count; i++) {
                    numbers[i] = in.readSigned();
                }
                yield numbers;
            }
            case REPEATING -> readRepeating(in, count);
            case PACKED -> {
                var range = NumberRange.read(in);
                yield range.restore(PackedNumbers.read(in, count, range.limit()));
            }
            case SKEWED -> {
                var range = NumberRange.read(in);
                if (nesting == MAX_NESTING || Long.compareUnsigned(range.limit(), SkewedNumbers.MAX_LIMIT) > 0) {
                    throw new IllegalArgumentException("skewed numbers nest too deep or are too many");
                }
                var levels = read(in, (int) range.limit() + 1, MAX_NESTING);
                yield range.restore(SkewedNumbers.read(in, count, levels));
            }
            case TABLE -> readTable(in, count, nesting + 1);
            case DELTAS -> {
                var first = in.readSigned();
                yield sums(first, read(in, count - 1, nesting + 1));
            }
            case WIDTHS -> WidthNumbers.read(in, count, nesting + 1);
        };
    }

    private static void writeRepeating(ColumnOutput out, long[] numbers, int count, NumberRange range) {
        range.write(out);
        for (var number : range.reduce(numbers, count)) {
            out.writeByte((int) number);
            if (range.limit() > 0xff) {
                out.writeByte((int) (number >>> Byte.SIZE));
            }
        }
    }

    private static long[] readRepeating(ColumnInput in, int count) {
        var range = NumberRange.read(in);
        var numbers = new long[count];
        var wide = Long.compareUnsigned(range.limit(), 0xff) > 0;
        for (var i = 0; i < count; i++) {
            numbers[i] = in.readByte() | (wide ? in.readByte() << Byte.SIZE : 0);
        }
        return range.restore(numbers);
    }

    private static void writeTable(ColumnOutput out, long[] numbers, int count, int nesting) {
        var sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        var distinct = 1;
        for (var i = 1; i < count; i++) {
            if (sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        var places = new long[count];
        for (var i = 0; i < count; i++) {
            places[i] = Arrays.binarySearch(sorted, 0, distinct, numbers[i]);
        }
        out.writeVarint(distinct);
        write(out, sorted, distinct, nesting);
        write(out, places, count, nesting);
    }

    private static long[] readTable(ColumnInput in, int count, int nesting) {
        var distinct = in.readCount(count);
        var table = read(in, distinct, nesting);
        var numbers = read(in, count, nesting);
        for (var i = 0; i < count; i++) {
            if (numbers[i] < 0 || numbers[i] >= distinct) {
                throw new IllegalArgumentException("a place outside of a table of integers");
            }
            numbers[i] = table[(int) numbers[i]];
        }
        return numbers;
    }

    static long[] differences(long[] numbers, int count) {
        var differences = new long[count - 1];
        for (var i = 1; i < count; i++) {
            differences[i - 1] = numbers[i] - numbers[i - 1];
        }
        return differences;
    }

    private static long[] sums(long first, long[] differences) {
        var numbers = new long[differences.length + 1];
        numbers[0] = first;
        for (var i = 1; i < numbers.length; i++) {
            numbers[i] = numbers[i - 1] + differences[i - 1];
        }
        return numbers;
    }

    private static long[] steps(int count, long first, long step) {
        var numbers = new long[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = first + i * step;
        }
        return numbers;
    }
}
