package org.renkei.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.kernel.ledger.Hash;
import org.springframework.stereotype.Repository;

/// For whom records are being decided again and how far that is, and the facts they were decided by last.
@Repository
class RedecisionTasks {
    private final Bulk bulk;

    RedecisionTasks(Bulk bulk) {
        this.bulk = bulk;
    }

    /// Markings below `marking`, and of that one records up to `after`, are done. `generation` changes when the
    /// facts changed again and everything begins anew.
    record Task(String party, long generation, String cause, String actor, byte[] marking, long after) {}

    /// Own records of a marking that stand otherwise for a party than they should; `last` is the seq of the last
    /// one.
    record Page(Map<UUID, Integer> revisions, long last) {}

    /// Notes the facts for a party; false when they are those noted before.
    boolean noteFacts(String party, Hash digest) {
        return bulk.update("""
                        insert into release.facts as f (party, digest) values (?, ?)
                        on conflict (party) do update set digest = excluded.digest where f.digest <> excluded.digest
                        """, party, digest.bytes()) > 0;
    }

    void begin(String party, String cause, String actor, Instant now) {
        bulk.update("""
                insert into release.redecision (party, cause, actor, begun_at) values (?, ?, ?, ?)
                on conflict (party) do update set generation = default, cause = excluded.cause, actor = excluded.actor,
                    begun_at = excluded.begun_at, marking = default, after = default
                """, party, cause, actor, now.atOffset(ZoneOffset.UTC));
    }

    Optional<Task> next() {
        return bulk
                .query(
                        "select * from release.redecision order by party limit 1",
                        (row, number) -> new Task(
                                row.getString("party"),
                                row.getLong("generation"),
                                row.getString("cause"),
                                row.getString("actor"),
                                row.getBytes("marking"),
                                row.getLong("after")))
                .stream()
                .findFirst();
    }

    /// False when the facts changed since the task was read.
    boolean isCurrent(Task task) {
        return !bulk.query(
                        "select 1 from release.redecision where party = ? and generation = ? for update",
                        (row, number) -> true,
                        task.party(),
                        task.generation())
                .isEmpty();
    }

    void advance(Task task, byte[] marking, long after) {
        bulk.update(
                "update release.redecision set marking = ?, after = ? where party = ? and generation = ?",
                marking,
                after,
                task.party(),
                task.generation());
    }

    void finish(Task task) {
        bulk.update(
                "delete from release.redecision where party = ? and generation = ?", task.party(), task.generation());
    }

    /// Records whose release has ended are left out: nothing brings them back but a new revision.
    ///
    /// @param all those that stand as their marking says as well, because more than the marking decides
    Page page(String party, Hash marking, long after, Verdict verdict, boolean all, Instant now, int limit) {
        var revisions = new LinkedHashMap<UUID, Integer>();
        var seqs = bulk.query(
                """
                select r.id, r.seq, r.revision from records.record r
                left join release.held h on h.record = r.id and h.party = ?
                where r.own and r.state = 'current' and r.marking = ? and r.seq > ?
                  and (r.until is null or r.until > ?)
                  and (? or h.outcome is distinct from ? or h.cuts is distinct from ?)
                order by r.seq limit ?
                """,
                (row, number) -> {
                    revisions.put(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getInt("revision"));
                    return row.getLong("seq");
                },
                party,
                marking.bytes(),
                after,
                now.atOffset(ZoneOffset.UTC),
                all,
                verdict.summary().outcome(),
                verdict.cuts(),
                limit);
        return new Page(revisions, seqs.isEmpty() ? after : List.copyOf(seqs).getLast());
    }
}
