package org.renkei.kernel.watch;

/// What a [Figure] measures, and in which unit.
public enum Measure {
    SILENCE("silence", "s"),
    SPEED("speed", "m/s"),
    SPEED_BEFORE("speed-before", "m/s"),
    IMPLIED_SPEED("implied-speed", "m/s"),
    MEAN_SPEED("mean-speed", "m/s"),
    DISTANCE("distance", "m"),
    LEAST_DISTANCE("least-distance", "m"),
    DURATION("duration", "s"),
    OTHERS_HEARD("others-heard", "1"),
    TIMES("times", "1"),
    OFF_BOW("off-bow", "°"),
    AIRCRAFT("aircraft", "1"),
    AIRCRAFT_AFFECTED("aircraft-affected", "1"),
    SHARE("share", "1");

    private final String code;
    private final String unit;

    Measure(String code, String unit) {
        this.code = code;
        this.unit = unit;
    }

    /// As it stands in records.
    public String code() {
        return code;
    }

    /// Symbol of the unit, `1` for a number or a share.
    public String unit() {
        return unit;
    }
}
