package org.renkei.operation;

import org.jspecify.annotations.Nullable;

/// One thing that was looked at: how it stands, in words, and what to do when it is not well.
///
/// @param name of the thing, and of a link behind a colon the partner's key
public record Check(
        String name, Level level, Text text, @Nullable Text advice) {

    /// How well it is.
    public enum Level {
        OK,
        CAUTION,
        CRITICAL
    }

    /// In both languages.
    public record Text(String en, String ja) {}

    static Check ok(String name, String en, String ja) {
        return new Check(name, Level.OK, new Text(en, ja), null);
    }

    static Check caution(String name, Text text, Text advice) {
        return new Check(name, Level.CAUTION, text, advice);
    }

    static Check critical(String name, Text text, Text advice) {
        return new Check(name, Level.CRITICAL, text, advice);
    }

    static Text text(String en, String ja) {
        return new Text(en, ja);
    }
}
