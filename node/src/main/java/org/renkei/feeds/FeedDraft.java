package org.renkei.feeds;

import tools.jackson.databind.node.ObjectNode;

/// A record as the node's API takes it. Open public data is labeled `UNCLASSIFIED//PUBLIC`; what its source
/// marks as a
/// drill or a test carries EXERCISE besides, whatever label the caller asks for.
public record FeedDraft(
        String kind, String label, String precedence, FeedSource source, String author, ObjectNode body) {
    public static final String PUBLIC = "UNCLASSIFIED//PUBLIC";

    private static final String EXERCISE = "//EXERCISE";
    private static final int MAX_AUTHOR = 128;

    public FeedDraft {
        author = author.substring(0, Math.min(author.length(), MAX_AUTHOR));
    }

    static FeedDraft real(String kind, String precedence, FeedSource source, String author, FeedBody body) {
        return new FeedDraft(kind, PUBLIC, precedence, source, author, body.node());
    }

    /// Of a drill or a test, or for an exercise as a whole.
    public boolean exercise() {
        return label.endsWith(EXERCISE);
    }

    /// The same for a drill or a test.
    FeedDraft asExercise() {
        return withLabel(label + EXERCISE);
    }

    FeedDraft withLabel(String wanted) {
        boolean mark = label.endsWith(EXERCISE) && !wanted.endsWith(EXERCISE);
        return new FeedDraft(kind, mark ? wanted + EXERCISE : wanted, precedence, source, author, body);
    }
}
