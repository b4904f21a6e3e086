package org.renkei.testing;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Has a node look through what it has sealed.
public final class Verifications {
    private Verifications() {}

    /// What a look that begins now finds. One that is under way already, as after a start, may have passed what was
    /// changed.
    public static List<JsonNode> look(RunningNode node) {
        awaitNone(node);
        node.post("/api/v1/verification", "");
        awaitNone(node);
        return node.get("/api/v1/verification")
                .json()
                .path("last")
                .path("parts")
                .valueStream()
                .flatMap(part -> part.path("findings").valueStream())
                .toList();
    }

    private static void awaitNone(RunningNode node) {
        TestFederation.eventually(
                "no look is under way",
                () -> node.get("/api/v1/verification")
                        .json()
                        .path("running")
                        .asString("")
                        .isEmpty());
    }
}
