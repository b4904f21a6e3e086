package org.renkei.review;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long the queue of reviews is, without what is in it.
@Component
public class ReviewBacklog {
    private final JdbcClient jdbc;

    ReviewBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long waiting() {
        return jdbc.sql("select count(*) from review.item where state = 'open'")
                .query(Long.class)
                .single();
    }

    public long overdue(Instant now) {
        return jdbc.sql("select count(*) from review.item where state = 'open' and due_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// Emergency releases that nobody has looked at in time.
    public long overdueEmergencies(Instant now) {
        return jdbc.sql("select count(*) from review.emergency where reviewed_at is null and due_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
