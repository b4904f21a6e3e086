package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.List;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

final class ColumnCodec {
    private ColumnCodec() {}

    static byte[] encode(long from, List<LedgerLeaf> leaves) {
        var all = new ArrayList<CborValue>();
        for (var leaf : leaves) {
            all.add(
                    switch (leaf) {
                        case LedgerLeaf.Whole(var bytes) -> new CborArray(List.of(new CborBytes(bytes)));
                        case LedgerLeaf.Blank(var hash) -> new CborBytes(hash.bytes());
                        case LedgerLeaf.Held held -> new CborInt(0);
                    });
        }
        return Cbor.encode(new CborArray(all));
    }

    static List<LedgerLeaf> decode(long from, byte[] columns) {
        if (!(Cbor.decode(columns) instanceof CborArray(var items))) {
            throw new IllegalArgumentException("no columns");
        }
        var leaves = new ArrayList<LedgerLeaf>();
        for (var item : items) {
            leaves.add(
                    switch (item) {
                        case CborArray(var one)
                        when one.size() == 1 && one.getFirst() instanceof CborBytes bytes ->
                            new LedgerLeaf.Whole(bytes.value());
                        case CborBytes bytes -> new LedgerLeaf.Blank(Hash.of(bytes.value()));
                        case CborInt number -> new LedgerLeaf.Held();
                        default -> throw new IllegalArgumentException("no columns");
                    });
        }
        return leaves;
    }
}
