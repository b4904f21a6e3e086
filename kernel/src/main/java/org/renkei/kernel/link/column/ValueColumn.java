package org.renkei.kernel.link.column;

import org.renkei.kernel.cbor.Cbor;

/// A column of values as it was read. Each call takes the next value, with all that is inside it.
interface ValueColumn {

    void writeNext(CborOutput out);

    /// @param count at least one
    /// @param depth arrays and maps around the values
    static ValueColumn read(ColumnInput in, int count, int depth) {
        if (depth > Cbor.MAX_DEPTH) {
            throw new IllegalArgumentException("columns nest deeper than " + Cbor.MAX_DEPTH);
        }
        in.takeValues(count);
        var type = in.readByte();
        if (type != ColumnWriter.MIXED) {
            return read(in, ValueType.of(type), count, depth);
        }
        var types = IntegerColumn.readCounts(in, count, ValueType.values().length - 1);
        var totals = new int[ValueType.values().length];
        for (var each : types) {
            totals[each]++;
        }
        var columns = new ValueColumn[totals.length];
        for (var each : ValueType.values()) {
            if (totals[each.ordinal()] > 0) {
                columns[each.ordinal()] = read(in, each, totals[each.ordinal()], depth);
            }
        }
        return new Mixed(types, columns);
    }

    private static ValueColumn read(ColumnInput in, ValueType type, int count, int depth) {
        return switch (type) {
            case NULL -> out -> out.writeByte(CborScan.NULL);
            case FALSE -> out -> out.writeByte(CborScan.FALSE);
            case TRUE -> out -> out.writeByte(CborScan.TRUE);
            case INT -> new Integers(IntegerColumn.read(in, count));
            case FLOAT -> new Floats(FloatColumn.read(in, count));
            case TEXT -> new Strings(CborScan.TEXT, StringColumn.read(in, count));
            case BYTES -> new Strings(CborScan.BYTES, StringColumn.read(in, count));
            case ARRAY -> ArrayColumn.read(in, count, depth);
            case MAP -> MapColumn.read(in, count, depth);
        };
    }

    /// Values of several types, each type in a column of its own.
    final class Mixed implements ValueColumn {
        private final int[] types;
        private final ValueColumn[] columns;
        private int next;

        private Mixed(int[] types, ValueColumn[] columns) {
            this.types = types;
            this.columns = columns;
        }

        @Override
        public void writeNext(CborOutput out) {
            columns[types[next++]].writeNext(out);
        }
    }

    final class Integers implements ValueColumn {
        private final long[] numbers;
        private int next;

        private Integers(long[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public void writeNext(CborOutput out) {
            out.writeInt(numbers[next++]);
        }
    }

    final class Floats implements ValueColumn {
        private final double[] numbers;
        private int next;

        private Floats(double[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public void writeNext(CborOutput out) {
            out.writeFloat(numbers[next++]);
        }
    }

    final class Strings implements ValueColumn {
        private final int majorType;
        private final Slices strings;
        private int next;

        Strings(int majorType, Slices strings) {
            this.majorType = majorType;
            this.strings = strings;
        }

        @Override
        public void writeNext(CborOutput out) {
            out.writeString(majorType, strings, next++);
        }
    }
}
