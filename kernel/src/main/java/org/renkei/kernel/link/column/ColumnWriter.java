package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Writes columns of values that stand as CBOR in one array, given where each begins. What a column holds inside its
/// arrays and maps follows it, so that the whole is one walk down the paths.
final class ColumnWriter {
    static final int MIXED = 0xff;

    private final byte[] cbor;
    private final ColumnOutput out;

    ColumnWriter(byte[] cbor, ColumnOutput out) {
        this.cbor = cbor;
        this.out = out;
    }

    /// @param at where `count` values begin, at least one
    /// @param depth arrays and maps around them
    void write(int[] at, int count, int depth) {
        var types = new int[count];
        var totals = new int[ValueType.values().length];
        for (var i = 0; i < count; i++) {
            types[i] = ValueType.at(cbor, at[i]).ordinal();
            totals[types[i]]++;
        }
        if (totals[types[0]] == count) {
            out.writeByte(types[0]);
            write(ValueType.of(types[0]), at, count, depth);
            return;
        }
        out.writeByte(MIXED);
        IntegerColumn.write(out, types, count);
        for (var type : ValueType.values()) {
            var some = new int[totals[type.ordinal()]];
            for (int i = 0, next = 0; next < some.length; i++) {
                if (types[i] == type.ordinal()) {
                    some[next++] = at[i];
                }
            }
            if (some.length > 0) {
                write(type, some, some.length, depth);
            }
        }
    }

    private void write(ValueType type, int[] at, int count, int depth) {
        switch (type) {
            case NULL, FALSE, TRUE -> {}
            case INT -> IntegerColumn.write(out, integers(at, count), count);
            case FLOAT -> FloatColumn.write(out, floats(at, count));
            case TEXT, BYTES -> StringColumn.write(out, strings(at, count));
            case ARRAY -> writeArrays(at, count, depth);
            case MAP -> new MapShapes(cbor, at, count).write(out, this, depth);
        }
    }

    private void writeArrays(int[] at, int count, int depth) {
        var lengths = new int[count];
        var total = 0;
        for (var i = 0; i < count; i++) {
            lengths[i] = (int) CborScan.argument(cbor, at[i]);
            total += lengths[i];
        }
        IntegerColumn.write(out, lengths, count);
        var places = ArrayColumn.places(lengths);
        var items = new int[places][total / places];
        var next = 0;
        for (var i = 0; i < count; i++) {
            var item = at[i] + CborScan.headLength(cbor, at[i]);
            for (var place = 0; place < lengths[i]; place++) {
                items[next % places][next / places] = item;
                next++;
                item = CborScan.skip(cbor, item);
            }
        }
        for (var column : items) {
            if (column.length > 0) {
                write(column, column.length, depth + 1);
            }
        }
    }

    private long[] integers(int[] at, int count) {
        var integers = new long[count];
        for (var i = 0; i < count; i++) {
            var argument = CborScan.argument(cbor, at[i]);
            integers[i] = CborScan.majorType(cbor, at[i]) == CborScan.INT ? argument : ~argument;
        }
        return integers;
    }

    private double[] floats(int[] at, int count) {
        var floats = new double[count];
        Arrays.setAll(floats, i -> CborScan.number(cbor, at[i]));
        return floats;
    }

    private Slices strings(int[] at, int count) {
        var strings = new Slices(cbor, count);
        for (var i = 0; i < count; i++) {
            var start = at[i] + CborScan.headLength(cbor, at[i]);
            strings.add(start, start + (int) CborScan.argument(cbor, at[i]));
        }
        return strings;
    }
}
