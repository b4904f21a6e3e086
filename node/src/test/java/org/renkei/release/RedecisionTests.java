package org.renkei.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.support.TransactionTemplate;

/// Facts change; everything is decided again, in pages, and nothing leaves by the old facts. The partner is away.
class RedecisionTests {
    private static final String AGREEMENT = "/api/v1/agreements/jpn-usa-information-protection-2007";

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    TestFederation federation;
    RunningNode node;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        node = federation.node("JPN");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aCrashBetweenPagesHoldsBackWhatWasDecidedBeforeAndGoesOnAfterwards() {
        writeSecrets(60);
        node.bean(Redecisions.class).setMostRecords(25);
        node.database().sql("""
                create function release.stumble() returns trigger language plpgsql as
                $$ begin if (select count(*) from ledger.entry where type = 'recall') >= 50
                   then raise exception 'the machine stopped'; end if; return null; end $$
                """).update();
        node.database()
                .sql("create trigger stumble after insert on ledger.entry execute function release.stumble()")
                .update();
        var answer = node.post(AGREEMENT + "/suspend", "{\"reason\":\"test\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("recalled").path("USA").asInt()).isEqualTo(25);
        assertThat(standing("withheld")).isEqualTo(25);
        assertThat(tasks()).isEqualTo(1);
        var ledgers = node.bean(Ledgers.class);
        assertThat(ledgers.read("USA", 1, 1_000, 1 << 20).leaves()).isEmpty();
        node.database().sql("drop trigger stumble on ledger.entry").update();
        node.restart();
        eventually("everything is decided", () -> tasks() == 0);
        assertThat(standing("withheld")).isEqualTo(60);
        assertThat(entries("recall")).isEqualTo(60);
        assertThat(node.bean(Ledgers.class).read("USA", 1, 1_000, 1 << 20).leaves())
                .hasSize(120);
    }

    @Test
    void whatIsWrittenWhileRecordsAreDecidedAgainIsDecidedByTheNewFacts() {
        writeSecrets(10);
        node.post(AGREEMENT + "/suspend", "{\"reason\":\"test\"}");
        writeSecrets(3);
        assertThat(entries("release")).isEqualTo(10);
        var resumed = node.post(AGREEMENT + "/resume", "{\"reason\":\"test\"}").json();
        assertThat(resumed.path("released").path("USA").asInt()).isEqualTo(13);
        assertThat(entries("release")).isEqualTo(23);
        assertThat(node.get("/api/v1/audit?event=release-decided&limit=100")
                        .json()
                        .path("entries")
                        .size())
                .isEqualTo(10 + 10 + 3 + 13);
    }

    /// The revision is decided by the new facts before the record's turn has come: redacted as before, but more of it.
    @Test
    void aRevisionThatCutsMoreThanBeforeTakesTheOldFormBack() {
        var draft = """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA",
                 "portions":[{"at":"/a","label":"SECRET//REL TO USA"},{"at":"/b","label":"SECRET//REL TO AUS"}],
                 "body":{"a":"word AKATSUKI","b":"other","n":%d}}""";
        var id = node.post("/api/v1/records", draft.formatted(1)).id();
        assertThat(entryTypes()).containsExactly("release");
        node.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            node.bean(Decisions.class).lock();
            var register = node.bean(PartyRegister.class);
            register.suspend("jpn-usa-information-protection-2007", register.today(), "test", "JPN release officer");
            node.bean(Redecisions.class).check("test", "JPN release officer");
        });
        node.put("/api/v1/records/" + id, draft.formatted(2));
        assertThat(entryTypes()).containsExactly("release", "recall", "release");
        assertThat(standing("redacted")).isEqualTo(1);
    }

    @Test
    void anAgreementThatEndsOnALaterDayTakesEffectThatDay() {
        writeSecrets(5);
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        var ended = node.post(AGREEMENT + "/end", "{\"reason\":\"test\",\"from\":\"" + day + "\"}");
        assertThat(ended.json().path("recalled").isEmpty()).isTrue();
        clock.advance(Duration.ofDays(1));
        node.bean(ReleaseClock.class).checkFacts();
        eventually("nothing is to do", () -> tasks() == 0);
        assertThat(entries("recall")).isZero();
        clock.advance(Duration.ofDays(1));
        node.bean(ReleaseClock.class).checkFacts();
        eventually("the day has come", () -> entries("recall") == 5 && tasks() == 0);
    }

    @Test
    void narrowerRightsInTheSettingsTakeEffectAtTheNextStart() throws IOException {
        writeSecrets(4);
        node.restart();
        eventually("nothing is to do", () -> tasks() == 0);
        assertThat(entries("recall")).isZero();
        federation.stop("JPN");
        var file = federation.file("JPN");
        Files.writeString(file, Files.readString(file).replace("clearance: SECRET", "clearance: RESTRICTED"));
        node = federation.node("JPN");
        eventually("all is taken back", () -> entries("recall") == 4 && tasks() == 0);
    }

    @Test
    void oldRecordsWithoutAMarkingAreMarkedAtTheStart() {
        writeSecrets(3);
        node.database().sql("update records.record set marking = null").update();
        node.database().sql("delete from records.marking").update();
        node.restart();
        var suspended =
                node.post(AGREEMENT + "/suspend", "{\"reason\":\"test\"}").json();
        assertThat(suspended.path("recalled").path("USA").asInt()).isEqualTo(3);
    }

    @Test
    void aReleaseEndsByItselfAndANewRevisionReleasesAgain() {
        var until = clock.instant().plusSeconds(3600);
        var draft = """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA"%s,"body":{"title":"until"}}""";
        var id = node.post("/api/v1/records", draft.formatted(",\"until\":\"" + until + "\""))
                .id();
        node.bean(ReleaseClock.class).endReleases();
        assertThat(entries("recall")).isZero();
        clock.advance(Duration.ofHours(1));
        node.bean(ReleaseClock.class).endReleases();
        assertThat(entries("recall")).isEqualTo(1);
        var record = node.get("/api/v1/records/" + id).json();
        assertThat(record.path("state").asString()).isEqualTo("current");
        assertThat(record.path("until").asString()).startsWith(until.toString().substring(0, 19));
        assertThat(record.path("releases").get(0).path("decision").asString()).isEqualTo("withheld");
        var reason = node.get("/api/v1/records/" + id + "/release").decision("USA");
        assertThat(reason.path("reasons").get(0).path("code").asString()).isEqualTo("release-ended");
        assertThat(node.get("/api/v1/audit?event=release-ended").text()).contains(id);
        node.post(AGREEMENT + "/suspend", "{\"reason\":\"test\"}");
        node.post(AGREEMENT + "/resume", "{\"reason\":\"test\"}");
        assertThat(entries("release")).isEqualTo(1);
        node.put("/api/v1/records/" + id, draft.formatted(""));
        assertThat(entries("release")).isEqualTo(2);
        var past = node.post("/api/v1/records", draft.formatted(",\"until\":\"2020-01-01T00:00:00Z\""));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.text()).contains("already past");
        var odd = node.post("/api/v1/records", draft.formatted(",\"until\":\"tomorrow\""));
        assertThat(odd.json().path("errors").get(0).path("at").asString()).isEqualTo("/until");
    }

    private void writeSecrets(int count) {
        var drafts = IntStream.range(0, count)
                .mapToObj("{\"kind\":\"note\",\"label\":\"SECRET//REL TO USA\",\"body\":{\"n\":%d}}"::formatted)
                .collect(Collectors.joining(","));
        assertThat(node.post("/api/v1/records/batch", "{\"drafts\":[" + drafts + "]}")
                        .status())
                .isEqualTo(200);
    }

    private long tasks() {
        return count("select count(*) from release.redecision");
    }

    private long standing(String outcome) {
        return count("select count(*) from release.held where outcome = '" + outcome + "'");
    }

    private List<String> entryTypes() {
        return node.database()
                .sql("select type from ledger.entry order by position")
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    private long entries(String type) {
        return count("select count(*) from ledger.entry where type = '" + type + "'");
    }

    private long count(String sql) {
        return node.database().sql(sql).query(Long.class).single();
    }
}
