package org.renkei.acsa;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.renkei.kernel.acsa.AcsaTerms;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Activity;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the agreements allow, as this node ships it. A mistake in it stops the node.
final class TermsFile {
    private static final String PATH = "/party/acsa-terms.yaml";

    private TermsFile() {}

    static List<AcsaTerms> read() {
        try (InputStream in = TermsFile.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("the node lacks its own " + PATH);
            }
            var tree = YAMLMapper.builder().build().readTree(in);
            return tree.path("terms")
                    .valueStream()
                    .map(row -> terms(row, tree.path("lists").path(text(row, "categories"))))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AcsaTerms terms(JsonNode node, JsonNode categories) {
        if (categories.isEmpty()) {
            throw new IllegalStateException(PATH + ": no list of categories for " + node);
        }
        return new AcsaTerms(
                text(node, "agreement"),
                LocalDate.parse(text(node, "validFrom")),
                constants(categories, SupplyCategory.class),
                constants(node.path("ammunitionIn"), Activity.class),
                text(node, "article"),
                text(node, "articleJa"),
                text(node, "source"));
    }

    private static String text(JsonNode node, String name) {
        var text = node.path(name).asString("");
        if (text.isBlank()) {
            throw new IllegalStateException(PATH + ": " + name + " is missing in " + node);
        }
        return text;
    }

    private static <E extends Enum<E>> Set<E> constants(JsonNode names, Class<E> type) {
        var found = new HashSet<E>();
        names.forEach(name -> found.add(
                Enum.valueOf(type, name.asString().toUpperCase(Locale.ROOT).replace('-', '_'))));
        return found;
    }
}
