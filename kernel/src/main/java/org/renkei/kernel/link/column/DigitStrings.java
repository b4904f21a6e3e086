package org.renkei.kernel.link.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts of few patterns that differ in their digits: times, serial numbers, call signs. A pattern is the text with
/// each run of digits replaced by a zero byte and the number of digits; the runs are columns of integers, one for each
/// place in the pattern and number of digits.
///
/// Layout: number of patterns, patterns as plain strings, the pattern of each text as a column, then the columns of
/// digits.
final class DigitStrings {
    private static final int MAX_DIGITS = 18;
    private static final int MAX_PLACES = 16;
    private static final int COLUMNS = MAX_PLACES * (MAX_DIGITS + 1);
    private static final int SAMPLE = 32;
    private static final int DIGIT_SHARE = 5;
    private static final int TEXTS_OF_A_PATTERN = 4;
    private static final byte MARK = 0;
    private static final long[] POWERS = new long[MAX_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (var i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final Slices texts;
    private final ColumnOutput scratch = new ColumnOutput();
    private final long[][] columns = new long[COLUMNS][];
    private final int[] lengths = new int[COLUMNS];
    private Slices patterns;
    private final int[] pattern;

    private DigitStrings(Slices texts) {
        this.texts = texts;
        this.patterns = texts;
        this.pattern = new int[texts.count()];
    }

    /// Null when the texts are not of that sort.
    static @Nullable DigitStrings of(Slices texts) {
        if (!haveDigits(texts)) {
            return null;
        }
        var digits = new DigitStrings(texts);
        return digits.split() ? digits : null;
    }

    void write(ColumnOutput out) {
        out.writeVarint(patterns.count());
        StringColumn.writePlain(out, patterns);
        IntegerColumn.write(out, pattern, pattern.length);
        for (var column = 0; column < COLUMNS; column++) {
            if (lengths[column] > 0) {
                IntegerColumn.write(out, columns[column], lengths[column]);
            }
        }
    }

    static Slices read(ColumnInput in, int count) {
        var patterns = StringColumn.readPlain(in, in.readCount(count));
        var pattern = IntegerColumn.readCounts(in, count, patterns.count() - 1);
        var uses = new int[patterns.count()];
        for (var index : pattern) {
            uses[index]++;
        }
        var lengths = new int[COLUMNS];
        long total = 0;
        for (var index = 0; index < uses.length; index++) {
            total += (long) uses[index] * measure(patterns, index, uses[index], lengths);
        }
        in.takeBytes(total);
        var columns = new long[COLUMNS][];
        for (var column = 0; column < COLUMNS; column++) {
            columns[column] = IntegerColumn.read(in, lengths[column]);
        }
        var bytes = new byte[(int) total];
        var texts = new Slices(bytes, count);
        var next = new int[COLUMNS];
        var end = 0;
        for (var index : pattern) {
            var start = end;
            end = unfold(patterns, index, columns, next, bytes, start);
            texts.add(start, end);
        }
        return texts;
    }

    /// The length of texts of a pattern; adds its uses to the lengths of the columns it draws from.
    private static int measure(Slices patterns, int index, int uses, int[] lengths) {
        var bytes = patterns.bytes();
        var places = 0;
        var length = 0;
        for (var at = patterns.from(index); at < patterns.to(index); at++) {
            if (bytes[at] != MARK) {
                length++;
                continue;
            }
            if (++at == patterns.to(index) || bytes[at] < 1 || bytes[at] > MAX_DIGITS || places == MAX_PLACES) {
                throw new IllegalArgumentException("a pattern of digits is not well formed");
            }
            lengths[column(places++, bytes[at])] += uses;
            length += bytes[at];
        }
        return length;
    }

    private static int unfold(Slices patterns, int index, long[][] columns, int[] next, byte[] target, int start) {
        var bytes = patterns.bytes();
        var places = 0;
        var end = start;
        for (var at = patterns.from(index); at < patterns.to(index); at++) {
            if (bytes[at] != MARK) {
                target[end++] = bytes[at];
                continue;
            }
            var width = bytes[++at];
            var column = column(places++, width);
            var value = columns[column][next[column]++];
            if (value < 0 || value >= POWERS[width]) {
                throw new IllegalArgumentException("a number does not fit its digits");
            }
            end += width;
            for (var i = 1; i <= width; i++) {
                target[end - i] = (byte) ('0' + value % 10);
                value /= 10;
            }
        }
        return end;
    }

    private static boolean haveDigits(Slices texts) {
        var digits = 0;
        var bytes = 0;
        for (var i = 0; i < Math.min(SAMPLE, texts.count()); i++) {
            bytes += texts.length(i);
            for (var at = texts.from(i); at < texts.to(i); at++) {
                digits += isDigit(texts.bytes()[at]) ? 1 : 0;
            }
        }
        return digits * DIGIT_SHARE > bytes;
    }

    private boolean split() {
        var ends = new int[pattern.length];
        for (var i = 0; i < pattern.length; i++) {
            if (!split(i)) {
                return false;
            }
            ends[i] = scratch.length();
        }
        var index = new SliceIndex(scratch.bytes());
        for (var i = 0; i < pattern.length; i++) {
            pattern[i] = index.number(i == 0 ? 0 : ends[i - 1], ends[i]);
        }
        patterns = index.distinct();
        return patterns.count() * TEXTS_OF_A_PATTERN <= pattern.length;
    }

    /// Writes the pattern to the scratch area and the digits to the columns.
    private boolean split(int text) {
        var bytes = texts.bytes();
        var places = 0;
        for (var at = texts.from(text); at < texts.to(text); ) {
            if (!isDigit(bytes[at])) {
                if (bytes[at] == MARK) {
                    return false;
                }
                scratch.writeByte(bytes[at++]);
                continue;
            }
            if (places == MAX_PLACES) {
                return false;
            }
            long value = 0;
            var width = 0;
            for (; at < texts.to(text) && isDigit(bytes[at]) && width < MAX_DIGITS; width++) {
                value = value * 10 + bytes[at++] - '0';
            }
            scratch.writeByte(MARK);
            scratch.writeByte(width);
            append(column(places++, width), value);
        }
        return true;
    }

    private void append(int column, long value) {
        if (lengths[column] == 0) {
            columns[column] = new long[16];
        } else if (lengths[column] == columns[column].length) {
            columns[column] = Arrays.copyOf(columns[column], lengths[column] * 2);
        }
        columns[column][lengths[column]++] = value;
    }

    private static int column(int place, int width) {
        return place * (MAX_DIGITS + 1) + width;
    }

    private static boolean isDigit(byte unit) {
        return unit >= '0' && unit <= '9';
    }
}
