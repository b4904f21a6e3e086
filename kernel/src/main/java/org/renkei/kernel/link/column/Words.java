package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Words without spaces in them, as a table and places in it.
final class Words {
    private static final byte SPACE = ' ';

    private final SliceIndex index;
    private int[] places = new int[64];
    private int count;

    Words(byte[] bytes) {
        index = new SliceIndex(bytes);
    }

    void add(int from, int to) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = index.number(from, to);
    }

    int uses() {
        return count;
    }

    int distinct() {
        return index.distinct().count();
    }

    /// Nothing is written for no words.
    void write(ColumnOutput out) {
        if (count == 0) {
            return;
        }
        var used = Arrays.copyOf(places, count);
        var distinct = index.distinct();
        var sorted = distinct.at(StringColumn.sort(distinct, used), distinct.count());
        var length = 0;
        for (var i = 0; i < sorted.count(); i++) {
            length += sorted.length(i) + 1;
        }
        out.writeVarint(length);
        for (var i = 0; i < sorted.count(); i++) {
            out.write(sorted.bytes(), sorted.from(i), sorted.to(i));
            out.writeByte(SPACE);
        }
        IntegerColumn.write(out, used, count);
    }

    static Slices read(ColumnInput in, int count) {
        var table = new Slices(in.array(), 64);
        if (count == 0) {
            return table;
        }
        var length = in.readVarint();
        var start = in.skip(length);
        var end = start + (int) length;
        for (var at = start; at < end; at++) {
            if (in.array()[at] == SPACE) {
                table.add(start, at);
                start = at + 1;
            }
        }
        if (start != end) {
            throw new IllegalArgumentException("the last word of a table is not ended");
        }
        return table.at(IntegerColumn.readCounts(in, count, table.count() - 1), count);
    }
}
