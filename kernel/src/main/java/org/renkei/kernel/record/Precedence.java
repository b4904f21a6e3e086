package org.renkei.kernel.record;

/// How urgent a record is, most urgent first (ACP 121). FLASH and IMMEDIATE overtake everything.
public enum Precedence {
    FLASH,
    IMMEDIATE,
    PRIORITY,
    ROUTINE;

    public boolean isUrgent() {
        return this == FLASH || this == IMMEDIATE;
    }

    public static Precedence parse(String text) {
        for (var one : values()) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "unknown precedence '" + text + "'; use FLASH, IMMEDIATE, PRIORITY or ROUTINE");
    }
}
