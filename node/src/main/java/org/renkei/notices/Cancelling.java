package org.renkei.notices;

import org.renkei.feeds.FeedDraft;
import tools.jackson.databind.node.ObjectNode;

/// The draft of a record whose source took back what it said: as it was, with what the cancellation says,
/// and marked as
/// cancelled in the title and in the words of its kind.
final class Cancelling {
    private static final int LONGEST_TITLE = 200;

    private Cancelling() {}

    /// @param before as the record was written last
    static ObjectNode draft(ObjectNode before, FeedDraft cancellation) {
        var draft = before.deepCopy();
        var body = draft.withObject("/body");
        var title = body.path("title").deepCopy();
        cancellation.body().properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        if (title instanceof ObjectNode texts) {
            prefix(texts, "en", "Cancelled: ");
            prefix(texts, "ja", "取消: ");
            body.set("title", texts);
        }
        if (draft.path("kind").asString().equals("alert")) {
            body.put("msgType", "Cancel").put("urgency", "Past");
            if (body.has("sent")) {
                body.set("expires", body.path("sent"));
            }
        } else if (draft.path("kind").asString().equals("hazard")) {
            body.put("status", "cancelled");
        }
        return draft;
    }

    private static void prefix(ObjectNode texts, String language, String word) {
        var text = texts.path(language).asString("");
        if (!text.isEmpty() && !text.startsWith(word)) {
            var whole = word + text;
            texts.put(language, whole.length() <= LONGEST_TITLE ? whole : whole.substring(0, LONGEST_TITLE - 1) + "…");
        }
    }
}
