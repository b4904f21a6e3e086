package org.renkei.kernel.record;

import java.util.Arrays;

/// What stands in place of a portion that a party may not hold as it is. By choosing anything but [#REMOVE] the author
/// puts the coarser value under the label of the record itself.
public enum Otherwise {
    REMOVE("remove"),
    /// The position on a grid of 0.1°, about 10 km.
    POSITION_10_KM("position-10km"),
    /// The position on a grid of 1°, about 100 km.
    POSITION_100_KM("position-100km"),
    /// The full hour in which the time lies, in UTC.
    TIME_HOUR("time-hour"),
    /// The day on which the time lies, in UTC.
    TIME_DAY("time-day"),
    /// Of an identity `{type, name, …}` the type alone.
    IDENTITY_TYPE("identity-type");

    private final String code;

    Otherwise(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Otherwise parse(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown redaction '" + code + "'; use one of "
                        + Arrays.stream(values()).map(Otherwise::code).toList()));
    }
}
