package org.renkei.kernel.link.column;

import java.util.Arrays;

/// A column of maps as it was read; [MapShapes] says how it was written.
final class MapColumn implements ValueColumn {
    private final int[] shapeOf;
    private final int[][] shapes;
    private final Slices keys;
    private final ValueColumn[] columns;
    private int next;

    private MapColumn(int[] shapeOf, int[][] shapes, Slices keys, ValueColumn[] columns) {
        this.shapeOf = shapeOf;
        this.shapes = shapes;
        this.keys = keys;
        this.columns = columns;
    }

    static ValueColumn read(ColumnInput in, int count, int depth) {
        return switch (in.readByte()) {
            case MapShapes.SHAPED -> readShaped(in, count, depth);
            case MapShapes.LOOSE -> Loose.read(in, count, depth);
            default -> throw new IllegalArgumentException("maps are written in no known way");
        };
    }

    private static MapColumn readShaped(ColumnInput in, int count, int depth) {
        var keys = StringColumn.read(in, in.readCount(ColumnInput.MAX_VALUES));
        var shapes = new int[in.readCount(count)][];
        for (var i = 0; i < shapes.length; i++) {
            shapes[i] = new int[in.readCount(in.remaining())];
            for (var place = 0; place < shapes[i].length; place++) {
                shapes[i][place] = in.readCount(keys.count() - 1);
            }
        }
        var shapeOf = IntegerColumn.readCounts(in, count, shapes.length - 1);
        var uses = uses(shapeOf, shapes, keys.count());
        var columns = new ValueColumn[keys.count()];
        for (var key = 0; key < columns.length; key++) {
            if (depth == 0 && MapShapes.isPosition(keys, key)) {
                columns[key] = out -> out.writeInt(out.position());
            } else if (uses[key] > 0) {
                columns[key] = ValueColumn.read(in, (int) uses[key], depth + 1);
            }
        }
        return new MapColumn(shapeOf, shapes, keys, columns);
    }

    /// How many values each key has in all maps.
    private static long[] uses(int[] shapeOf, int[][] shapes, int keys) {
        var maps = new long[shapes.length];
        for (var shape : shapeOf) {
            maps[shape]++;
        }
        var uses = new long[keys];
        for (var shape = 0; shape < shapes.length; shape++) {
            for (var key : shapes[shape]) {
                uses[key] += maps[shape];
            }
        }
        if (Arrays.stream(uses).sum() > ColumnInput.MAX_VALUES) {
            throw new IllegalArgumentException("maps hold too many values");
        }
        return uses;
    }

    @Override
    public void writeNext(CborOutput out) {
        var shape = shapes[shapeOf[next++]];
        out.writeHead(CborScan.MAP, shape.length);
        for (var key : shape) {
            out.writeString(CborScan.TEXT, keys, key);
            columns[key].writeNext(out);
        }
    }

    /// Maps by name: keys hardly return.
    private static final class Loose implements ValueColumn {
        private final int[] sizes;
        private final ValueColumn keys;
        private final ValueColumn values;
        private int next;

        private Loose(int[] sizes, ValueColumn keys, ValueColumn values) {
            this.sizes = sizes;
            this.keys = keys;
            this.values = values;
        }

        static Loose read(ColumnInput in, int count, int depth) {
            var sizes = IntegerColumn.readCounts(in, count, ColumnInput.MAX_VALUES);
            var total = Arrays.stream(sizes).asLongStream().sum();
            if (total == 0 || total > ColumnInput.MAX_VALUES) {
                throw new IllegalArgumentException("maps by name hold no value or too many");
            }
            var keys = new ValueColumn.Strings(CborScan.TEXT, StringColumn.read(in, (int) total));
            return new Loose(sizes, keys, ValueColumn.read(in, (int) total, depth + 1));
        }

        @Override
        public void writeNext(CborOutput out) {
            var size = sizes[next++];
            out.writeHead(CborScan.MAP, size);
            for (var i = 0; i < size; i++) {
                keys.writeNext(out);
                values.writeNext(out);
            }
        }
    }
}
