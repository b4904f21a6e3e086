package org.renkei.review;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.renkei.database.Bulk;
import org.renkei.kernel.review.ReleasePolicy;
import org.springframework.stereotype.Repository;

/// What each author has released to each party of late with nobody being asked, so that many releases are many
/// also one by one. It is kept while a policy counts.
@Repository
class GivenBy {
    private static final Duration KEPT = Duration.ofHours(ReleasePolicy.MAX_MANY_HOURS);

    private final Bulk bulk;
    private final Clock clock;

    GivenBy(Bulk bulk, Clock clock) {
        this.bulk = bulk;
        this.clock = clock;
    }

    private record Sum(String party, long records) {}

    /// Records by party. Within the caller's transaction one author's releases are counted one after the other, so
    /// that two at the same moment do not pass by each other.
    Map<String, Long> within(int hours, String author) {
        bulk.query("select pg_advisory_xact_lock(hashtext('given-by'), hashtext(?))", (row, number) -> "", author);
        return bulk
                .query(
                        "select party, sum(records) n from review.given_by where author = ? and at > ? group by party",
                        (row, number) -> new Sum(row.getString("party"), row.getLong("n")),
                        author,
                        before(Duration.ofHours(hours)))
                .stream()
                .collect(toMap(Sum::party, Sum::records));
    }

    void add(String author, Map<String, Integer> byParty) {
        if (byParty.isEmpty()) {
            return;
        }
        bulk.update("delete from review.given_by where author = ? and at <= ?", author, before(KEPT));
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        byParty.forEach((party, records) -> bulk.update(
                "insert into review.given_by (author, party, at, records) values (?, ?, ?, ?)",
                author,
                party,
                now,
                records));
    }

    private Object before(Duration age) {
        Instant then = clock.instant().minus(age);
        return then.atOffset(ZoneOffset.UTC);
    }
}
