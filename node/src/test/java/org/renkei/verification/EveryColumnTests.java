package org.renkei.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.Finding;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerEpochs;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One value changed in every column of every table of the audit log, the ledgers and the copies of partners' ledgers,
/// one after the other, over many kinds of rows.
class EveryColumnTests {
    /// Columns in which nothing can be changed so that it matters, and why.
    private static final Map<String, String> EXCEPT =
            Map.of("audit.head.only_row", "a constraint of the table takes no other value than true");

    /// What does not stand in a log but beside it: what to send on, which links are paused, and when was confirmed
    /// what the log says is.
    private static final Set<String> OTHER =
            Set.of("federation.paused", "federation.parcel", "federation.parcel_seen", "ledger.acknowledgement");

    /// Rows to change of each table.
    private static final Map<String, List<String>> ROWS = Map.ofEntries(
            entry("audit.head", "true"),
            entry("audit.entry", "position = 3"),
            entry("audit.checkpoint", "size = (select min(size) from audit.checkpoint)"),
            entry("audit.cosignature", "(node, size) = (select node, size from audit.cosignature limit 1)"),
            entry("ledger.ledger", "party = 'USA'"),
            entry("ledger.tail", "party = 'USA'"),
            entry("ledger.entry", "position = 2", "position = (select max(position) from ledger.entry)"),
            entry("ledger.epoch", "number = 2"),
            entry("federation.inbox", "node = 'USA/test'"),
            entry(
                    "federation.received",
                    "position = 2",
                    "position = (select min(position) from federation.received where bytes is null)"),
            entry("federation.advanced", "true"));

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
        var ours = write(japan());
        var theirs = write(states());
        federation.confirmed("JPN", "USA");
        federation.confirmed("USA", "JPN");
        recall(japan(), ours);
        recall(states(), theirs);
        federation.confirmed("JPN", "USA");
        federation.confirmed("USA", "JPN");
        japan().bean(AuditSeals.class).keep(true);
        japan().post("/api/v1/audit/witnesses", "");
        TestFederation.eventually(
                "a partner has cosigned",
                () -> japan().database()
                                .sql("select count(*) from audit.cosignature")
                                .query(Long.class)
                                .single()
                        > 0);
        TestFederation.eventually(
                "the recall has come",
                () -> japan().database()
                                .sql("select count(*) from federation.received where bytes is null")
                                .query(Long.class)
                                .single()
                        > 0);
        // Not confirmed by anybody, and so in no signed root.
        japan().post("/api/v1/links/USA/pause", "{}");
        write(japan());
        ahead();
        epoch();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    /// An entry that came ahead of its turn.
    private static void ahead() {
        var bytes = new LedgerEntry.Recall(1000, UUID.randomUUID()).encode();
        inTransaction(() -> japan().bean(SealedRows.class)
                .seal(
                        SealedTable.ADVANCED,
                        japan().database()
                                .sql("""
                        insert into federation.advanced (node, position, record, type, leaf_hash, bytes, at, seal)
                        values ('USA/test', 1000, ?, 'recall', ?, ?, now(), '\\x0102'::bytea) returning *
                        """)
                                .param(((LedgerEntry.Recall) LedgerEntry.decode(bytes)).record())
                                .param(Hash.ofLeaf(bytes).bytes())
                                .param(bytes)));
    }

    private static Map.Entry<String, List<String>> entry(String table, String... rows) {
        return Map.entry(table, List.of(rows));
    }

    private static void epoch() {
        // whoever changes rows can do this as well
        japan().database()
                .sql("alter table ledger.epoch drop constraint epoch_party_fkey")
                .update();
        inTransaction(() -> {
            japan().bean(SealedRows.class)
                    .seal(SealedTable.EPOCH, japan().database().sql("""
                        insert into ledger.epoch (party, number, opened_at, opened_by, reason, base, withdrawn, withdrawn_root)
                        values ('USA', 2, now(), 'administrator', 'two copies ran', 1, 3, sha256('\\x01'::bytea)) returning *
                        """));
            japan().bean(AuditLog.class)
                    .append(List.of(
                            new AuditEvent("administrator", LedgerEpochs.OPENED, null, "USA", Map.of("number", 2))));
        });
    }

    @Test
    void aChangeInAnyColumnIsFoundAndNamed() {
        TestFederation.eventually(
                "nothing is being written any more", () -> found("select 1").isEmpty());
        var columns = columns();
        assertThat(columns.keySet()).isEqualTo(ROWS.keySet());
        var missed = new ArrayList<String>();
        var tried = new ArrayList<String>();
        columns.forEach((table, types) -> types.forEach((column, type) -> {
            for (var row : ROWS.get(table)) {
                var name = table + "." + column;
                if (!EXCEPT.containsKey(name)) {
                    tried.add(name);
                    var found =
                            found("update %s set %s = %s where %s".formatted(table, column, other(column, type), row));
                    if (found.stream().noneMatch(one -> names(one, table))) {
                        missed.add(name + " where " + row + ": " + found);
                    }
                }
            }
        }));
        assertThat(missed).isEmpty();
        assertThat(new TreeSet<>(tried)).hasSizeGreaterThan(50);
        assertThat(found("select 1")).isEmpty();
    }

