package org.renkei.setup;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The settings file as a setup writes it. Every value stands in quotation marks, as JSON writes
/// it, which YAML reads.
final class SettingsText {
    private SettingsText() {}

    /// @param partner the file of the first partner's card; empty for none
    static String of(Map<String, String> values, String partner) {
        var text = new StringBuilder("renkei:\n");
        line(text, 1, "node", values, "node");
        text.append("  name:\n");
        line(text, 2, "en", values, "nameEn");
        line(text, 2, "ja", values, "nameJa");
        line(text, 1, "data", values, "data");
        text.append("  exercise: ").append(is(values, "exercise")).append('\n');
        text.append("  api:\n");
        line(text, 2, "address", values, "apiAddress");
        text.append("    port: ").append(values.get("apiPort")).append('\n');
        if (!values.getOrDefault("tlsCertificate", "").isEmpty()) {
            text.append("    tls:\n");
            line(text, 3, "certificate", values, "tlsCertificate");
            line(text, 3, "key", values, "tlsKey");
        }
        text.append("  link:\n");
        line(text, 2, "address", values, "linkAddress");
        text.append("    port: ").append(values.get("linkPort")).append('\n');
        if (!values.getOrDefault("backup", "").isEmpty()) {
            text.append("  backup:\n");
            line(text, 2, "folder", values, "backup");
        }
        text.append(partner.isEmpty() ? "  partners: []\n" : "  partners:\n    - card: " + quoted(partner) + "\n");
        if (!partner.isEmpty()) {
            line(text, 3, "fingerprint", values, "fingerprint");
            line(text, 3, "clearance", values, "clearance");
            text.append("      caveats: [").append(list(values, "caveats")).append("]\n");
            text.append("      purposes: [").append(list(values, "purposes")).append("]\n");
        }
        return text.toString();
    }

    static boolean is(Map<String, String> values, String field) {
        return values.getOrDefault(field, "").matches("(?i)y|yes|true|はい");
    }

    private static void line(StringBuilder text, int depth, String key, Map<String, String> values, String field) {
        var value = values.getOrDefault(field, "");
        if (!value.isEmpty()) {
            text.append("  ".repeat(depth))
                    .append(key)
                    .append(": ")
                    .append(quoted(value))
                    .append('\n');
        }
    }

    private static String list(Map<String, String> values, String field) {
        return Arrays.stream(values.getOrDefault(field, "").split("[,、\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(SettingsText::quoted)
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
