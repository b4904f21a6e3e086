package org.renkei.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes rows of a [SealedTable] together with their seals.
@Component
public class SealedRows {
    private static final int PAGE = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Bulk bulk;
    private final RowSeals seals;

    SealedRows(JdbcClient jdbc, JdbcTemplate template, Bulk bulk, RowSeals seals) {
        this.jdbc = jdbc;
        this.template = template;
        this.bulk = bulk;
        this.seals = seals;
    }

    private record Sealed(List<Object> key, byte[] seal) {}

    /// Seals what a statement has written.
    ///
    /// @param written ends with `returning *`
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(SealedTable table, JdbcClient.StatementSpec written) {
        written.query((row, number) -> sealed(table, row))
                .list()
                .forEach(one -> jdbc.sql("update " + table.table() + " set row_seal = ? where "
                                + String.join(" = ? and ", table.key()) + " = ?")
                        .param(one.seal())
                        .params(one.key())
                        .update());
    }

    private Sealed sealed(SealedTable table, ResultSet row) throws SQLException {
        var key = new ArrayList<Object>();
        for (var column : table.key()) {
            key.add(row.getObject(column));
        }
        return new Sealed(key, seals.of(table, row));
    }

    /// Seals every row of these tables, as it is; answers how many.
    @Transactional
    public long sealAll(Collection<SealedTable> tables) {
        var count = 0L;
        for (var table : tables) {
            var page = new Page(table);
            template.query(
                    connection -> {
                        var statement = connection.prepareStatement("select ctid::text place, * from " + table.table());
                        statement.setFetchSize(PAGE);
                        return statement;
                    },
                    (RowCallbackHandler) page::add);
            count += page.finish();
        }
        return count;
    }

    private final class Page {
        private final SealedTable table;
        private final List<String> places = new ArrayList<>();
        private final List<byte[]> made = new ArrayList<>();
        private long count;

        private Page(SealedTable table) {
            this.table = table;
        }

        private void add(ResultSet row) throws SQLException {
            places.add(row.getString("place"));
            made.add(seals.of(table, row));
            count++;
            if (places.size() == PAGE) {
                write();
            }
        }

        private long finish() {
            write();
            return count;
        }

        private void write() {
            bulk.update(
                    "update " + table.table() + " t set row_seal = n.seal"
                            + " from unnest(?::text[], ?) n (place, seal) where t.ctid = n.place::tid",
                    Column.texts(places),
                    Column.bytes(made));
            places.clear();
            made.clear();
        }
    }
}
