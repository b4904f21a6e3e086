package org.renkei.ledger;

import java.util.List;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Changes the one row of each ledger, and seals it again; but never a row that somebody else has changed: that stays
/// as it can be found.
@Component
class LedgerHeads {
    private final JdbcClient jdbc;
    private final RowSeals seals;
    private final SealedRows rows;

    LedgerHeads(JdbcClient jdbc, RowSeals seals, SealedRows rows) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.rows = rows;
    }

    void open(String party) {
        rows.seal(
                SealedTable.LEDGER,
                jdbc.sql("insert into ledger.ledger (party, size) values (?, 0) on conflict do nothing returning *")
                        .param(party));
    }

    /// @param update of the row of this party, ends with `returning *`
    /// @return whether the row was as this node had left it
    boolean change(String party, StatementSpec update) {
        var sound = lock(party);
        if (sound) {
            rows.seal(SealedTable.LEDGER, update);
        } else {
            update.query((row, number) -> true).list();
        }
        return sound;
    }

    List<String> parties() {
        return jdbc.sql("select party from ledger.ledger order by party")
                .query((row, number) -> row.getString("party"))
                .list();
    }

    private boolean lock(String party) {
        return jdbc.sql("select * from ledger.ledger where party = ? for update")
                .param(party)
                .query((row, number) -> seals.fits(SealedTable.LEDGER, row))
                .optional()
                .orElse(true);
    }
}
