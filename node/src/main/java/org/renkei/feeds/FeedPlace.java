package org.renkei.feeds;

/// Where in a file: the entry of an archive (empty outside one) and the line, from 1; 0 means the whole.
public record FeedPlace(String entry, long line) {

    /// After the name of the file: `quakes.csv:17`, `telegrams.zip!a.xml:3`.
    public String after(String file) {
        return file + (entry.isEmpty() ? "" : "!" + entry) + (line == 0 ? "" : ":" + line);
    }
}
