package org.renkei.setup;

import java.util.Locale;

/// What is wrong with an answer, and what to do.
public record Mistake(String field, String english, String japanese) {
    public String in(Locale language) {
        return language.getLanguage().equals("ja") ? japanese : english;
    }
}
