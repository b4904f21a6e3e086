package org.renkei.kernel.relief;

/// A text in both languages; what was written in one language alone stands in both.
public record Words(String en, String ja) {
    static final Words NONE = new Words("", "");

    public boolean isEmpty() {
        return en.isEmpty() && ja.isEmpty();
    }
}
