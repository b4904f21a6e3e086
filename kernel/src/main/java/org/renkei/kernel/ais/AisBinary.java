package org.renkei.kernel.ais;

import java.util.HexFormat;

/// Content of an application that the decoder does not interpret: how many bits, and these as bytes, the
/// last one filled up with zeros.
public record AisBinary(int bits, byte[] bytes) {
    public AisBinary {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AisBinary binary
                && binary.bits == bits
                && binary.hex().equals(hex());
    }

    @Override
    public int hashCode() {
        return 31 * bits + hex().hashCode();
    }

    @Override
    public String toString() {
        return bits + ":" + hex();
    }
}
