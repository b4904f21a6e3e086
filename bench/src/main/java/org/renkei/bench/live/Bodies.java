package org.renkei.bench.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;

/// Bodies of records out of maps, lists and plain values.
final class Bodies {
    private Bodies() {}

    static CborValue cbor(Object value) {
        return switch (value) {
            case String text -> new CborText(text);
            case Number number -> new CborInt(number.longValue());
            case Boolean yes -> new CborBool(yes);
            case List<?> items -> new CborArray(items.stream().map(Bodies::cbor).toList());
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, CborValue>();
                map.forEach((key, inner) -> entries.put((String) key, cbor(inner)));
                yield new CborMap(entries);
            }
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
