package org.renkei.documents;

import java.time.Instant;
import java.util.List;

/// A document as it is to be printed.
///
/// @param purpose what it is and what it is not, below the title
/// @param marking the label of all that stands in it together; at head and foot of every page
/// @param reference what names this document, at the foot of every page
/// @param made when it was made: the only time in the file, so that the same document has the same bytes
public record Document(Words title, Words purpose, String marking, String reference, Instant made, List<Block> blocks) {
    public Document {
        if (marking.isBlank()) {
            throw new IllegalArgumentException("a document without a marking");
        }
        blocks = List.copyOf(blocks);
    }
}
