package org.renkei.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.OptionalDouble;
import org.renkei.settings.NodeSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The disk of the data folder, and how fast it fills.
@Component
class Disk {
    private static final Duration SHORTEST = Duration.ofHours(6);
    private static final Duration SPAN = Duration.ofDays(7);
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final JdbcClient jdbc;
    private final Path data;
    private final Clock clock;

    Disk(JdbcClient jdbc, NodeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.data = settings.data();
        this.clock = clock;
    }

    private record Sample(Instant at, long free) {
        static Sample read(ResultSet row, int number) throws SQLException {
            return new Sample(
                    Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                            .toInstant(),
                    row.getLong("free"));
        }
    }

    long free() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long total() {
        try {
            return Files.getFileStore(data).getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long database() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /// Notes how it is now; a quarter of a year is kept.
    void sample() {
        jdbc.sql("insert into operation.disk (at, free, database) values (?, ?, ?) on conflict do nothing")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(free())
                .param(database())
                .update();
        jdbc.sql("delete from operation.disk where at < ?")
                .param(clock.instant().minus(Duration.ofDays(92)).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Days until it is full at the rate of the last week; empty when it does not fill, or not enough is
    /// known.
    OptionalDouble daysLeft() {
        var now = clock.instant();
        var oldest = jdbc.sql("select at, free from operation.disk where at >= ? order by at limit 1")
                .param(now.minus(SPAN).atOffset(ZoneOffset.UTC))
                .query(Sample::read)
                .optional();
        var free = free();
        if (oldest.isEmpty() || oldest.get().at().isAfter(now.minus(SHORTEST))) {
            return OptionalDouble.empty();
        }
        var gone = oldest.get().free() - free;
        var days = Duration.between(oldest.get().at(), now).toSeconds() / DAY;
        return gone <= 0 ? OptionalDouble.empty() : OptionalDouble.of(free / (gone / days));
    }
}
