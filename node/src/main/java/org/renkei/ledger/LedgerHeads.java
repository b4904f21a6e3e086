package org.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /// What is set in a row, by column, seen as it is; nothing where it stays so. Times are instants.
    interface Change {
        Map<String, ? extends @Nullable Object> of(ResultSet row) throws SQLException;
    }

    /// What became of a row.
    ///
    /// @param sound whether it was as this node had left it
    /// @param changed whether anything was set
    record Outcome(boolean sound, boolean changed) {}

    private record Next(Map<String, @Nullable Object> values, boolean sound) {}

    void open(String party) {
        rows.seal(
                SealedTable.LEDGER,
                jdbc.sql("insert into ledger.ledger (party) values (?) on conflict do nothing returning *")
                        .param(party));
    }

    /// The row stays locked until the transaction ends.
    Outcome change(String party, Change change) {
        var next = jdbc.sql("select * from ledger.ledger where party = ? for update")
                .param(party)
                .query((row, number) -> next(row, change))
                .optional()
                .orElse(new Next(Map.of(), true));
        if (!next.values().isEmpty()) {
            jdbc.sql("update ledger.ledger set "
                            + String.join(" = ?, ", next.values().keySet()) + " = ? where party = ?")
                    .params(parameters(next.values()))
                    .param(party)
                    .update();
        }
        return new Outcome(next.sound(), !next.values().isEmpty());
    }

    private Next next(ResultSet row, Change change) throws SQLException {
        var sound = seals.fits(SealedTable.LEDGER, row);
        var values = new TreeMap<String, @Nullable Object>(change.of(row));
        if (sound && !values.isEmpty()) {
            values.put("row_seal", seal(row, values));
        }
        return new Next(values, sound);
    }

    private byte[] seal(ResultSet row, Map<String, @Nullable Object> changed) throws SQLException {
        var columns = SealedTable.LEDGER.columns();
        var values = new @Nullable Object[columns.size()];
        for (var i = 0; i < values.length; i++) {
            var column = columns.get(i);
            values[i] = changed.containsKey(column) ? changed.get(column) : row.getObject(column);
        }
        return seals.of(SealedTable.LEDGER, values);
    }

    /// A time has microseconds in the seal and in the row; more would be rounded there.
    private static List<@Nullable Object> parameters(Map<String, @Nullable Object> values) {
        var parameters = new ArrayList<@Nullable Object>();
        values.values()
                .forEach(value -> parameters.add(
                        value instanceof Instant at
                                ? at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)
                                : value));
        return parameters;
    }

    List<String> parties() {
        return jdbc.sql("select party from ledger.ledger order by party")
                .query((row, number) -> row.getString("party"))
                .list();
    }
}
