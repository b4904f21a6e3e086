package org.renkei.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLeaf;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.KeptCheckpoints;
import org.renkei.kernel.ledger.Hash;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Verifications;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Whoever changes a row behind the node's back is found, and nothing is signed over it.
class TamperingTests {
    @TempDir
    static Path folder;

    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        for (var i = 0; i < 4; i++) {
            write(japan());
            write(states());
        }
        federation.confirmed("JPN", "USA");
        federation.confirmed("USA", "JPN");
        japan().bean(AuditSeals.class).keep(true);
        write(japan());
        federation.confirmed("JPN", "USA");
        // What a link notes in the audit log would be put back with what was tampered with.
        japan().post("/api/v1/links/USA/pause", "");
        TestFederation.eventually(
                "the link rests",
                () -> japan().get("/api/v1/audit?event=link-down").text().contains("link-down"));
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    /// One byte in one column of one row; `%` stands for the column.
    @ParameterizedTest(name = "{0}.{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        audit.entry        | position        | % + 100000                         | 100003 | position
        audit.entry        | at              | % + interval '1 microsecond'       | 3      | at
        audit.entry        | at              | 'infinity'                         | 3      | at
        audit.entry        | actor           | overlay(% placing 'X' from 1)      | 3      | actor
        audit.entry        | event           | overlay(% placing 'X' from 1)      | 3      | event
        audit.entry        | record          | gen_random_uuid()                  | 3      | record
        audit.entry        | party           | 'XXX'                              | 3      | party
        audit.entry        | details         | concat(%, ' ')                     | 3      | details
        audit.entry        | leaf            | set_byte(%, 5, get_byte(%, 5) # 1) | 3      | leaf
        audit.entry        | leaf_hash       | set_byte(%, 5, get_byte(%, 5) # 1) | 3      | leaf_hash
        ledger.entry       | position        | % + 100000                         | 100002 | position
        ledger.entry       | record          | gen_random_uuid()                  | 2      | record
        ledger.entry       | type            | 'recall'                           | 2      | type
        ledger.entry       | leaf_hash       | set_byte(%, 5, get_byte(%, 5) # 1) | 2      | leaf_hash
        ledger.entry       | bytes           | set_byte(%, 9, get_byte(%, 9) # 1) | 2      | bytes
        ledger.entry       | bytes           | null                               | 2      | bytes
        federation.received| position        | % + 100000                         | 100002 | position
        federation.received| record          | gen_random_uuid()                  | 2      | record
        federation.received| type            | 'recall'                           | 2      | type
        federation.received| leaf_hash       | set_byte(%, 5, get_byte(%, 5) # 1) | 2      | leaf_hash
        federation.received| bytes           | set_byte(%, 9, get_byte(%, 9) # 1) | 2      | bytes
        """)
    void namesTheRowTheColumnAndTheTime(String table, String column, String value, long position, String named) {
        var row = table.equals("audit.entry") ? 3 : 2;
        tampering(
                table,
                "update %s set %s = %s where position = %d".formatted(table, column, value.replace("%", column), row),
                () -> {
                    var found = look();
                    assertThat(found).anySatisfy(one -> {
                        assertThat(one.path("table").asString()).isEqualTo(table);
                        assertThat(one.path("position").asLong()).isEqualTo(position);
                        assertThat(one.path("column").asString()).contains(named);
                        assertThat(one.path("text").path("en").asString())
                                .contains(table, "row " + position, "was changed")
                                .containsPattern("infinity|time 20[0-9]{2}-");
                        assertThat(one.path("text").path("ja").asString()).contains("改変されています");
                    });
                    refusesToSign(table);
                });
        assertThat(look()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        audit.head      | size              | size + 1                | missing | audit.entry
        audit.head      | size              | size - 1                | added   | audit.entry
        ledger.tail     | size              | size + 1                | missing | ledger.entry
        ledger.tail     | size              | size - 1                | added   | ledger.entry
        ledger.ledger   | signed            | 1                       | column  | ledger.ledger
        ledger.ledger   | acknowledged      | acknowledged - 1        | replaced| ledger.entry
        ledger.ledger   | acknowledged_root | set_byte(acknowledged_root, 0, get_byte(acknowledged_root, 0) # 1) | column | ledger.ledger
        federation.inbox| size              | size + 1                | missing | federation.received
        federation.inbox| root              | set_byte(root, 0, get_byte(root, 0) # 1) | column | federation.inbox
        federation.inbox| party             | 'XXX'                   | column  | federation.inbox
        federation.inbox| checkpoint        | replace(checkpoint, 'A', 'B') | signature | federation.inbox
        audit.checkpoint| text              | replace(text, 'A', 'B') | signature | audit.checkpoint
        audit.checkpoint| size              | size + 1                | column  | audit.checkpoint
        """)
    void namesWhatIsWrongWithTheHeads(String table, String column, String value, String change, String named) {
        tampering(
                table,
                "update " + table + " set " + column + " = " + value,
                () -> assertThat(look()).anySatisfy(one -> {
                    assertThat(one.path("table").asString()).isEqualTo(named);
                    assertThat(one.path("change").asString()).isEqualTo(change);
                }));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        audit.entry         | position = 3                                              | 3 | 3 | missing
        audit.entry         | position > (select min(size) from audit.checkpoint) - 2   | 0 | 0 | missing
        ledger.entry        | position = 2                                              | 2 | 2 | missing
        federation.received | position = 4                                              | 4 | 4 | missing
        """)
    void namesRowsThatAreGone(String table, String rows, long from, long to, String change) {
        tampering(
                table,
                "delete from " + table + " where " + rows,
                () -> assertThat(look()).anySatisfy(one -> {
                    assertThat(one.path("table").asString()).isEqualTo(table);
                    assertThat(one.path("change").asString()).isEqualTo(change);
                    if (from > 0) {
                        assertThat(one.path("position").asLong()).isEqualTo(from);
                        assertThat(one.path("upTo").asLong()).isEqualTo(to);
                    }
                }));
    }

    @Test
    void aTailCutOffTogetherWithTheHeadMissesInTheKeptCheckpoint() {
        assertThat(look()).isEmpty();
        var size = japan().bean(AuditSeals.class).checkpoint().checkpoint().size();
        japan().bean(AuditSeals.class).keep(true);
        tampering("audit.entry", "delete from audit.entry where position > " + (size - 3), () -> {
            japan().database().sql("update audit.head set size = " + (size - 3)).update();
            japan().database().sql("delete from audit.checkpoint").update();
            assertThat(look()).anySatisfy(one -> {
                assertThat(one.path("change").asString()).isEqualTo("cut-off");
                assertThat(one.path("upTo").asLong()).isGreaterThanOrEqualTo(size);
                assertThat(one.path("text").path("en").asString()).contains("a signed checkpoint still counts them");
            });
        });
    }

    /// Row, leaf and leaf hash all changed so that they fit one another: only what was signed or confirmed knows.
    @Test
    void aRowReplacedTogetherWithItsLeafMissesTheSignedRoot() {
        var at = japan().database()
                .sql("select at from audit.entry where position = 3")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var leaf = AuditLeaf.encode(3, at, new AuditEvent("somebody", "signed-in", null, null, Map.of()), "{}");
        tampering(
                "audit.entry",
                """
                update audit.entry set actor = 'somebody', event = 'signed-in', record = null, party = null,
                    details = '{}', leaf = decode('%s', 'hex'), leaf_hash = decode('%s', 'hex') where position = 3
                """.formatted(HexFormat.of().formatHex(leaf), Hash.ofLeaf(leaf).hex()),
                () -> {
                    assertThat(look()).allSatisfy(one -> {
                        assertThat(one.path("change").asString()).isIn("replaced", "cosigned");
                        assertThat(one.path("position").asLong()).isLessThanOrEqualTo(3);
                        assertThat(one.path("upTo").asLong()).isGreaterThanOrEqualTo(3);
                    });
                    assertThat(look())
                            .anySatisfy(one ->
                                    assertThat(one.path("change").asString()).isEqualTo("replaced"));
                    refusesToSign("audit.entry");
                });
    }

    @Test
    void anEntryReplacedByABlankMissesTheConfirmedRoot() {
        tampering("ledger.entry", """
                update ledger.entry set record = null, type = 'blank', bytes = null,
                    leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1) where position = 3
                """, () -> {
            assertThat(look()).anySatisfy(one -> {
                assertThat(one.path("table").asString()).isEqualTo("ledger.entry");
                assertThat(one.path("change").asString()).isEqualTo("replaced");
                assertThat(one.path("position").asLong()).isEqualTo(3);
                assertThat(one.path("upTo").asLong()).isEqualTo(3);
            });
            refusesToSign("ledger.entry");
        });
    }

    @Test
    void aChangeWhileTheNodeWasAwayIsFoundWhenItStarts() throws IOException {
        try (var alone = new TestFederation(folder.resolve("alone"), "AUS")) {
            var node = alone.node("AUS");
            write(node);
            node.database()
                    .sql("update audit.entry set actor = 'nobody' where position = 2")
                    .update();
            node.restart();
            TestFederation.eventually(
                    "the change is found at start",
                    () -> node.get("/api/v1/verification").text().contains("row 2"));
            assertThat(node.get("/api/v1/audit/checkpoint").status()).isEqualTo(409);
            assertThat(node.get("/api/v1/audit?event=tampering-found").text()).contains("row 2");
        }
    }

    @Test
    void theNewestCheckpointIsKeptBesideTheDatabase() throws IOException {
        assertThat(look()).isEmpty();
        write(japan());
        var size = japan().bean(AuditSeals.class).checkpoint().checkpoint().size();
        japan().bean(AuditSeals.class).keep(false);
        assertThat(Files.readString(federation.data("JPN").resolve(KeptCheckpoints.FILE)))
                .startsWith("JPN/test/audit\n")
                .matches(text -> Long.parseLong(text.lines().skip(1).findFirst().orElseThrow()) >= size);
    }

    private static void refusesToSign(String table) {
        switch (table) {
            case "audit.entry" -> {
                var answer = japan().get("/api/v1/audit/checkpoint");
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.text()).contains("no checkpoint is signed");
            }
            case "ledger.entry" -> {
                var answer = japan().get("/api/v1/ledgers/USA");
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.text()).contains("no checkpoint is signed over it");
            }
            default -> {}
        }
    }

    /// Does something to a table, looks, and puts its schema's tables back as they were.
    private static void tampering(String table, String sql, Runnable look) {
        var tables =
                table.startsWith("audit.") ? List.of("audit.head", "audit.entry", "audit.checkpoint") : List.of(table);
        inTransaction(() -> tables.forEach(one -> japan().database()
                .sql("create table " + copy(one, table) + " as select * from " + one)
                .update()));
        try {
            japan().database().sql(sql).update();
            look.run();
        } finally {
            inTransaction(() -> tables.forEach(one -> {
                japan().database().sql("lock table " + one).update();
                japan().database().sql("delete from " + one).update();
                japan().database()
                        .sql("insert into " + one + " select * from " + copy(one, table))
                        .update();
                japan().database().sql("drop table " + copy(one, table)).update();
            }));
        }
    }

    private static String copy(String table, String because) {
        return "kept_%s_%s".formatted(table, because).replace('.', '_');
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(japan().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    private static List<JsonNode> look() {
        return Verifications.look(japan());
    }

    private static void write(RunningNode node) {
        node.post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""");
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }
}
