package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.column.ColumnInput;
import org.renkei.kernel.link.column.ColumnOutput;
import org.renkei.kernel.link.column.EntryColumns;

/// Leaves of a ledger laid out by columns, for a general compressor to go on with. Decoding gives back every byte;
/// the result is small for entries that are alike, and never much larger than they are.
///
/// Layout: format 1; number of leaves; for each the form in which it comes, as a column: in columns, raw, blank or
/// held; entries in columns; raw entries; hashes. Entries that are no map in its shortest form, and those beyond
/// what a reader unfolds, come raw.
public final class ColumnCodec {
    public static final int MAX_LEAVES = 65_536;

    private static final int FORMAT = 1;
    private static final int MAX_COLUMN_BYTES = 4 << 20;

    private enum Form {
        COLUMNS,
        RAW,
        BLANK,
        HELD
    }

    private ColumnCodec() {}

    /// @param from position of the first leaf
    /// @throws IllegalArgumentException when there are more than [#MAX_LEAVES]
    public static byte[] encode(long from, List<LedgerLeaf> leaves) {
        if (leaves.size() > MAX_LEAVES) {
            throw new IllegalArgumentException("too many leaves at once: " + leaves.size());
        }
        var forms = new int[leaves.size()];
        var regular = new ArrayList<byte[]>();
        var raw = new ArrayList<byte[]>();
        var hashes = new ColumnOutput();
        var room = new Room();
        for (var i = 0; i < forms.length; i++) {
            switch (leaves.get(i)) {
                case LedgerLeaf.Whole(var bytes) -> {
                    var fits = room.take(bytes, from + i);
                    forms[i] = (fits ? Form.COLUMNS : Form.RAW).ordinal();
                    (fits ? regular : raw).add(bytes);
                }
                case LedgerLeaf.Blank(var leaf) -> {
                    forms[i] = Form.BLANK.ordinal();
                    hashes.write(leaf.bytes(), 0, Hash.LENGTH);
                }
                case LedgerLeaf.Held() -> forms[i] = Form.HELD.ordinal();
            }
        }
        var out = new ColumnOutput();
        out.writeByte(FORMAT);
        out.writeVarint(forms.length);
        EntryColumns.writeNumbers(out, forms);
        EntryColumns.write(out, regular);
        EntryColumns.writeRaw(out, raw);
        var blank = hashes.bytes();
        out.write(blank, 0, blank.length);
        return out.bytes();
    }

    /// @param from position of the first leaf
    /// @throws IllegalArgumentException when the bytes are no columns, or would unfold beyond the bounds
    public static List<LedgerLeaf> decode(long from, byte[] columns) {
        var in = new ColumnInput(columns);
        if (in.readCount(FORMAT) != FORMAT) {
            throw new IllegalArgumentException("columns of an unknown format");
        }
        var forms = EntryColumns.readNumbers(in, in.readCount(MAX_LEAVES), Form.values().length - 1);
        var counts = new int[Form.values().length];
        var positions = new long[forms.length];
        for (var i = 0; i < forms.length; i++) {
            if (forms[i] == Form.COLUMNS.ordinal()) {
                positions[counts[forms[i]]] = from + i;
            }
            counts[forms[i]]++;
        }
        var regular = EntryColumns.read(in, Arrays.copyOf(positions, counts[0])).iterator();
        var raw = EntryColumns.readRaw(in, counts[1]).iterator();
        var leaves = new ArrayList<LedgerLeaf>(forms.length);
        for (var form : forms) {
            leaves.add(
                    switch (Form.values()[form]) {
                        case COLUMNS -> new LedgerLeaf.Whole(regular.next());
                        case RAW -> new LedgerLeaf.Whole(raw.next());
                        case BLANK -> new LedgerLeaf.Blank(Hash.of(in.readBytes(Hash.LENGTH)));
                        case HELD -> new LedgerLeaf.Held();
                    });
        }
        if (!in.atEnd()) {
            throw new IllegalArgumentException("bytes after the end of columns");
        }
        return leaves;
    }

    /// What a reader unfolds, as far as it is not used up.
    private static final class Room {
        private int bytes = MAX_COLUMN_BYTES;
        private int values = ColumnInput.MAX_VALUES;

        boolean take(byte[] entry, long position) {
            if (entry.length > bytes) {
                return false;
            }
            var count = EntryColumns.countValues(entry, position);
            if (count < 0 || count > values) {
                return false;
            }
            bytes -= entry.length;
            values -= count;
            return true;
        }
    }
}
