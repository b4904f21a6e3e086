package org.renkei.testing;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the audit log says of the lists and pages on which somebody was shown a record.
public final class Shown {
    private Shown() {}

    /// The lists, each as often as it was noted, the newest first.
    public static List<String> to(String actor, RunningNode node, String record) {
        return entries(node, record).stream()
                .filter(one -> one.path("actor").asString().equals(actor))
                .map(one -> one.path("details").path("list").asString())
                .toList();
    }

    /// What stands in the trail of the record, the newest first.
    public static List<JsonNode> entries(RunningNode node, String record) {
        return node.get("/api/v1/audit?event=list-read&record=" + record)
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }
}
