package org.renkei.party;

import java.util.List;

/// A security policy as people see it: what its classifications, caveats and purposes are called.
public record PolicyWords(
        String id, String nameEn, String nameJa, List<Level> classifications, List<Word> caveats, List<Word> purposes) {

    public PolicyWords {
        classifications = List.copyOf(classifications);
        caveats = List.copyOf(caveats);
        purposes = List.copyOf(purposes);
    }

    /// A classification: level 0–4, its marking in labels, the policy's own word.
    public record Level(int level, String marking, String nameEn, String nameJa) {}

    /// A caveat or a purpose.
    public record Word(String code, String nameEn, String nameJa) {}
}
