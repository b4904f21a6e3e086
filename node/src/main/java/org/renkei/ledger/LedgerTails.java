package org.renkei.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long each ledger is. Whoever has taken or locked a tail keeps it until its transaction ends, so that positions
/// commit in order; how far a ledger was given out and confirmed stands in its head, and waits for nobody here. Of one
/// ledger the tail is locked before the head.
@Component
class LedgerTails {
    private final JdbcClient jdbc;

    LedgerTails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String party) {
        jdbc.sql("insert into ledger.tail (party, size) values (?, 0) on conflict do nothing")
                .param(party)
                .update();
    }

    /// Takes so many positions and answers the last.
    long reserve(String party, int count) {
        return jdbc.sql("update ledger.tail set size = size + ? where party = ? returning size")
                .param(count)
                .param(party)
                .query(Long.class)
                .single();
    }

    /// How long the ledger is until the transaction ends.
    long lock(String party) {
        return size(party, "for update");
    }

    /// As [#lock], beside others who only want it to stay.
    void share(String party) {
        size(party, "for share");
    }

    void end(String party, long size) {
        jdbc.sql("update ledger.tail set size = ? where party = ?")
                .param(size)
                .param(party)
                .update();
    }

    long size(String party) {
        return size(party, "");
    }

    private long size(String party, String lock) {
        return jdbc.sql("select size from ledger.tail where party = ? " + lock)
                .param(party)
                .query(Long.class)
                .single();
    }
}
