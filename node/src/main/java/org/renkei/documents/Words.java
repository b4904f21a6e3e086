package org.renkei.documents;

/// A text in both languages of a document; where one is empty, or both are the same, it stands there once.
public record Words(String english, String japanese) {
    /// The same in both languages, as a number or a code is.
    public static Words same(String text) {
        return new Words(text, text);
    }

    /// On one line, Japanese first.
    public String together() {
        return english.equals(japanese) || japanese.isEmpty()
                ? english
                : english.isEmpty() ? japanese : japanese + "  " + english;
    }
}
