package org.renkei.kernel.cbor;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A string of bytes, equal by content. The array is copied on the way in and on the way out.
public record CborBytes(byte[] value) implements CborValue {

    public CborBytes {
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    byte[] uncopied() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CborBytes that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "CborBytes[" + HexFormat.of().formatHex(value) + "]";
    }
}
