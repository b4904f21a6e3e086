package org.renkei.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The views that people keep.
@Repository
class SavedViews {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(UUID id, UUID owner, ViewDraft said, Instant changedAt) {}

    /// Until the transaction ends nobody else writes views of this person.
    void lock(UUID owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('views ' || ?, 0))")
                .param(owner.toString())
                .query((row, number) -> number)
                .list();
    }

    List<Row> of(UUID owner) {
        return jdbc.sql("select * from views.view where owner = ? order by name, id")
                .param(owner)
                .query(this::row)
                .list();
    }

    List<Row> shared(Collection<UUID> owners) {
        return owners.isEmpty()
                ? List.of()
                : jdbc.sql("select * from views.view where shared and owner in (:owners) order by name, id")
                        .param("owners", owners)
                        .query(this::row)
                        .list();
    }

    Optional<Row> find(UUID owner, UUID id) {
        return jdbc.sql("select * from views.view where owner = ? and id = ?")
                .params(owner, id)
                .query(this::row)
                .optional();
    }

    void add(Row view) {
        begins(view);
        jdbc.sql("insert into views.view (name, shared, first, content, changed_at, id, owner)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?, ?)")
                .params(values(view))
                .update();
    }

    void change(Row view) {
        begins(view);
        jdbc.sql("update views.view set name = ?, shared = ?, first = ?, content = ?::jsonb, changed_at = ?"
                        + " where id = ? and owner = ?")
                .params(values(view))
                .update();
    }

    /// @return whether there was such a one
    boolean remove(UUID owner, UUID id) {
        return jdbc.sql("delete from views.view where owner = ? and id = ?")
                        .params(owner, id)
                        .update()
                == 1;
    }

    /// A map begins with one view only.
    private void begins(Row view) {
        if (view.said().first()) {
            jdbc.sql("update views.view set first = false where owner = ? and first and id <> ?")
                    .params(view.owner(), view.id())
                    .update();
        }
    }

    private List<Object> values(Row view) {
        var said = view.said();
        return List.of(
                said.name(),
                said.shared(),
                said.first(),
                json.writeValueAsString(said.content()),
                view.changedAt().atOffset(ZoneOffset.UTC),
                view.id(),
                view.owner());
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                new ViewDraft(
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getBoolean("first"),
                        json.readValue(row.getString("content"), ViewContent.class)),
                row.getTimestamp("changed_at").toInstant());
    }
}
