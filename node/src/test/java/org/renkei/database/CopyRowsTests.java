package org.renkei.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// What is written in binary reads back as it was.
class CopyRowsTests {
    @TempDir
    static Path folder;

    static OwnPostgres postgres;
    static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws IOException {
        postgres = OwnPostgres.start(folder.resolve("postgres"));
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        jdbc = new JdbcTemplate(source);
        jdbc.execute("""
                create table kinds (n int primary key, l int8, d float8, b bool, t text, y bytea, u uuid,
                    at timestamptz, day date, ts text[])
                """);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void keepsTabsQuotesBackslashesAndEveryScript() {
        var hard = "tab\t quote' \" back\\slash \\N \\. newline\n return\r 震度７ 🛰 é";
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var id = UUID.fromString("0197aaaa-bbbb-7ccc-8ddd-eeeeffff0001");
        var at = Instant.parse("1969-12-31T23:59:59.123456Z");
        new Bulk(jdbc)
                .copy(
                        "kinds",
                        new CopyRows(10)
                                .row()
                                .int4(-7)
                                .int8(Long.MIN_VALUE)
                                .float8(-0.1)
                                .bool(true)
                                .text(hard)
                                .bytea(bytes)
                                .uuid(id)
                                .timestamptz(at)
                                .date(LocalDate.of(1999, 12, 31))
                                .texts(List.of(hard, "", "{},\"")));
        var row = jdbc.queryForMap("select * from kinds where n = -7");
        assertThat(row.get("l")).isEqualTo(Long.MIN_VALUE);
        assertThat(row.get("d")).isEqualTo(-0.1);
        assertThat(row.get("t")).isEqualTo(hard);
        assertThat((byte[]) row.get("y")).isEqualTo(bytes);
        assertThat(row.get("u")).isEqualTo(id);
        assertThat(jdbc.queryForObject(
                        "select at = '1969-12-31T23:59:59.123456Z' from kinds where n = -7", Boolean.class))
                .isTrue();
        assertThat(row.get("day").toString()).isEqualTo("1999-12-31");
        assertThat(jdbc.queryForObject("select ts = array[t, '', '{},\"'] from kinds where n = -7", Boolean.class))
                .isTrue();
    }

    @Test
    void nothingIsNullAndEmptyIsEmpty() {
        var rows = new CopyRows(10);
        rows.row()
                .int4(1)
                .int8(null)
                .float8(null)
                .bool(false)
                .text(null)
                .bytea(null)
                .uuid(null);
        rows.timestamptz(null).date(LocalDate.EPOCH).texts(List.of());
        rows.row()
                .int4(2)
                .int8(0L)
                .float8(0.0)
                .bool(false)
                .text("")
                .bytea(new byte[0])
                .uuid(new UUID(0, 0));
        rows.timestamptz(Instant.EPOCH).date(LocalDate.EPOCH).texts(List.of(""));
        new Bulk(jdbc).copy("kinds", rows);
        assertThat(jdbc.queryForObject("select num_nulls(l, d, t, y, u, at) from kinds where n = 1", Integer.class))
                .isEqualTo(6);
        assertThat(jdbc.queryForObject("select num_nulls(l, d, t, y, u, at) from kinds where n = 2", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select ts = '{}' from kinds where n = 1", Boolean.class))
                .isTrue();
    }

    @Test
    void unnestedColumnsKeepNullsAndBytes() {
        var bulk = new Bulk(jdbc);
        var found = bulk.query(
                "select y, t, u from unnest(?, ?, ?) with ordinality n (y, t, u, place) order by place",
                (row, number) -> Arrays.asList(row.getBytes("y"), row.getString("t"), row.getObject("u")),
                Column.bytes(Arrays.asList(new byte[] {0, -1, '\\'}, null)),
                Column.texts(Arrays.asList("{\"a\",NULL}", null)),
                Column.uuids(List.of(new UUID(1, 2), new UUID(3, 4))));
        assertThat((byte[]) found.getFirst().getFirst()).containsExactly(0, -1, '\\');
        assertThat(found.getFirst().subList(1, 3)).containsExactly("{\"a\",NULL}", new UUID(1, 2));
        assertThat(found.getLast()).containsExactly(null, null, new UUID(3, 4));
    }

    @Test
    void aRowThatLacksAValueIsNeverSent() {
        var rows = new CopyRows(2).row().int4(1);
        assertThatThrownBy(rows::row).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(rows::finish).hasMessageContaining("lacks 1 of 2");
        var full = new CopyRows(1).row().int4(1);
        assertThatThrownBy(() -> full.text("x")).isInstanceOf(IllegalStateException.class);
    }
}
