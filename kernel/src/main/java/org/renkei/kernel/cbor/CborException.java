package org.renkei.kernel.cbor;

/// Bytes that are not a deterministic encoding within the profile. `offset` is where reading stopped, from 0.
public final class CborException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int offset;

    public CborException(String reason, int offset) {
        super(reason + " at byte " + offset);
        this.reason = reason;
        this.offset = offset;
    }

    public String reason() {
        return reason;
    }

    public int offset() {
        return offset;
    }
}
