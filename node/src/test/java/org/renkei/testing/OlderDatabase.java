package org.renkei.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes a database back to before the newest steps, as a node of an older version has left it.
public final class OlderDatabase {
    /// The version it is taken back to.
    public static final int VERSION = 19;

    /// Steps from there to now.
    private static final List<String> NEWER = List.of(
            "20", "21", "22", "23", "24", "29", "30", "34", "35", "36", "37", "40", "41", "46", "47", "49", "50", "51",
            "52", "54", "55", "56", "58", "59", "60", "61", "62", "63", "64", "65", "66", "67");
    public static final int STEPS = NEWER.size();

    private static final List<String> SEALED = List.of(
            "ledger.ledger",
            "ledger.entry",
            "federation.inbox",
            "federation.received",
            "federation.advanced",
            "audit.cosignature");

    private OlderDatabase() {}

    public static void takeBack(JdbcClient jdbc) {
        for (var schema : List.of(
                "notices",
                "operation",
                "picture",
                "watching",
                "cases",
                "acsa",
                "views",
                "folds",
                "calendar",
                "publication")) {
            jdbc.sql("drop schema " + schema + " cascade").update();
        }
        jdbc.sql("drop index audit.entry_shown").update();
        jdbc.sql("drop table party.coordination").update();
        jdbc.sql("drop table identity.client_certificate").update();
        jdbc.sql("drop table identity.provider_logout").update();
        jdbc.sql("drop table ledger.epoch").update();
        jdbc.sql("drop table ledger.acknowledgement").update();
        jdbc.sql("alter table ledger.ledger add column size bigint").update();
        jdbc.sql("update ledger.ledger l set size = t.size from ledger.tail t where t.party = l.party")
                .update();
        jdbc.sql("alter table ledger.ledger alter column size set not null").update();
        jdbc.sql("drop table ledger.tail").update();
        jdbc.sql("drop index records.record_recalled").update();
        jdbc.sql("drop index federation.received_record").update();
        jdbc.sql("create index on federation.received (record, position desc)").update();
        jdbc.sql("alter table identity.session drop column provider_subject, drop column provider_session")
                .update();
        jdbc.sql("alter table identity.person drop column bodies").update();
        jdbc.sql("drop table review.given_by").update();
        jdbc.sql("alter table review.policy drop column many_hours").update();
        jdbc.sql("alter table review.emergency drop column due_at, drop column escalated_at")
                .update();
        for (var table : SEALED) {
            jdbc.sql("alter table " + table + " drop column row_seal").update();
        }
        jdbc.sql("delete from flyway_schema_history where version in (:newer)")
                .param("newer", NEWER)
                .update();
    }

    public static int version(JdbcClient jdbc) {
        return jdbc.sql("select max(version::int) from flyway_schema_history where version is not null")
                .query(Integer.class)
                .single();
    }
}
