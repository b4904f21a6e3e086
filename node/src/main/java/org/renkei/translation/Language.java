package org.renkei.translation;

import java.util.Optional;
import java.util.stream.Stream;

/// Into what is translated.
enum Language {
    EN("en", "English"),
    JA("ja", "Japanese");

    private final String code;
    private final String english;

    Language(String code, String english) {
        this.code = code;
        this.english = english;
    }

    static Optional<Language> of(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    String english() {
        return english;
    }
}
