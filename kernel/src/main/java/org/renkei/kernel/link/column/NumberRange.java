package org.renkei.kernel.link.column;

/// Where numbers lie: all are `smallest + i * divisor` with `i` from 0 to `limit`, which is unsigned.
record NumberRange(long smallest, long divisor, long limit) {

    static NumberRange of(long[] numbers, int count) {
        var smallest = numbers[0];
        var largest = numbers[0];
        for (var i = 1; i < count; i++) {
            smallest = Math.min(smallest, numbers[i]);
            largest = Math.max(largest, numbers[i]);
        }
        var spread = largest - smallest;
        if (spread <= 0) {
            // Beyond 63 bits there is no divisor.
            return new NumberRange(smallest, 1, spread);
        }
        var divisor = spread;
        for (var i = 0; i < count && divisor > 1; i++) {
            var rest = (numbers[i] - smallest) % divisor;
            divisor = rest == 0 ? divisor : common(divisor, rest);
        }
        return new NumberRange(smallest, divisor, spread / divisor);
    }

    static int[] histogram(long[] reduced, int count, long limit) {
        var counts = new int[(int) limit + 1];
        for (var i = 0; i < count; i++) {
            counts[(int) reduced[i]]++;
        }
        return counts;
    }

    long[] reduce(long[] numbers, int count) {
        var reduced = new long[count];
        for (var i = 0; i < count; i++) {
            var above = numbers[i] - smallest;
            reduced[i] = divisor == 1 ? above : above / divisor;
        }
        return reduced;
    }

    long[] restore(long[] reduced) {
        for (var i = 0; i < reduced.length; i++) {
            reduced[i] = smallest + reduced[i] * divisor;
        }
        return reduced;
    }

    void write(ColumnOutput out) {
        out.writeSigned(smallest);
        out.writeVarint(divisor);
        out.writeVarint(limit);
    }

    static NumberRange read(ColumnInput in) {
        return new NumberRange(in.readSigned(), in.readVarint(), in.readVarint());
    }

    private static long common(long left, long right) {
        while (right != 0) {
            var rest = left % right;
            left = right;
            right = rest;
        }
        return left;
    }
}
