package org.renkei.witness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.renkei.audit.Cosignature;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.kernel.record.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this node cosigned of partners' audit logs, and how each stands.
@Repository
class WitnessedLogs {
    private final JdbcClient jdbc;

    WitnessedLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LogState> find(NodeId node) {
        return jdbc.sql("select * from witness.log where node = ?")
                .param(node.toString())
                .query(WitnessedLogs::state)
                .optional();
    }

    void put(LogState state) {
        jdbc.sql("""
                insert into witness.log (node, branch, state, since, heard, back_to, offered)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (node) do update set branch = excluded.branch, state = excluded.state,
                    since = excluded.since, heard = excluded.heard, back_to = excluded.back_to,
                    offered = excluded.offered
                """)
                .param(state.node().toString())
                .param(state.branch())
                .param(state.state().code())
                .param(time(state.since()))
                .param(time(state.heard()))
                .param(state.backTo())
                .param(state.offered())
                .update();
    }

    /// The newest one cosigned, of at most that size.
    Optional<Cosignature> newest(NodeId node, int branch, long atMost) {
        return jdbc.sql("""
                select * from witness.cosigned where node = ? and branch = ? and size <= ? order by size desc limit 1
                """)
                .param(node.toString())
                .param(branch)
                .param(atMost)
                .query(WitnessedLogs::cosigned)
                .optional();
    }

    /// Of the last thirty days all are kept, of earlier ones the last of each day; never more than the newest two
    /// thousand, however often a partner asks: each goes on from those before it.
    void insert(int branch, Cosignature one) {
        jdbc.sql("""
                insert into witness.cosigned (node, branch, size, root, at, text) values (?, ?, ?, ?, ?, ?)
                on conflict (node, branch, size) do update set at = excluded.at, text = excluded.text
                """)
                .param(one.node().toString())
                .param(branch)
                .param(one.size())
                .param(one.root().bytes())
                .param(time(one.at()))
                .param(one.text())
                .update();
        jdbc.sql("""
                delete from witness.cosigned old
                where node = ? and branch = ? and at < cast(? as timestamptz) - interval '30 days'
                  and exists (select 1 from witness.cosigned later
                              where later.node = old.node and later.branch = old.branch and later.at > old.at
                                and date_trunc('day', later.at) = date_trunc('day', old.at))
                """)
                .param(one.node().toString())
                .param(branch)
                .param(time(one.at()))
                .update();
        jdbc.sql("""
                delete from witness.cosigned where node = ? and branch = ? and size < (
                    select min(size) from (select size from witness.cosigned where node = ? and branch = ?
                                           order by size desc limit 2000) newest)
                """)
                .param(one.node().toString())
                .param(branch)
                .param(one.node().toString())
                .param(branch)
                .update();
    }

    /// What a partner said last of our own log.
    record Said(NodeId node, CosigningCode state, Instant since, Instant at) {}

    Optional<Said> said(NodeId node) {
        return jdbc.sql("select * from witness.asked where node = ?")
                .param(node.toString())
                .query((row, number) -> new Said(
                        node, CosigningCode.parse(row.getString("state")), instant(row, "since"), instant(row, "at")))
                .optional();
    }

    void put(Said said) {
        jdbc.sql("""
                insert into witness.asked (node, state, since, at) values (?, ?, ?, ?)
                on conflict (node) do update set state = excluded.state, since = excluded.since, at = excluded.at
                """)
                .param(said.node().toString())
                .param(said.state().code())
                .param(time(said.since()))
                .param(time(said.at()))
                .update();
    }

    List<LogState> list() {
        return jdbc.sql("select * from witness.log order by node")
                .query(WitnessedLogs::state)
                .list();
    }

    private static LogState state(ResultSet row, int number) throws SQLException {
        return new LogState(
                NodeId.parse(row.getString("node")),
                row.getInt("branch"),
                CosigningCode.parse(row.getString("state")),
                instant(row, "since"),
                instant(row, "heard"),
                row.getLong("back_to"),
                row.getString("offered"));
    }

    private static Cosignature cosigned(ResultSet row, int number) throws SQLException {
        return new Cosignature(
                NodeId.parse(row.getString("node")),
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                instant(row, "at"),
                row.getString("text"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
