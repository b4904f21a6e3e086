package org.renkei.publication;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A text of a record in the languages in which it was written.
record Texts(@Nullable String en, @Nullable String ja) {
    static final List<String> LANGUAGES = List.of("ja", "en");

    private static final Texts NONE = new Texts(null, null);

    /// One text for both is in the language of its letters.
    static Texts of(JsonNode node) {
        if (node.isObject()) {
            return new Texts(written(node.path("en")), written(node.path("ja")));
        }
        var text = written(node);
        return text == null ? NONE : isJapanese(text) ? new Texts(null, text) : new Texts(text, null);
    }

    boolean isEmpty() {
        return en == null && ja == null;
    }

    boolean isIn(String language) {
        return exactly(language) != null;
    }

    @Nullable
    String exactly(String language) {
        return language.equals("ja") ? ja : en;
    }

    /// In the other language where it was not written in this one.
    String in(String language) {
        var first = exactly(language);
        return first != null ? first : Objects.requireNonNullElse(language.equals("ja") ? en : ja, "");
    }

    /// `en / ja`, each once.
    String inBoth() {
        return String.join(" / ", Stream.of(in("en"), in("ja")).distinct().toList());
    }

    private static @Nullable String written(JsonNode node) {
        var text = node.asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean isJapanese(String text) {
        return text.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(script -> switch (script) {
            case HIRAGANA, KATAKANA, HAN -> true;
            case null, default -> false;
        });
    }
}
