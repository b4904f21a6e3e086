package org.renkei.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Parcels that lie here until the next node has them.
@Repository
class ParcelStore {
    private final JdbcClient jdbc;

    ParcelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A parcel to be kept. `target` is null for one that is carried for another node.
    record Draft(
            byte[] id,
            NodeId from,
            NodeId nextHop,
            @Nullable String target,
            boolean urgent,
            byte[] bytes) {}

    /// What is known of a parcel that lies here.
    record Lying(NodeId from, @Nullable String target) {}

    /// How much lies here, from whom and for which next node.
    record Load(String from, String nextHop, long parcels, long bytes) {}

    /// False when a parcel of that id has come from there before.
    boolean noteSeen(NodeId from, byte[] id, Instant now) {
        return jdbc.sql(
                                "insert into federation.parcel_seen (came_from, id, at) values (?, ?, ?) on conflict do nothing")
                        .param(from.toString())
                        .param(id)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// Lays a parcel out, not ahead of those before it that wait to be offered again.
    void insert(Draft draft, Instant now) {
        jdbc.sql("""
                insert into federation.parcel (id, came_from, next_hop, target, urgent, bytes, at, not_before)
                values (:id, :from, :hop, :target, :urgent, :bytes, :now, greatest(:now, (
                    select max(not_before) from federation.parcel
                    where came_from = :from and next_hop = :hop and urgent = :urgent)))
                """)
                .param("id", draft.id())
                .param("from", draft.from().toString())
                .param("hop", draft.nextHop().toString())
                .param("target", draft.target())
                .param("urgent", draft.urgent())
                .param("bytes", draft.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Parcels for a node, oldest first, but for those under way and those that wait to be offered again.
    List<LinkFrame.Parcel> read(NodeId nextHop, boolean urgent, int limit, List<String> underWay, Instant now) {
        return jdbc.sql("""
                select id, urgent, bytes from federation.parcel
                where next_hop = ? and urgent = ? and not_before <= ? and encode(id, 'hex') <> all(?)
                order by seq limit ?
                """)
                .param(nextHop.toString())
                .param(urgent)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(underWay.toArray(String[]::new))
                .param(limit)
                .query((row, number) ->
                        new LinkFrame.Parcel(row.getBytes("id"), row.getBoolean("urgent"), row.getBytes("bytes")))
                .list();
    }

    Optional<Lying> find(byte[] id) {
        return jdbc.sql("select came_from, target from federation.parcel where id = ?")
                .param(id)
                .query((row, number) -> new Lying(NodeId.parse(row.getString("came_from")), row.getString("target")))
                .optional();
    }

    void delete(byte[] id) {
        jdbc.sql("delete from federation.parcel where id = ?").param(id).update();
    }

    /// Offers a parcel again later, and with it, so that they keep their order, all that lie here of the same origin
    /// for the same next node, as urgent as it is.
    void offerAgain(byte[] id, Instant notBefore) {
        jdbc.sql("""
                update federation.parcel set not_before = ? where seq in (
                    select p.seq from federation.parcel p join federation.parcel one using (came_from, next_hop, urgent)
                    where one.id = ? order by p.seq for update of p)
                """).param(notBefore.atOffset(ZoneOffset.UTC)).param(id).update();
    }

    /// Drops our own parcels for a partner: they are made anew. False when there were none.
    boolean withdraw(String target) {
        return jdbc.sql("""
                delete from federation.parcel where seq in (
                    select seq from federation.parcel where target = ? order by seq for update)
                """).param(target).update() > 0;
    }

    /// Bytes that lie here of one sender.
    long bytesFrom(NodeId from) {
        return jdbc.sql("select coalesce(sum(length(bytes)), 0) from federation.parcel where came_from = ?")
                .param(from.toString())
                .query(Long.class)
                .single();
    }

    List<Load> loads() {
        return jdbc.sql("""
                select came_from, next_hop, count(*) n, sum(length(bytes)) bytes from federation.parcel
                where target is null group by came_from, next_hop order by came_from, next_hop
                """)
                .query((row, number) -> new Load(
                        row.getString("came_from"), row.getString("next_hop"), row.getLong("n"), row.getLong("bytes")))
                .list();
    }

    List<String> nextHops() {
        return jdbc.sql("select distinct next_hop from federation.parcel")
                .query((row, number) -> row.getString("next_hop"))
                .list();
    }

    /// Parcels of our own for a partner that lie here still.
    long countFor(String target) {
        return jdbc.sql("select count(*) from federation.parcel where target = ?")
                .param(target)
                .query(Long.class)
                .single();
    }

    /// Parcels of others that nobody fetched for so long are dropped: their origin makes them anew. Answers how many.
    int expire(Instant now, Duration age) {
        var before = now.minus(age).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from federation.parcel_seen where at < ?")
                .param(before)
                .update();
        return jdbc.sql("delete from federation.parcel where at < ?")
                .param(before)
                .update();
    }
}
