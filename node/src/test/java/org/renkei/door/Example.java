package org.renkei.door;

import org.renkei.door.AuthorizationTable.Row;

/// A path that a row of the table matches: nothing of that name is there.
final class Example {
    private Example() {}

    static String path(Row row) {
        return row.path()
                .replace("{id}", "01900000-0000-7000-8000-000000000000")
                .replace("{session}", "01900000-0000-7000-8000-000000000000")
                .replace("{sha256}", "0".repeat(64))
                .replace("{collection}", "tracks")
                .replace("{language}", "en")
                .replace("{party}", "USA")
                .replace("{version}", "9999")
                .replace("{name}", "none")
                .replace("**", "none.js");
    }
}
