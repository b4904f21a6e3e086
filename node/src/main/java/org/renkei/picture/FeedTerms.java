package org.renkei.picture;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.FeedTerm;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.TrackGrid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Under what the tracks of feeds are told to partners, and were told before: written down before
/// anything is told, and kept, so that partners can be told what they may keep of what they were told
/// under an earlier rule.
@Repository
class FeedTerms {
    private final JdbcClient jdbc;

    FeedTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All that there were before these rules, newest first; those of these rules are among them from
    /// now on.
    List<FeedTerm> before(Map<String, FeedRule> rules) {
        var before = stored();
        rules.forEach((feed, rule) -> FeedTerm.of(feed, rule).stream()
                .filter(term -> !before.contains(term))
                .forEach(this::store));
        return before;
    }

    private void store(FeedTerm term) {
        var by = term.coarsening();
        jdbc.sql("""
                        insert into picture.term (feed, label, rows_per_degree, delay_minutes) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .param(term.feed())
                .param(term.label().text())
                .param(by == null ? 0 : by.grid().rowsPerDegree())
                .param(by == null ? 0 : (int) by.delay().toMinutes())
                .update();
    }

    private List<FeedTerm> stored() {
        return jdbc.sql("""
                        select feed, label, rows_per_degree, delay_minutes from picture.term
                        order by since desc, feed, label limit ?""")
                .param(Ground.MOST)
                .query((row, number) -> {
                    var label = Label.parse(row.getString(2));
                    var rows = row.getInt(3);
                    return rows == 0
                            ? FeedTerm.whole(row.getString(1), label)
                            : FeedTerm.coarse(
                                    row.getString(1),
                                    new Coarsening(label, new TrackGrid(rows), Duration.ofMinutes(row.getInt(4))));
                })
                .list();
    }
}
