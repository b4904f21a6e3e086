package org.renkei.kernel.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;

/// One entry of the ledger that a node keeps for one partner. Positions count from 1 without gaps; the position is
/// part of the encoding, so that an entry cannot be moved.
///
/// Encoding: a CBOR map `{n: position, e: "release", r: record}` or `{n: position, e: "recall", i: record id}`.
public sealed interface LedgerEntry {

    long position();

    UUID record();

    /// A form of a record that the partner may hold; it takes the place of what was released of the record before.
    record Release(long position, SharedRecord form) implements LedgerEntry {
        @Override
        public UUID record() {
            return form.id();
        }
    }

    /// The partner may no longer hold anything of the record.
    record Recall(long position, UUID record) implements LedgerEntry {}

    default byte[] encode() {
        var map = new LinkedHashMap<String, CborValue>();
        map.put("n", new CborInt(position()));
        switch (this) {
            case Release(var position, var form) -> {
                map.put("e", new CborText("release"));
                map.put("r", RecordCodec.toCbor(form));
            }
            case Recall(var position, var record) -> {
                map.put("e", new CborText("recall"));
                map.put("i", new CborBytes(RecordIds.bytes(record)));
            }
        }
        return Cbor.encode(new CborMap(map));
    }

    /// @throws RuntimeException of kernel types when the bytes are no entry; the message says which field is wrong
    static LedgerEntry decode(byte[] bytes) {
        if (!(Cbor.decode(bytes) instanceof CborMap(var map))
                || !(map.get("n") instanceof CborInt(var position))
                || !(map.get("e") instanceof CborText(var type))) {
            throw new IllegalArgumentException("a ledger entry is a map with a position and a type");
        }
        return switch (type) {
            case "release" -> new Release(position, RecordCodec.fromCbor(required(map, "r")));
            case "recall" -> {
                if (!(required(map, "i") instanceof CborBytes id)) {
                    throw new IllegalArgumentException("a recall names a record id");
                }
                yield new Recall(position, RecordIds.ofBytes(id.value()));
            }
            case String other -> throw new IllegalArgumentException("unknown type of ledger entry '" + other + "'");
        };
    }

    private static CborValue required(Map<String, CborValue> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("field '" + key + "' of a ledger entry is missing");
        }
        return value;
    }
}
