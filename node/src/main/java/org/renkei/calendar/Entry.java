package org.renkei.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// One thing in a calendar, as one person sees it.
///
/// @param key what it is of: made of ids of records that the person sees, and of nothing else
/// @param starts midnight in UTC where it lasts all day
/// @param ends null where it is a moment
/// @param body code of the body that it is for; null when it is for no one body
/// @param summary by language
/// @param text as its writer wrote it
/// @param label of all that it says
record Entry(
        String key,
        Instant starts,
        @Nullable Instant ends,
        boolean allDay,
        @Nullable String body,
        Map<String, String> summary,
        String text,
        String label) {

    /// The same for everybody who sees it, for as long as there is a calendar.
    String uid(String node) {
        return UUID.nameUUIDFromBytes(("calendar " + key).getBytes(UTF_8)) + "@" + node + ".renkei";
    }

    /// Its label stands in front, so that it is seen wherever the entry is shown.
    String summary(String language) {
        return "[" + label + "] " + summary.getOrDefault(language, "");
    }

    /// Of everything that is given out in a language.
    Hash digest(String language) {
        var all = String.join("\n", starts.toString(), String.valueOf(ends), summary(language), text);
        return Hash.ofContent(all.getBytes(UTF_8));
    }
}
