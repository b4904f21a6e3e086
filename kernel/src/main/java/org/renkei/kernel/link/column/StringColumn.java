package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Texts (as UTF-8) or byte strings, written in the first of these ways that suits them; the first byte says which.
///
/// | way | suits |
/// |---|---|
/// | plain | everything: lengths as a column, then the bytes |
/// | table | what occurs twice and more: the different ones in order, then places in it as a column |
/// | ids | UUIDs of version 7, see [PlaneStrings] |
/// | digits | texts that differ in their numbers, see [DigitStrings] |
/// | words | longer texts of words that return, see [WordStrings] |
/// | planes | strings of one short length, see [PlaneStrings] |
final class StringColumn {
    private static final int PLAIN = 0;
    private static final int TABLE = 1;
    private static final int IDS = 2;
    private static final int DIGITS = 3;
    private static final int WORDS = 4;
    private static final int PLANES = 5;

    private StringColumn() {}

    /// Nothing is written for no strings.
    static void write(ColumnOutput out, Slices strings) {
        if (strings.count() > 0 && !writeTable(out, strings)) {
            writeDistinct(out, strings);
        }
    }

    static Slices read(ColumnInput in, int count) {
        return count == 0 ? new Slices(in.array(), 0) : read(in, count, true);
    }

    private static Slices read(ColumnInput in, int count, boolean mayBeTable) {
        var way = in.readByte();
        return switch (way) {
            case PLAIN -> readPlain(in, count);
            case TABLE -> {
                if (!mayBeTable) {
                    throw new IllegalArgumentException("a table of strings within a table");
                }
                yield readTable(in, count);
            }
            case IDS -> PlaneStrings.readIds(in, count);
            case DIGITS -> DigitStrings.read(in, count);
            case WORDS -> WordStrings.read(in, count);
            case PLANES -> PlaneStrings.read(in, count);
            default -> throw new IllegalArgumentException("no way of writing strings has the number " + way);
        };
    }

    private static void writeDistinct(ColumnOutput out, Slices strings) {
        var digits = DigitStrings.of(strings);
        var words = digits == null ? WordStrings.of(strings) : null;
        if (PlaneStrings.areIds(strings)) {
            out.writeByte(IDS);
            PlaneStrings.writeIds(out, strings);
        } else if (digits != null) {
            out.writeByte(DIGITS);
            digits.write(out);
        } else if (words != null) {
            out.writeByte(WORDS);
            words.write(out);
        } else if (PlaneStrings.suit(strings)) {
            out.writeByte(PLANES);
            PlaneStrings.write(out, strings);
        } else {
            out.writeByte(PLAIN);
            writePlain(out, strings);
        }
    }

    private static boolean writeTable(ColumnOutput out, Slices strings) {
        var index = new SliceIndex(strings.bytes());
        var places = new int[strings.count()];
        for (var i = 0; i < places.length; i++) {
            places[i] = index.number(strings.from(i), strings.to(i));
            if (index.distinct().count() > 1 + places.length / 2) {
                return false;
            }
        }
        var distinct = index.distinct();
        if (distinct.count() == places.length) {
            return false;
        }
        out.writeByte(TABLE);
        out.writeVarint(distinct.count());
        writeDistinct(out, distinct.at(sort(distinct, places), distinct.count()));
        IntegerColumn.write(out, places, places.length);
        return true;
    }

    /// The order of the different ones; places are changed to those in the order.
    static int[] sort(Slices distinct, int[] places) {
        var order = new Integer[distinct.count()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, distinct::compare);
        var ranks = new int[order.length];
        var sorted = new int[order.length];
        for (var rank = 0; rank < order.length; rank++) {
            sorted[rank] = order[rank];
            ranks[order[rank]] = rank;
        }
        for (var i = 0; i < places.length; i++) {
            places[i] = ranks[places[i]];
        }
        return sorted;
    }

    private static Slices readTable(ColumnInput in, int count) {
        var distinct = in.readCount(count);
        var table = read(in, distinct, false);
        return table.at(IntegerColumn.readCounts(in, count, distinct - 1), count);
    }

    static void writePlain(ColumnOutput out, Slices strings) {
        var lengths = new long[strings.count()];
        for (var i = 0; i < lengths.length; i++) {
            lengths[i] = strings.length(i);
        }
        IntegerColumn.write(out, lengths, lengths.length);
        for (var i = 0; i < lengths.length; i++) {
            out.write(strings.bytes(), strings.from(i), strings.to(i));
        }
    }

    static Slices readPlain(ColumnInput in, int count) {
        var lengths = IntegerColumn.readCounts(in, count, ColumnInput.MAX_BYTES);
        var strings = new Slices(in.array(), count);
        for (var i = 0; i < count; i++) {
            var from = in.skip(lengths[i]);
            strings.add(from, from + lengths[i]);
        }
        return strings;
    }
}
