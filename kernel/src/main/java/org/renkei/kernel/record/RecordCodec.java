package org.renkei.kernel.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;

/// The one encoding of a record: a CBOR map of short keys. `decode(encode(r))` equals `r`, and any other bytes are
/// refused with [IllegalArgumentException] or its subclass, saying which field is not right.
///
/// | key | field | | key | field |
/// |---|---|---|---|---|
/// | `i` | id, 16 bytes | | `l` | label, text form |
/// | `o` | origin node | | `s` | portions: [pointer, label, otherwise] |
/// | `k` | kind | | `f` | references: 16 bytes each |
/// | `r` | revision | | `b` | body |
/// | `a` | author | | `x` | true when redacted, else absent |
/// | `t` | hybrid time, packed | | | every other key is kept as it is |
/// | `p` | precedence | | `u` | end of the release in microseconds since 1970, else absent |
public final class RecordCodec {
    static final List<String> KEYS = List.of("i", "o", "k", "r", "a", "t", "p", "l", "s", "f", "b", "x", "u");

    private RecordCodec() {}

    /// SHA-256 over the encoding.
    public static Hash digest(SharedRecord record) {
        return Hash.ofContent(encode(record));
    }

    public static byte[] encode(SharedRecord record) {
        return Cbor.encode(toCbor(record));
    }

    public static CborMap toCbor(SharedRecord record) {
        var map = new LinkedHashMap<String, CborValue>(record.unknown());
        map.put("i", new CborBytes(RecordIds.bytes(record.id())));
        map.put("o", new CborText(record.origin().toString()));
        map.put("k", new CborText(record.kind()));
        map.put("r", new CborInt(record.revision()));
        map.put("a", new CborText(record.author()));
        map.put("t", new CborInt(record.time().packed()));
        map.put("p", new CborText(record.precedence().name()));
        map.put("l", new CborText(record.label().text()));
        map.put(
                "s",
                new CborArray(
                        record.portions().stream().map(RecordCodec::portion).toList()));
        map.put(
                "f",
                new CborArray(record.references().stream()
                        .<CborValue>map(id -> new CborBytes(RecordIds.bytes(id)))
                        .toList()));
        map.put("b", record.body());
        if (record.redacted()) {
            map.put("x", new CborBool(true));
        }
        var until = record.until();
        if (until != null) {
            map.put("u", new CborInt(HybridTime.micros(until)));
        }
        return new CborMap(map);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static CborValue portion(Portion portion) {
        return new CborArray(List.of(
                new CborText(portion.at().toString()),
                new CborText(portion.label().text()),
                new CborText(portion.otherwise().code())));
    }

    public static SharedRecord decode(byte[] bytes) {
        return fromCbor(Cbor.decode(bytes));
    }

    public static SharedRecord fromCbor(CborValue value) {
        if (!(value instanceof CborMap(var map))) {
            throw new IllegalArgumentException("a record is a map");
        }
        var unknown = new HashMap<>(map);
        KEYS.forEach(unknown.keySet()::remove);
        var record = new SharedRecord(
                RecordIds.ofBytes(bytes(map, "i")),
                NodeId.parse(text(map, "o")),
                text(map, "k"),
                Math.toIntExact(integer(map, "r")),
                text(map, "a"),
                HybridTime.ofPacked(integer(map, "t")),
                Precedence.parse(text(map, "p")),
                Label.parse(text(map, "l")),
                portions(map),
                references(map),
                field(map, "b", CborMap.class),
                map.containsKey("x") && field(map, "x", CborBool.class).value(),
                map.containsKey("u") ? instant(integer(map, "u")) : null,
                unknown);
        if (!toCbor(record).equals(value)) {
            throw new IllegalArgumentException("a field of the record is not written in its one form");
        }
        return record;
    }

    private static List<Portion> portions(Map<String, CborValue> map) {
        var portions = new ArrayList<Portion>();
        for (var item : field(map, "s", CborArray.class).values()) {
            if (!(item instanceof CborArray(var parts))
                    || parts.size() != 3
                    || !(parts.get(0) instanceof CborText(var at))
                    || !(parts.get(1) instanceof CborText(var label))
                    || !(parts.get(2) instanceof CborText(var otherwise))) {
                throw new IllegalArgumentException("a portion is [pointer, label, otherwise]");
            }
            portions.add(new Portion(JsonPointer.parse(at), Label.parse(label), Otherwise.parse(otherwise)));
        }
        return portions;
    }

    private static List<UUID> references(Map<String, CborValue> map) {
        var references = new ArrayList<UUID>();
        for (var item : field(map, "f", CborArray.class).values()) {
            if (!(item instanceof CborBytes id)) {
                throw new IllegalArgumentException("a reference is an id");
            }
            references.add(RecordIds.ofBytes(id.value()));
        }
        return references;
    }

    private static byte[] bytes(Map<String, CborValue> map, String key) {
        return field(map, key, CborBytes.class).value();
    }

    private static String text(Map<String, CborValue> map, String key) {
        return field(map, key, CborText.class).value();
    }

    private static long integer(Map<String, CborValue> map, String key) {
        return field(map, key, CborInt.class).value();
    }

    private static <T extends CborValue> T field(Map<String, CborValue> map, String key, Class<T> type) {
        var value = map.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("field '" + key + "' of a record is missing or of another type");
        }
        return type.cast(value);
    }
}
