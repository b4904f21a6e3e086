package org.renkei.kernel.relief;

/// A number of whole units; 0 where nothing was said.
public record Amount(long units, String unit) {
    static final Amount NONE = new Amount(0, "");
}
