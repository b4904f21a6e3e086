package org.renkei.kernel.link.column;

/// A column of arrays as it was read. Arrays that all have one short length have a column of values for each place;
/// others have one column for all values.
///
/// Layout: lengths as a column, then the columns of values.
final class ArrayColumn implements ValueColumn {
    /// Arrays that all have one length up to this have a column for each place.
    static final int MAX_TUPLE = 16;

    private final int[] lengths;
    private final ValueColumn[] columns;
    private int next;

    private ArrayColumn(int[] lengths, ValueColumn[] columns) {
        this.lengths = lengths;
        this.columns = columns;
    }

    static ArrayColumn read(ColumnInput in, int count, int depth) {
        var lengths = IntegerColumn.readCounts(in, count, ColumnInput.MAX_VALUES);
        long total = 0;
        for (var length : lengths) {
            total += length;
        }
        if (total > ColumnInput.MAX_VALUES) {
            throw new IllegalArgumentException("arrays hold too many values");
        }
        var columns = new ValueColumn[places(lengths)];
        for (var place = 0; place < columns.length && total > 0; place++) {
            columns[place] = ValueColumn.read(in, (int) total / columns.length, depth + 1);
        }
        return new ArrayColumn(lengths, columns);
    }

    /// How many columns of values there are.
    static int places(int[] lengths) {
        for (var length : lengths) {
            if (length != lengths[0] || length > MAX_TUPLE) {
                return 1;
            }
        }
        return Math.max(1, lengths[0]);
    }

    @Override
    public void writeNext(CborOutput out) {
        var length = lengths[next++];
        out.writeHead(CborScan.ARRAY, length);
        for (var place = 0; place < length; place++) {
            columns[place % columns.length].writeNext(out);
        }
    }
}
