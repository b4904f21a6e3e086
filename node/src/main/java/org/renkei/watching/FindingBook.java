package org.renkei.watching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.release.ReleaseDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Findings on their way to becoming records, and those records that say something is going on. What cannot be stored
/// is tried again. Not thread safe.
@Repository
class FindingBook {
    private static final Logger LOG = LoggerFactory.getLogger(FindingBook.class);
    private static final int MOST_UNSTORED = 10_000;
    private static final int BATCH = 200;
    private static final Caller SELF = Caller.part("watch");

    private final ReleaseDesk releases;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<String, ObjectNode> unstored = new LinkedHashMap<>();

    FindingBook(ReleaseDesk releases, JdbcClient jdbc, JsonMapper json) {
        this.releases = releases;
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param draft by [FindingDrafts]; takes the place of one under the same key that is not stored yet
    /// @return how many had to be given up, the oldest first, because nothing could be stored for long
    int add(String key, ObjectNode draft) {
        unstored.put(key, draft);
        var dropped = 0;
        for (; unstored.size() > MOST_UNSTORED; dropped++) {
            unstored.remove(unstored.keySet().iterator().next());
        }
        return dropped;
    }

    /// Who watched until now remembers nothing any more: whatever was going on is followed no longer, and its record
    /// says so.
    void interrupted() {
        jdbc.sql("select key, draft from watching.going_on").query(row -> {
            unstored.putIfAbsent(row.getString("key"), (ObjectNode) json.readTree(row.getString("draft")));
        });
        unstored.values().stream()
                .filter(FindingBook::isGoingOn)
                .forEach(draft -> draft.withObject("/body").put("state", FindingDrafts.UNFOLLOWED));
    }

    boolean isEmpty() {
        return unstored.isEmpty();
    }

    /// Stores what waits, so much at a time.
    ///
    /// @return what the store refused, if anything; null when nothing was refused
    /// @throws RuntimeException when nothing could be stored; it waits on
    @Nullable
    String store() {
        var some = new LinkedHashMap<String, ObjectNode>();
        unstored.entrySet().stream().limit(BATCH).forEach(one -> some.put(one.getKey(), one.getValue()));
        var refused = releases.createAll(List.copyOf(some.values()), SELF, Locale.ENGLISH).stream()
                .filter(outcome -> outcome.errors() != null)
                .findFirst()
                .map(outcome -> String.valueOf(outcome.errors()));
        refused.ifPresent(errors -> LOG.error("a finding was refused: {}", errors));
        some.forEach(this::keepGoingOn);
        some.keySet().forEach(unstored::remove);
        return refused.orElse(null);
    }

    /// After the records: whoever is interrupted in between leaves one that stays as it is, and loses nothing.
    private void keepGoingOn(String key, ObjectNode draft) {
        if (isGoingOn(draft)) {
            jdbc.sql("""
                            insert into watching.going_on (key, draft) values (?, cast(? as jsonb))
                            on conflict (key) do update set draft = excluded.draft""").params(key, draft.toString()).update();
        } else {
            jdbc.sql("delete from watching.going_on where key = ?").param(key).update();
        }
    }

    private static boolean isGoingOn(JsonNode draft) {
        return draft.at("/body/state").asString("").equals(FindingDrafts.GOING_ON);
    }
}
