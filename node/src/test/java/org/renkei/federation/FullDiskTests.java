package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// The receiver's disk is full: both say so, the origin keeps everything, and once there is space it all arrives.
class FullDiskTests {
    @TempDir
    static Path folder;

    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        japan();
        states();
        states().database().sql("""
                create function federation.disk_full() returns trigger language plpgsql as
                $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$
                """).update();
        states().database().sql("""
                create function federation.disk_slow() returns trigger language plpgsql as
                $$ begin perform pg_sleep(0.5); return new; end $$
                """).update();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"federation.received", "federation.advanced"})
    void bothSaySoAndNothingIsLost(String table) {
        eventually("the link is up", () -> link(japan(), "en").contains("\"up\""));
        // what is urgent comes ahead of its turn only while something before it is not stored yet
        slow("federation.received");
        fill(table);
        var ids = new ArrayList<String>();
        try {
            for (var precedence : List.of("ROUTINE", "FLASH", "ROUTINE")) {
                ids.add(note(precedence));
            }
            eventually("the receiver says so", () -> link(states(), "en").contains("check disk and database"));
            eventually("in Japanese too", () -> link(states(), "ja").contains("受信内容を保存できません（"));
            eventually("its partner says so", () -> link(japan(), "en").contains("the partner cannot store"));
            eventually("in Japanese too", () -> link(japan(), "ja").contains("相手が受信内容を保存できません"));
            eventually(
                    "the receiver's audit log names it",
                    () -> states().get("/api/v1/audit?event=link-down").text().contains("No space left"));
            eventually(
                    "its partner's, too",
                    () -> japan().get("/api/v1/audit?event=link-down").text().contains("not-stored"));
            var ledger = japan().get("/api/v1/ledgers/USA").json();
            assertThat(ledger.path("size").asLong()
                            - ledger.path("acknowledged").path("size").asLong())
                    .isPositive();
        } finally {
            empty(table);
            quicken("federation.received");
        }
        arrived(ids);
    }

    @Test
    void aNodeThatCannotEvenKeepItsAuditLogComesBackByItself() {
        eventually("the link is up", () -> link(japan(), "en").contains("\"up\""));
        fill("audit.entry");
        var ids = new ArrayList<String>();
        try {
            ids.add(note("ROUTINE"));
            eventually("the receiver says so", () -> link(states(), "en").contains("check disk and database"));
            eventually(
                    "they have tried again",
                    () -> japan().get("/api/v1/audit?event=link-up")
                                    .json()
                                    .path("entries")
                                    .size()
                            > 2);
        } finally {
            empty("audit.entry");
        }
        arrived(ids);
    }

    private static void fill(String table) {
        sql("create trigger full_disk before insert on " + table + " execute function federation.disk_full()");
    }

    private static void empty(String table) {
        sql("drop trigger full_disk on " + table);
    }

    private static void slow(String table) {
        sql("create trigger slow_disk before insert on " + table
                + " for each row execute function federation.disk_slow()");
    }

    private static void quicken(String table) {
        sql("drop trigger slow_disk on " + table);
    }

    private static void sql(String statement) {
        states().database().sql(statement).update();
    }

    private static void arrived(List<String> ids) {
        federation.confirmed("JPN", "USA");
        for (var id : ids) {
            assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200);
        }
        assertThat(states().get("/api/v1/ledgers/JPN").json().path("received").path("root"))
                .isEqualTo(japan().get("/api/v1/ledgers/USA").json().path("root"));
    }

    private static String note(String precedence) {
        return japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"%s","body":{"title":"on its way"}}
                """.formatted(precedence)).id();
    }

    private static String link(RunningNode node, String language) {
        return node.send("GET", "/api/v1/node", "", "Bearer " + node.token(), language)
                .json()
                .path("links")
                .toString();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }
}
