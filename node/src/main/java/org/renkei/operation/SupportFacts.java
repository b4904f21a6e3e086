package org.renkei.operation;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renkei.settings.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Facts about program, machine and database that say nothing of what is stored.
@Component
class SupportFacts {
    private static final int DEPTH = 40;

    private final JdbcClient jdbc;

    SupportFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The schema as the migrations left it, and about how much is in it.
    record Schema(List<Migration> migrations, Map<String, Long> rows) {}

    record Migration(String version, String script, String installed, boolean success) {}

    Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        versions.put("renkei", Version.current());
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        versions.put("heapBytes", String.valueOf(Runtime.getRuntime().maxMemory()));
        versions.put(
                "database", jdbc.sql("show server_version").query(String.class).single());
        return versions;
    }

    Schema schema() {
        var rows = new TreeMap<String, Long>();
        jdbc.sql("""
                select n.nspname || '.' || c.relname, greatest(c.reltuples, 0)::bigint
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
                """).query(row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return new Schema(
                jdbc.sql("select * from flyway_schema_history order by installed_rank")
                        .query((row, number) -> new Migration(
                                String.valueOf(row.getString("version")),
                                row.getString("script"),
                                String.valueOf(row.getTimestamp("installed_on").toInstant()),
                                row.getBoolean("success")))
                        .list(),
                rows);
    }

    String threads() {
        var text = new StringBuilder();
        for (var thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, DEPTH)) {
            text.append(thread.getThreadName().replaceAll("[^A-Za-z0-9 #/_.:-]", "_"))
                    .append(' ')
                    .append(thread.getThreadState())
                    .append('\n');
            for (var frame : thread.getStackTrace()) {
                text.append("    at ").append(frame.getClassName()).append('.').append(frame.getMethodName());
                text.append(':').append(frame.getLineNumber()).append('\n');
            }
        }
        return text.toString();
    }
}
