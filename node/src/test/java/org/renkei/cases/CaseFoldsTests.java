package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.folds.Subjects;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case that is remembered is the case that folding its statements comes to, for whoever asks and whatever happens to
/// a record.
class CaseFoldsTests {
    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();
    static Visitor cleared;
    static Visitor uncleared;
    static Visitor liaison;

    @BeforeAll
    static void start() {
        var residents = new Residents(japan(), CLOCK);
        cleared = residents
                .settleAs("fold.high", Residents.draft("fold.high", "JPN", "watch-officer"))
                .signedIn();
        var low = Residents.draft("fold.low", "JPN", "watch-officer").replace("SECRET", "UNCLASSIFIED");
        uncleared = residents.settleAs("fold.low", low).signedIn();
        liaison = residents
                .settleAs("fold.usa", Residents.draft("fold.usa", "USA", "liaison"))
                .signedIn();
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    private static CaseTalk worked() {
        var talk = new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
        talk.say("JPN", "report", Map.of("text", "Route 57 is cut"), "JPN", "USA");
        var request = talk.say(
                "JPN",
                "request",
                Map.of(
                        "category",
                        "transport",
                        "text",
                        "Blankets",
                        "quantity",
                        3,
                        "unit",
                        "t",
                        "due",
                        "2090-01-01T00:00:00Z"),
                "JPN",
                "USA");
        talk.arrives("USA", request);
        var offer = talk.say("USA", "offer", Map.of("on", request, "quantity", 3, "text", "One C-130"), "JPN", "USA");
        talk.arrives("JPN", offer);
        return talk;
    }

    private static void decide(CaseTalk talk, String text) {
        var said = CaseTalk.said("decision", Map.of("authority", "Minister", "text", text), List.of("JPN"))
                .replace("UNCLASSIFIED", "SECRET");
        var answer = japan().post("/api/v1/cases/" + talk.id + "/statements", said);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /// What everybody is told, in the words of the node.
    private static List<String> told(CaseTalk talk) {
        var told = new ArrayList<String>();
        for (var visitor : List.of(cleared, uncleared, liaison)) {
            for (var path : List.of("/" + talk.id, "", "/inbox")) {
                told.add(visitor.get("/api/v1/cases" + path).text());
            }
        }
        return told;
    }

    @Test
    void readAnewEverybodyIsToldTheSame() {
        var talk = worked();
        decide(talk, "KAGERO");
        assertThat(told(talk)).as("remembered and folded are one").isEqualTo(told(talk));
        for (var party : List.of("JPN", "USA")) {
            var jdbc = NATIONS.node(party).bean(JdbcClient.class);
            var before = rows(jdbc);
            assertThat(before).hasSizeGreaterThan(4);
            var told = told(talk);
            jdbc.sql("delete from folds.rules").update();
            NATIONS.node(party).bean(Subjects.class).start();
            assertThat(rows(jdbc)).isEqualTo(before);
            assertThat(told(talk)).isEqualTo(told);
        }
    }

    private static List<String> rows(JdbcClient jdbc) {
        var rows = new ArrayList<String>();
        for (var query : List.of(
                "select concat_ws(' ', record, kind, subject, marking) from folds.said order by record",
                "select concat_ws(' ', kind, subject, markings) from folds.subject order by kind, subject")) {
            rows.addAll(jdbc.sql(query).query(String.class).list());
        }
        return rows;
    }

    @Test
    void whatIsNotSeenShiftsNothingAndWhatIsNewIsThereAtOnce() {
        var talk = worked();
        var others = told(talk);
        decide(talk, "ASAGIRI");
        assertThat(cleared.get("/api/v1/cases/" + talk.id).text()).contains("ASAGIRI");
        assertThat(told(talk).subList(3, 9)).as("for who may not know of it").isEqualTo(others.subList(3, 9));
        var said = talk.say("JPN", "report", Map.of("text", "Route 57 is open"), "JPN", "USA");
        for (var visitor : List.of(cleared, uncleared, liaison)) {
            assertThat(CaseTalk.records(visitor.get("/api/v1/cases/" + talk.id).json()))
                    .last()
                    .isEqualTo(said);
        }
    }

    @Test
    void whatIsRecalledIsSaidByNobodyAtEitherNode() {
        var talk = worked();
        var wrong = talk.say("JPN", "report", Map.of("text", "Route 3 is cut"), "JPN", "USA");
        talk.arrives("USA", wrong);
        var recalled = japan().post("/api/v1/records/" + wrong + "/recall", "{\"reason\":\"wrong road\"}");
        assertThat(recalled.status()).as(recalled.text()).isEqualTo(200);
        assertThat(CaseTalk.records(talk.page("JPN"))).doesNotContain(wrong);
        eventually("USA has it no more", () -> !talk.holds("USA", wrong));
        assertThat(CaseTalk.records(talk.page("USA"))).isEqualTo(CaseTalk.records(talk.page("JPN")));
        assertThat(told(talk).toString()).doesNotContain("Route 3");
    }

    @Test
    void aPageHoldsTheNewestAndSaysHowManyCameBefore() {
        var talk = worked();
        var whole = talk.page("JPN");
        assertThat(whole.path("earlier").asInt()).isZero();
        assertThat(whole.path("unconfirmed").asInt()).as("the offer").isEqualTo(1);
        talk.say("JPN", "report", Map.of("text", "All is quiet"), "JPN", "USA");
        var brief = japan().get("/api/v1/cases/" + talk.id + "?newest=1").json();
        var acts = brief.path("statements")
                .valueStream()
                .map(one -> one.path("act").asString())
                .toList();
        assertThat(acts)
                .as("the opening, what can be answered, the newest")
                .contains("open", "offer")
                .endsWith("report");
        assertThat(brief.path("earlier").asInt()).isEqualTo(5 - acts.size()).isPositive();
        assertThat(brief.path("asked")).isEqualTo(talk.page("JPN").path("asked"));
        for (var wrong : List.of("0", "10001", "x")) {
            assertThat(japan().get("/api/v1/cases/" + talk.id + "?newest=" + wrong)
                            .status())
                    .isBetween(400, 422);
        }
    }
}
