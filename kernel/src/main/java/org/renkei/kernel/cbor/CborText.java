package org.renkei.kernel.cbor;

/// A text of Unicode characters. A half surrogate pair is not a character: [IllegalArgumentException].
public record CborText(String value) implements CborValue {

    public CborText {
        requireCharacters(value);
    }

    static void requireCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                throw new IllegalArgumentException("half of a surrogate pair at index " + i);
            }
            i++;
        }
    }
}
