package org.renkei.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.renkei.keys.PrivateFiles;
import tools.jackson.databind.json.JsonMapper;

/// The answers so far, in a file beside the settings that are to be.
final class Answers {
    private final Path file;
    private final Map<String, String> given = new LinkedHashMap<>();

    Answers(Path config) {
        this.file = config.resolveSibling(config.getFileName() + ".setup");
        if (Files.exists(file)) {
            try {
                JsonMapper.shared()
                        .readTree(Files.readString(file))
                        .properties()
                        .forEach(one -> given.put(one.getKey(), one.getValue().asString("")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String get(String field) {
        return given.getOrDefault(field, "");
    }

    boolean has(Step step) {
        return given.containsKey(mark(step));
    }

    Map<String, String> all() {
        return Map.copyOf(given);
    }

    void keep(Step step, Map<String, String> values) {
        given.putAll(values);
        given.put(mark(step), "yes");
        try {
            PrivateFiles.write(file, JsonMapper.shared().writeValueAsString(given));
        } catch (IOException e) {
            throw new UncheckedIOException("the answers cannot be kept in " + file, e);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String mark(Step step) {
        return "done-" + step.code();
    }
}
