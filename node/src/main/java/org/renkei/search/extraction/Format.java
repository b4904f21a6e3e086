package org.renkei.search.extraction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What text is taken out of: by the media type that the upload was given, or by the end of the name where
/// a browser knows no type.
public enum Format {
    PDF(true, "application/pdf", ".pdf"),
    WORD(true, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    SHEET(true, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    /// Read within the node: there is nothing in it to take apart.
    PLAIN(false, "text/", ".txt", ".csv", ".tsv", ".md", ".log", ".json", ".xml");

    private final boolean apart;
    private final String type;
    private final String[] endings;

    Format(boolean apart, String type, String... endings) {
        this.apart = apart;
        this.type = type;
        this.endings = endings;
    }

    /// Whether it takes a process of its own.
    public boolean isApart() {
        return apart;
    }

    public static Optional<Format> of(String type, String name) {
        var ending = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one == PLAIN ? type.startsWith(one.type) : type.equals(one.type))
                .findFirst()
                .or(() -> type.startsWith("image/")
                        ? Optional.empty()
                        : Arrays.stream(values())
                                .filter(one -> Arrays.stream(one.endings).anyMatch(ending::endsWith))
                                .findFirst());
    }
}
