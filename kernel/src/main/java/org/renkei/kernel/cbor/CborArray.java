package org.renkei.kernel.cbor;

import java.util.List;

/// A sequence of values.
public record CborArray(List<CborValue> values) implements CborValue {

    public CborArray {
        values = List.copyOf(values);
    }

    public static CborArray of(CborValue... values) {
        return new CborArray(List.of(values));
    }
}
