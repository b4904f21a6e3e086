package org.renkei.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.renkei.party.Party;
import org.renkei.party.PartyRegister;
import org.renkei.records.Kinds;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Words for codes, in both languages: those of the kinds of records, of nations, and of this node. A code
/// that is not known stands for itself.
@Component
class PublicWords {
    private final Map<String, Texts> values = new HashMap<>();
    private final Map<String, Texts> nations;
    private final Texts node;

    PublicWords(Kinds kinds, PartyRegister register, NodeSettings settings) {
        for (var kind : kinds.list()) {
            kind.schema()
                    .path("properties")
                    .properties()
                    .forEach(field -> field.getValue()
                            .path("x-values")
                            .properties()
                            .forEach(value -> values.put(
                                    key(kind.kind(), field.getKey(), value.getKey()), Texts.of(value.getValue()))));
        }
        nations = register.listParties().stream()
                .collect(Collectors.toMap(Party::code, party -> new Texts(party.nameEn(), party.nameJa())));
        node = new Texts(settings.name().en(), settings.name().ja());
    }

    String value(String kind, String field, String code, String language) {
        var known = values.get(key(kind, field, code));
        return known == null ? code : known.in(language);
    }

    String nation(String code, String language) {
        var known = nations.get(code);
        return known == null ? code : known.in(language);
    }

    Texts node() {
        return node;
    }

    private static String key(String kind, String field, String code) {
        return kind + " " + field + " " + code;
    }
}
