package org.renkei.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.LabelException;

/// The section `translation` of the settings.
final class TranslationSections {
    private static final String ADDRESS =
            "https://[^\\s?#@]+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?(/[^\\s?#@]*)?";

    private final List<String> mistakes;
    private final Function<String, Path> path;

    /// @param path makes an absolute one of what stands in the file
    TranslationSections(List<String> mistakes, Function<String, Path> path) {
        this.mistakes = mistakes;
        this.path = path;
    }

    @Nullable
    TranslationSettings read(Section tree) {
        if (!tree.has("translation")) {
            return null;
        }
        var section = tree.section("translation");
        section.knows(Set.of(
                "url",
                "model",
                "key-file",
                "trusted",
                "party",
                "clearance",
                "caveats",
                "purposes",
                "consenting",
                "until"));
        var model = section.required("model");
        if (!model.matches("[^\\p{Cntrl}]{1,100}")) {
            mistakes.add(section.key("model") + ": 1 to 100 characters are expected here");
        }
        var party = section.required("party");
        if (!party.matches("[A-Z]{3,12}")) {
            mistakes.add(section.key("party") + ": '" + party + "' is no party, such as JPN");
        }
        return new TranslationSettings(
                url(section),
                model,
                readable(section, "key-file"),
                readable(section, "trusted"),
                party,
                clearance(section),
                Set.copyOf(section.texts("caveats")),
                Set.copyOf(section.texts("purposes")),
                Set.copyOf(section.texts("consenting")),
                until(section));
    }

    private URI url(Section section) {
        var url = section.required("url");
        if (url.matches(ADDRESS)) {
            try {
                return URI.create(url.replaceAll("/+$", ""));
            } catch (IllegalArgumentException e) {
                mistakes.add(section.key("url") + ": " + e.getMessage());
                return URI.create("https://invalid");
            }
        }
        mistakes.add(section.key("url") + ": '" + url
                + "' is not https://…/v1, or http on this machine; no name, password or ? stands in it");
        return URI.create("https://invalid");
    }

    private @Nullable Path readable(Section section, String key) {
        var file = section.optional(key).map(path).orElse(null);
        if (file != null && (!Files.isReadable(file) || Files.isDirectory(file))) {
            mistakes.add(section.key(key) + ": there is no readable file " + file);
        }
        return file;
    }

    private Classification clearance(Section section) {
        try {
            return Classification.parse(section.text("clearance", "UNCLASSIFIED"));
        } catch (LabelException e) {
            mistakes.add(section.key("clearance") + ": " + e.getMessage());
            return Classification.UNCLASSIFIED;
        }
    }

    private LocalDate until(Section section) {
        var until = section.required("until");
        try {
            return LocalDate.parse(until);
        } catch (DateTimeParseException e) {
            mistakes.add(section.key("until") + ": '" + until + "' is no day, such as 2027-03-31");
            return LocalDate.MIN;
        }
    }
}
