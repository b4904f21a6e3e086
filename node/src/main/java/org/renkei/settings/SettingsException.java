package org.renkei.settings;

import java.nio.file.Path;
import java.util.List;

/// Settings that a node cannot start with; `mistakes` names every one, each with its key.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public SettingsException(Path file, List<String> mistakes) {
        super(file + ":\n  " + String.join("\n  ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
