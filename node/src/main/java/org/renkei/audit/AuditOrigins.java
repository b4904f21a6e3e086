package org.renkei.audit;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The names that a node's audit log has in its checkpoints: `JPN/ichigaya/audit`, and once the log was put back to
/// an older state that name with the time at which it came back, `JPN/ichigaya/audit/2026-11-22T04:05:06.123456Z`.
/// What was signed of the part that is lost bears another name, so under one name no size ever has two roots.
public final class AuditOrigins {
    private static final Pattern RETURN = Pattern.compile("/[0-9TZ:.-]{17,40}");

    private final TreeMap<Long, String> byPosition = new TreeMap<>();

    private AuditOrigins(String node) {
        byPosition.put(0L, first(node));
    }

    /// As the log itself says when it came back.
    static AuditOrigins of(JdbcClient jdbc, String node) {
        var origins = new AuditOrigins(node);
        jdbc.sql("select position, at from audit.entry where event = 'restored' order by position")
                .query(row -> {
                    var at = Objects.requireNonNull(row.getObject("at", OffsetDateTime.class));
                    origins.byPosition.put(row.getLong("position"), first(node) + "/" + at.toInstant());
                });
        return origins;
    }

    /// What a checkpoint over so many entries is signed under.
    String at(long size) {
        return byPosition.floorEntry(size).getValue();
    }

    /// The name of a log that was never put back.
    public static String first(String node) {
        return node + "/audit";
    }

    /// Whether it is a name of this node's log.
    public static boolean isOf(String node, String origin) {
        var first = first(node);
        return origin.equals(first)
                || origin.startsWith(first)
                        && RETURN.matcher(origin.substring(first.length())).matches();
    }

    /// The name under which a signed checkpoint is to be verified that is said to be of this node's log: its own,
    /// where it is one of the log's.
    public static String claimed(String node, String text) {
        var origin = text.lines().findFirst().orElse("");
        return isOf(node, origin) ? origin : first(node);
    }
}
