package org.renkei.kernel.watch;

/// What was measured, beside the limit that was in force.
///
/// @param limit the threshold that the value had to pass, or that value itself where there is none
public record Figure(Measure measure, double value, double limit) {
    public Figure {
        if (!Double.isFinite(value) || !Double.isFinite(limit)) {
            throw new IllegalArgumentException(measure + " is not measured: " + value + " beside " + limit);
        }
    }

    static Figure of(Measure measure, double value) {
        return new Figure(measure, value, value);
    }
}
