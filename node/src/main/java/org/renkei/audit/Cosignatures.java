package org.renkei.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cosignatures of partners under this node's audit log. Every one of the last thirty days is kept, of
/// older ones the last of each day.
@Repository
public class Cosignatures {
    private final JdbcClient jdbc;

    Cosignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param superseded whether it is of a log that was given up for an older one
    public void insert(Cosignature one, boolean superseded) {
        jdbc.sql("""
                insert into audit.cosignature (node, size, root, at, text, superseded) values (?, ?, ?, ?, ?, ?)
                on conflict (node, size, root) do update set at = excluded.at, text = excluded.text
                """)
                .param(one.node().toString())
                .param(one.size())
                .param(one.root().bytes())
                .param(one.at().atOffset(ZoneOffset.UTC))
                .param(one.text())
                .param(superseded)
                .update();
        jdbc.sql("""
                delete from audit.cosignature old
                where node = ? and not superseded and at < cast(? as timestamptz) - interval '30 days'
                  and exists (select 1 from audit.cosignature later
                              where later.node = old.node and not later.superseded and later.at > old.at
                                and date_trunc('day', later.at) = date_trunc('day', old.at))
                """)
                .param(one.node().toString())
                .param(one.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The log came back with so many entries: what goes beyond is of a log that is not there any more.
    public void supersede(long beyond) {
        jdbc.sql("update audit.cosignature set superseded = true where size > ?")
                .param(beyond)
                .update();
    }

    /// The newest that a partner made and that still holds.
    public Optional<Cosignature> newest(NodeId node) {
        return jdbc.sql("""
                select * from audit.cosignature where node = ? and not superseded order by size desc, at desc limit 1
                """).param(node.toString()).query(Cosignatures::read).optional();
    }

    /// The newest one of each partner up to a size.
    List<Cosignature> newestUpTo(long size) {
        return jdbc.sql("""
                select distinct on (node) * from audit.cosignature
                where not superseded and size <= ? order by node, size desc, at desc
                """).param(size).query(Cosignatures::read).list();
    }

    /// Newest first.
    public List<Cosignature> list(int limit) {
        return jdbc.sql("select * from audit.cosignature where not superseded order by at desc, node limit ?")
                .param(limit)
                .query(Cosignatures::read)
                .list();
    }

    /// All that the present log must fit.
    static List<Cosignature> holding(JdbcClient jdbc) {
        return jdbc.sql("select * from audit.cosignature where not superseded order by size, node")
                .query(Cosignatures::read)
                .list();
    }

    private static Cosignature read(ResultSet row, int number) throws SQLException {
        return new Cosignature(
                NodeId.parse(row.getString("node")),
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("text"));
    }
}
