package org.renkei.kernel.link.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The columns of ledger entries. The position of an entry is implied by its place and not written.
///
/// A column of values is a byte, the [ValueType] of all or [ColumnWriter#MIXED] before a column of types; then for each
/// type that occurs its values in order: integers, floats and strings as columns, of arrays and maps the shape as
/// columns and then the columns of what is in them, see [MapColumn] and [ArrayColumn].
public final class EntryColumns {
    static final String POSITION = "n";

    private EntryColumns() {}

    /// How many values the entry is made of, or −1 when it cannot stand in columns: when it is not one map in its
    /// shortest form with its position at `n`.
    public static int countValues(byte[] entry, long position) {
        var values = CborScan.countValues(entry, 0, entry.length);
        return values > 0 && hasPosition(entry, position) ? values : -1;
    }

    /// @param entries of which all can stand in columns
    public static void write(ColumnOutput out, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var all = new ColumnOutput();
        var starts = new int[entries.size()];
        for (var i = 0; i < starts.length; i++) {
            starts[i] = all.length();
            all.write(entries.get(i), 0, entries.get(i).length);
        }
        new ColumnWriter(all.bytes(), out).write(starts, starts.length, 0);
    }

    /// The entries at these positions, each as it was written.
    public static List<byte[]> read(ColumnInput in, long[] positions) {
        if (positions.length == 0) {
            return List.of();
        }
        var column = ValueColumn.read(in, positions.length, 0);
        var cbor = new CborOutput();
        var entries = new ArrayList<byte[]>(positions.length);
        for (var position : positions) {
            cbor.begin(position);
            column.writeNext(cbor);
            entries.add(cbor.end());
        }
        return entries;
    }

    /// Numbers that stand for something, 0 and more.
    public static void writeNumbers(ColumnOutput out, int[] numbers) {
        IntegerColumn.write(out, numbers, numbers.length);
    }

    /// @throws IllegalArgumentException unless all are from 0 to `most`
    public static int[] readNumbers(ColumnInput in, int count, int most) {
        return IntegerColumn.readCounts(in, count, most);
    }

    /// Entries that cannot stand in columns.
    public static void writeRaw(ColumnOutput out, List<byte[]> entries) {
        IntegerColumn.write(
                out, entries.stream().mapToInt(entry -> entry.length).toArray(), entries.size());
        entries.forEach(entry -> out.write(entry, 0, entry.length));
    }

    public static List<byte[]> readRaw(ColumnInput in, int count) {
        var raw = StringColumn.readPlain(in, count);
        var entries = new ArrayList<byte[]>(count);
        for (var i = 0; i < count; i++) {
            entries.add(Arrays.copyOfRange(raw.bytes(), raw.from(i), raw.to(i)));
        }
        return entries;
    }

    private static boolean hasPosition(byte[] entry, long position) {
        var count = CborScan.argument(entry, 0);
        var at = CborScan.headLength(entry, 0);
        var found = 0;
        for (var i = 0; i < count; i++) {
            var value = CborScan.skip(entry, at);
            if (value - at == 2 && entry[at + 1] == POSITION.charAt(0)) {
                var isPosition =
                        CborScan.majorType(entry, value) == CborScan.INT && CborScan.argument(entry, value) == position;
                found += isPosition ? 1 : 2;
            }
            at = CborScan.skip(entry, value);
        }
        return found == 1;
    }
}
