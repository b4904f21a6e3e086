package org.renkei.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows down who guesses. Every try counts as a failure before it is looked at, so that many at once gain nothing; one
/// that succeeds is taken back. From the fifth failure on for one account, the thirtieth from one address, the next try
/// has to wait: one second, then twice as long each time, at most a quarter of an hour. A day without a try forgets.
@Repository
class Failures {
    static final int FREE_PER_ACCOUNT = 5;
    static final int FREE_PER_ADDRESS = 30;

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient jdbc;

    Failures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(int count, Instant waitUntil) {}

    /// How long this try has to wait; zero when it may go on, and then it counts.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration admit(String account, String address, Instant now) {
        jdbc.sql("delete from identity.failure where at < ?")
                .param(at(now.minus(MEMORY)))
                .update();
        var wait = longer(wait(account(account), now), wait(address(address), now));
        if (wait.isZero()) {
            count(account(account), FREE_PER_ACCOUNT, now);
            count(address(address), FREE_PER_ADDRESS, now);
        }
        return wait;
    }

    /// The same where no account is named.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration admit(String address, Instant now) {
        var wait = wait(address(address), now);
        if (wait.isZero()) {
            count(address(address), FREE_PER_ADDRESS, now);
        }
        return wait;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void takeBack(String address) {
        jdbc.sql("update identity.failure set count = greatest(count - 1, 0), wait_until = at where what = ?")
                .param(address(address))
                .update();
    }

    /// It was the right person.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void takeBack(String account, String address) {
        jdbc.sql("delete from identity.failure where what = ?")
                .param(account(account))
                .update();
        jdbc.sql("update identity.failure set count = greatest(count - 1, 0), wait_until = at where what = ?")
                .param(address(address))
                .update();
    }

    private Duration wait(String what, Instant now) {
        return jdbc.sql("select count, wait_until from identity.failure where what = ? for update")
                .param(what)
                .query((row, number) -> new Row(
                        row.getInt(1),
                        Objects.requireNonNull(row.getObject(2, OffsetDateTime.class))
                                .toInstant()))
                .optional()
                .map(row -> Duration.between(now, row.waitUntil()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private void count(String what, int free, Instant now) {
        var count = jdbc.sql("""
                insert into identity.failure (what, count, at, wait_until) values (:what, 1, :now, :now)
                on conflict (what) do update set count = failure.count + 1, at = :now returning count
                """)
                .param("what", what)
                .param("now", at(now))
                .query(Integer.class)
                .single();
        jdbc.sql("update identity.failure set wait_until = ? where what = ?")
                .param(at(now.plus(pause(count, free))))
                .param(what)
                .update();
    }

    static Duration pause(int count, int free) {
        if (count < free) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(count - free, 20);
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String account(String name) {
        return "account " + name;
    }

    private static String address(String address) {
        return "address " + address;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
