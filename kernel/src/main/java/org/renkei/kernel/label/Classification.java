package org.renkei.kernel.label;

import java.util.Arrays;

/// The five levels every nation's own words are mapped to, lowest first; the ordinal is the level 0–4.
/// The marking is the word of the text form, the same in every language.
public enum Classification {
    UNCLASSIFIED("UNCLASSIFIED"),
    RESTRICTED("RESTRICTED"),
    CONFIDENTIAL("CONFIDENTIAL"),
    SECRET("SECRET"),
    TOP_SECRET("TOP SECRET");

    private final String marking;

    Classification(String marking) {
        this.marking = marking;
    }

    public String marking() {
        return marking;
    }

    public int level() {
        return ordinal();
    }

    /// True for everything that an information protection agreement must cover.
    public boolean isClassified() {
        return this != UNCLASSIFIED;
    }

    public Classification highest(Classification other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// Reads a marking (`TOP SECRET`) or a constant's name (`TOP_SECRET`).
    public static Classification parse(String text) {
        var wanted = text.strip().replace('_', ' ');
        return Arrays.stream(values())
                .filter(level -> level.marking.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new LabelException("unknown classification '" + text.strip()
                        + "'; use one of UNCLASSIFIED, RESTRICTED, CONFIDENTIAL, SECRET, TOP SECRET"));
    }
}
