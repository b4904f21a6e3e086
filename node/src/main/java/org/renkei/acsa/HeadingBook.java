package org.renkei.acsa;

import java.util.Map;
import java.util.Optional;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.acsa.past.PastField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the columns of spreadsheets were taken for before.
@Repository
class HeadingBook {
    private final JdbcClient jdbc;
    private final Bulk bulk;

    HeadingBook(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    Optional<PastField> find(String heading) {
        return jdbc.sql("select field from acsa.heading where heading = ?")
                .param(FoldBook.plain(PastField.plain(heading)))
                .query(String.class)
                .optional()
                .flatMap(PastField::find);
    }

    void remember(Map<String, PastField> headings) {
        bulk.update(
                """
                insert into acsa.heading (heading, field) select * from unnest(?, ?)
                on conflict (heading) do update set field = excluded.field
                """,
                Column.texts(headings.keySet().stream().map(FoldBook::plain).toList()),
                Column.texts(headings.values().stream().map(PastField::code).toList()));
    }
}
