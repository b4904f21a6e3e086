package org.renkei.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes an input from others: bits and bytes changed, lengths edited, pieces cut, doubled, moved between inputs, words
/// put in, and openings repeated until they nest deeper than anybody means.
final class Mutator {
    private static final long[] NUMBERS = {
        0,
        1,
        23,
        24,
        127,
        128,
        255,
        256,
        0x7fff,
        0xffff,
        0x10000,
        0x7fffffffL,
        0x80000000L,
        0xffffffffL,
        Long.MAX_VALUE,
        -1
    };
    private static final List<String> DIGITS =
            List.of("0", "-1", "1e999", "99999999999999999999", "0.0000000001", "-0", "NaN", "2147483648", "1e-400");
    private static final List<String> NESTING = List.of(
            "[", "{\"a\":", "<a>", "(", "- ", "[{", "&a;", "//", "/", "~1", "\u0081", "¡aa", "\"", "'", "\n", " ");
    private static final int[] CBOR_HEADS = {0x81, 0xa1, 0x9f, 0x9b, 0x5b, 0x7b, 0xbb, 0x5f, 0xc0, 0xf7, 0xfb, 0x40};

    private final Target target;
    private final RandomGenerator random;

    Mutator(Target target, RandomGenerator random) {
        this.target = target;
        this.random = random;
    }

    /// From one of the pool, changed a few times.
    byte[] next(List<byte[]> pool) {
        var input = pick(pool);
        var times = 1 << random.nextInt(4);
        for (var i = 0; i < times; i++) {
            input = changed(input, pool);
            if (input.length > target.maxInput()) {
                input = Arrays.copyOf(input, target.maxInput());
            }
        }
        return input;
    }

    private byte[] changed(byte[] input, List<byte[]> pool) {
        var from = place(input);
        return switch (random.nextInt(12)) {
            case 0 -> flipped(input);
            case 1 -> replaced(input, from, Math.min(1, input.length - from), new byte[] {(byte) random.nextInt(256)});
            case 2 -> Arrays.copyOf(input, from);
            case 3 -> replaced(input, from, upTo(input.length - from), new byte[0]);
            case 4 -> replaced(input, from, 0, Arrays.copyOfRange(input, from, from + upTo(input.length - from)));
            case 5 -> spliced(input, from, pick(pool));
            case 6 -> replaced(input, from, random.nextBoolean() ? 0 : upTo(input.length - from), word());
            case 7 -> number(input, from);
            case 8 -> digits(input, from);
            case 9 -> replaced(input, from, 0, nested());
            case 10 -> repeated(input, from);
            default -> Arrays.copyOfRange(input, from, input.length);
        };
    }

    private byte[] flipped(byte[] input) {
        if (input.length == 0) {
            return input;
        }
        var copy = input.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private byte[] spliced(byte[] input, int from, byte[] other) {
        var begin = place(other);
        var piece = Arrays.copyOfRange(other, begin, begin + upTo(other.length - begin));
        return replaced(input, from, random.nextBoolean() ? upTo(input.length - from) : 0, piece);
    }

    private byte[] word() {
        return target.words().isEmpty() ? Inputs.bytes(one(DIGITS)) : pick(target.words());
    }

    /// A length or a count that says something else, in one to eight bytes.
    private byte[] number(byte[] input, int from) {
        var width = 1 << random.nextInt(4);
        var value = NUMBERS[random.nextInt(NUMBERS.length)] + random.nextInt(3) - 1;
        var all = ByteBuffer.allocate(8).putLong(value).array();
        return replaced(input, from, Math.min(width, input.length - from), Arrays.copyOfRange(all, 8 - width, 8));
    }

    /// The first run of digits from a place on, or none, becomes another number.
    private byte[] digits(byte[] input, int from) {
        var begin = from;
        while (begin < input.length && !isDigit(input[begin])) {
            begin++;
        }
        var end = begin;
        while (end < input.length && isDigit(input[end])) {
            end++;
        }
        var number = random.nextInt(4) == 0 ? "9".repeat(1 << random.nextInt(14)) : one(DIGITS);
        return replaced(input, begin, end - begin, Inputs.bytes(number));
    }

    private byte[] nested() {
        var unit = switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) CBOR_HEADS[random.nextInt(CBOR_HEADS.length)]};
            case 1 -> word();
            default -> Inputs.bytes(one(NESTING));
        };
        return repeat(unit);
    }

    private byte[] repeated(byte[] input, int from) {
        var length = Math.min(upTo(input.length - from), 1 << random.nextInt(10));
        return replaced(input, from, length, repeat(Arrays.copyOfRange(input, from, from + length)));
    }

    /// Mostly a few times, now and then as often as there is room.
    private byte[] repeat(byte[] unit) {
        if (unit.length == 0) {
            return unit;
        }
        var most = Math.max(1, target.maxInput() / unit.length);
        var times = Math.min(most, 1 << random.nextInt(18));
        var out = new byte[unit.length * times];
        for (var at = 0; at < out.length; at += unit.length) {
            System.arraycopy(unit, 0, out, at, unit.length);
        }
        return out;
    }

    private static byte[] replaced(byte[] input, int from, int length, byte[] piece) {
        return Inputs.joined(Arrays.copyOf(input, from), piece, Arrays.copyOfRange(input, from + length, input.length));
    }

    private int place(byte[] input) {
        return random.nextInt(input.length + 1);
    }

    private int upTo(int length) {
        return length <= 0 ? 0 : random.nextInt(random.nextBoolean() ? Math.min(length, 16) : length) + 1;
    }

    private byte[] pick(List<byte[]> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }
}