    /// A head is counted against its entries, and a log without a head is named by them.
    private static boolean names(Finding found, String table) {
        var of = switch (table) {
            case "audit.head" -> "audit.entry";
            case "ledger.ledger", "ledger.tail" -> "ledger.entry";
            case "federation.inbox" -> "federation.received";
            default -> table;
        };
        var named =
                found.english().startsWith(found.table()) && found.japanese().startsWith(found.table());
        return named && (found.table().equals(table) || found.table().equals(of) && found.position() > 0);
    }

    @Test
    void theLastEpochOfALedgerCannotBeDeletedUnnoticed() {
        assertThat(found("delete from ledger.epoch where number = 2"))
                .singleElement()
                .satisfies(one -> assertThat(one.english()).isEqualTo("ledger.epoch (USA), row 2: deleted"));
    }

    @Test
    void aLedgerWhoseMarksWereChangedIsNotSigned() {
        japan().database().sql("update ledger.ledger set held_to = held_to + 1").update();
        try {
            TestFederation.eventually("it is found", () -> {
                japan().post("/api/v1/verification", "");
                return japan().get("/api/v1/verification").text().contains("held_to");
            });
            var answer = japan().get("/api/v1/ledgers/USA");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("no checkpoint is signed over it");
        } finally {
            japan().database()
                    .sql("update ledger.ledger set held_to = held_to - 1")
                    .update();
        }
        TestFederation.eventually("it is as it was", () -> {
            japan().post("/api/v1/verification", "");
            return japan().get("/api/v1/ledgers/USA").status() == 200;
        });
    }

    /// Another value of the same type.
    private static String other(String column, String type) {
        return switch (column) {
            case "type" -> "case type when 'recall' then 'release' else 'recall' end";
            case "precedence" -> "case precedence when 'ROUTINE' then 'PRIORITY' else 'ROUTINE' end";
            default ->
                switch (type) {
                    case "bigint" -> "coalesce(" + column + ", 0) + 1000000";
                    case "integer" -> column + " + 1";
                    case "text" -> "coalesce(overlay(%1$s placing 'Z' from 2 for 1), 'ZZZ')".formatted(column);
                    case "uuid" -> "gen_random_uuid()";
                    case "bytea" ->
                        "coalesce(set_byte(%1$s, 1, get_byte(%1$s, 1) # 1), '\\x00'::bytea)".formatted(column);
                    case "boolean" -> "not " + column;
                    case "timestamp with time zone" ->
                        "coalesce(%s + interval '1 microsecond', now())".formatted(column);
                    case String unknown -> throw new IllegalStateException("what is another " + unknown + "?");
                };
        };
    }

    private static Map<String, Map<String, String>> columns() {
        var columns = new TreeMap<String, Map<String, String>>();
        japan().database().sql("""
                select table_schema || '.' || table_name t, column_name, data_type from information_schema.columns
                where table_schema in ('audit', 'ledger', 'federation')
                """).query(row -> {
            if (!OTHER.contains(row.getString("t"))) {
                columns.computeIfAbsent(row.getString("t"), table -> new TreeMap<>())
                        .put(row.getString("column_name"), row.getString("data_type"));
            }
        });
        return columns;
    }

    /// What is found after a statement, which is then taken back.
    private static List<Finding> found(String sql) {
        var verifying = new Verifying(
                japan().database(),
                NodeId.parse("JPN/test"),
                japan().bean(OwnKeys.class)::verify,
                japan().bean(Partners.class),
                japan().bean(RowSeals.class));
        var transaction = new TransactionTemplate(japan().bean(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            if (!sql.startsWith("select")) {
                assertThat(japan().database().sql(sql).update()).as(sql).isPositive();
            }
            return Stream.of(List.of(verifying.audit(federation.data("JPN"))), verifying.ledgers(), verifying.copies())
                    .flatMap(List::stream)
                    .flatMap(part -> part.findings().stream())
                    .toList();
        }));
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(japan().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    private static String write(RunningNode node) {
        return node.post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""").json().path("id").asString();
    }

    private static void recall(RunningNode node, String id) {
        assertThat(node.post("/api/v1/records/" + id + "/recall", "{\"reason\":\"a mistake\"}")
                        .status())
                .isEqualTo(200);
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }
}
