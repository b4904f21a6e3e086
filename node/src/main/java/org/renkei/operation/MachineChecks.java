package org.renkei.operation;

import static org.renkei.operation.Check.text;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.renkei.backup.Backups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the node stands on: database, disk, backups, certificates.
@Component
class MachineChecks {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final double FEW_DAYS = 7;
    private static final double SOME_DAYS = 30;
    private static final double LITTLE = 0.05;
    private static final long LEAST = 1024L * 1024 * 1024;
    private static final long SOON_DAYS = 30;

    private final JdbcClient jdbc;
    private final DataSource pool;
    private final Disk disk;
    private final Backups backups;
    private final Certificates certificates;
    private final Clock clock;

    MachineChecks(
            JdbcClient jdbc, DataSource pool, Disk disk, Backups backups, Certificates certificates, Clock clock) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.disk = disk;
        this.backups = backups;
        this.certificates = certificates;
        this.clock = clock;
    }

    Check database() {
        var began = System.nanoTime();
        jdbc.sql("select 1").query(Integer.class).single();
        var millis = (System.nanoTime() - began) / 1_000_000;
        var size = gib(disk.database());
        var waiting = pool instanceof HikariDataSource hikari && hikari.getHikariPoolMXBean() != null
                ? hikari.getHikariPoolMXBean().getThreadsAwaitingConnection()
                : 0;
        var en = "answers in " + millis + " ms, " + size;
        var ja = "応答 " + millis + " ミリ秒、" + size;
        if (waiting == 0 && millis < 1_000) {
            return Check.ok("database", en, ja);
        }
        return Check.caution(
                "database",
                text(en + ", " + waiting + " wait for a connection", ja + "、接続待ち " + waiting),
                text(
                        "The database is busy. Look at disk and processor of this machine.",
                        "データベースが混雑しています。この計算機のディスクとプロセッサを確認してください。"));
    }

    Check disk() {
        var free = disk.free();
        var left = disk.daysLeft();
        var share = free / (double) Math.max(1, disk.total());
        var days = left.isEmpty()
                ? text("", "")
                : text(
                        ", full in %.0f days at the present rate".formatted(left.getAsDouble()),
                        "、現在の増加速度であと %.0f 日".formatted(left.getAsDouble()));
        var said = text(gib(free) + " free" + days.en(), "空き " + gib(free) + days.ja());
        var advice = text(
                "Make room, or move the data folder to a larger disk. A full disk stops the node: nothing is lost, and nothing is taken in.",
                "空きを作るか、データフォルダーをより大きなディスクへ移してください。満杯になるとノードは受け付けを停止します（データは失われません）。");
        if (free < LEAST || left.orElse(SOME_DAYS) < FEW_DAYS) {
            return Check.critical("disk", said, advice);
        }
        return share < LITTLE || left.orElse(SOME_DAYS) < SOME_DAYS
                ? Check.caution("disk", said, advice)
                : new Check("disk", Check.Level.OK, said, null);
    }

    Check backups() {
        var state = state();
        if (state.folder() == null) {
            return Check.caution(
                    "backups",
                    text("none are made", "作成していません"),
                    text(
                            "Set renkei.backup.folder to a folder on another disk; an external PostgreSQL is backed up by its own means.",
                            "renkei.backup.folder に別のディスクのフォルダーを設定してください。外部の PostgreSQL はその手段で保全します。"));
        }
        var advice = text("Look at the Backup screen, and make one now.", "バックアップ画面を確認し、今すぐ作成してください。");
        var newest = state.made().stream().map(Backups.Made::until).max(Instant::compareTo);
        if (state.failure() != null || state.log() != null && state.log().failedAt() != null) {
            return Check.critical("backups", text("the last one failed", "直近の作成に失敗"), advice);
        }
        if (newest.isEmpty()) {
            return Check.caution("backups", text("there is none yet", "まだありません"), advice);
        }
        var age = Duration.between(newest.get(), clock.instant());
        var said = text("the newest is " + age.toHours() + " h old", "最新は " + age.toHours() + " 時間前");
        return age.toHours() > 2L * state.hours()
                ? Check.critical("backups", said, advice)
                : new Check("backups", Check.Level.OK, said, null);
    }

    Backups.State state() {
        try {
            return backups.state();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Check> certificates(Instant now) {
        return certificates.list().stream().map(one -> certificate(one, now)).toList();
    }

    private static Check certificate(Certificates.Holding one, Instant now) {
        var day = one.until().atZone(ZoneOffset.UTC).toLocalDate();
        var left = Duration.between(now, one.until()).toDays();
        var name = "certificate:" + one.use();
        var said = text("holds until " + day, day + " まで有効");
        var advice = one.use().equals("api")
                ? text(
                        "Put a new one into the files of api.tls and restart the node.",
                        "api.tls のファイルを更新し、ノードを再起動してください。")
                : text("Make new keys and exchange the card with every partner.", "新しい鍵を作り、全ての相手とカードを交換してください。");
        return switch (left < 0 ? Check.Level.CRITICAL : left < SOON_DAYS ? Check.Level.CAUTION : Check.Level.OK) {
            case CRITICAL -> Check.critical(name, text("ended on " + day, day + " に失効"), advice);
            case CAUTION -> Check.caution(name, said, advice);
            case OK -> new Check(name, Check.Level.OK, said, null);
        };
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
