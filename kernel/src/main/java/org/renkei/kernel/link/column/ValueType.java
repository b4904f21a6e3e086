package org.renkei.kernel.link.column;

/// What sort of value stands in a column at one place. The order is that of the payloads in a column.
enum ValueType {
    NULL,
    FALSE,
    TRUE,
    INT,
    FLOAT,
    TEXT,
    BYTES,
    ARRAY,
    MAP;

    private static final ValueType[] ALL = values();

    static ValueType of(long code) {
        if (code < 0 || code >= ALL.length) {
            throw new IllegalArgumentException("no type of value has the number " + code);
        }
        return ALL[(int) code];
    }

    /// The type of the checked value that begins at `at`.
    static ValueType at(byte[] cbor, int at) {
        return switch (CborScan.majorType(cbor, at)) {
            case CborScan.INT, CborScan.NEGATIVE -> INT;
            case CborScan.BYTES -> BYTES;
            case CborScan.TEXT -> TEXT;
            case CborScan.ARRAY -> ARRAY;
            case CborScan.MAP -> MAP;
            default ->
                switch (cbor[at] & 0xff) {
                    case CborScan.FALSE -> FALSE;
                    case CborScan.TRUE -> TRUE;
                    case CborScan.NULL -> NULL;
                    default -> FLOAT;
                };
        };
    }
}
