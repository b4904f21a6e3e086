package org.renkei.release;

import org.renkei.records.Records;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;

/// What follows from the passing of time and from new settings, without anybody's doing.
@Service
public class ReleaseClock {
    private static final int PAGE = 1_000;

    private final Records records;
    private final Redecisions redecisions;
    private final Ends ends;
    private final String node;

    ReleaseClock(Records records, Redecisions redecisions, Ends ends, NodeSettings settings) {
        this.records = records;
        this.redecisions = redecisions;
        this.ends = ends;
        this.node = settings.node().toString();
    }

    /// Before any link opens: if the facts are not those of the last decisions, what waits in ledgers is held from
    /// here on. What was interrupted goes on in the background.
    public void start() {
        while (records.mark(PAGE) > 0) {
            continue;
        }
        checkFacts();
        endReleases();
    }

    /// A new day may bring agreements into force, suspend or end them.
    public void checkFacts() {
        redecisions.checkFacts(node);
        redecisions.work();
    }

    /// Ends releases whose time has come.
    public void endReleases() {
        while (ends.endNext()) {
            continue;
        }
    }
}
