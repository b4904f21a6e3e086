package org.renkei.kernel.link.column;

/// Floating-point numbers. When every one is an integer divided by one power of ten, as a measured value mostly is,
/// these integers are a column; otherwise the eight bytes of the binary64 form are columns, the most significant first.
/// The first byte is the power, or [#RAW].
final class FloatColumn {
    private static final int RAW = 0xff;
    private static final double MAX_INTEGER = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
    };

    private FloatColumn() {}

    /// Nothing is written for no numbers.
    static void write(ColumnOutput out, double[] numbers) {
        if (numbers.length == 0) {
            return;
        }
        var power = power(numbers);
        out.writeByte(power);
        var integers = new long[numbers.length];
        if (power != RAW) {
            for (var i = 0; i < numbers.length; i++) {
                integers[i] = (long) Math.rint(numbers[i] * POWERS[power]);
            }
            IntegerColumn.write(out, integers, integers.length);
            return;
        }
        for (var shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            for (var i = 0; i < numbers.length; i++) {
                integers[i] = Double.doubleToLongBits(numbers[i]) >>> shift & 0xff;
            }
            IntegerColumn.write(out, integers, integers.length);
        }
    }

    static double[] read(ColumnInput in, int count) {
        var numbers = new double[count];
        if (count == 0) {
            return numbers;
        }
        var power = in.readByte();
        if (power != RAW) {
            if (power >= POWERS.length) {
                throw new IllegalArgumentException("a power of ten is out of range");
            }
            var integers = IntegerColumn.read(in, count);
            for (var i = 0; i < count; i++) {
                numbers[i] = integers[i] / POWERS[power];
            }
            return numbers;
        }
        var bits = new long[count];
        for (var shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            var plane = IntegerColumn.read(in, count);
            for (var i = 0; i < count; i++) {
                bits[i] |= (plane[i] & 0xff) << shift;
            }
        }
        for (var i = 0; i < count; i++) {
            numbers[i] = Double.longBitsToDouble(bits[i]);
        }
        return numbers;
    }

    /// The least power of ten that makes integers of all of them and gives back the same bits, or [#RAW].
    private static int power(double[] numbers) {
        var power = 0;
        for (var number : numbers) {
            while (power < POWERS.length && !fits(number, power)) {
                power++;
            }
        }
        for (var number : numbers) {
            if (power == POWERS.length || !fits(number, power)) {
                return RAW;
            }
        }
        return power;
    }

    private static boolean fits(double number, int power) {
        var integer = Math.rint(number * POWERS[power]);
        return Math.abs(integer) <= MAX_INTEGER
                && Double.doubleToRawLongBits((long) integer / POWERS[power]) == Double.doubleToRawLongBits(number);
    }
}
