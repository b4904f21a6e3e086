package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import tools.jackson.databind.JsonNode;

/// Replies to statements of a case, and the bodies that statements mention, at two nations that were told
/// and at a third that was not.
class CaseThreadsTests {
    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    private static CaseTalk opened(String... nations) {
        return new CaseTalk(NATIONS.federation()).opened("disaster", nations);
    }

    @Test
    void aReplyStandsAtBothNationsAndChangesNothing() {
        var talk = opened("JPN", "USA");
        var ask = Map.of(
                "text", "Berths?", "due", CLOCK.instant().plusSeconds(3_600).toString());
        var asked = talk.say("JPN", "ask", ask, "JPN", "USA");
        talk.arrives("USA", asked);
        var reply = talk.say("USA", "remark", Map.of("on", asked, "text", "Which draught?"), "JPN", "USA");
        talk.arrives("JPN", reply);
        var second = talk.say("JPN", "remark", Map.of("on", reply, "text", "Eight metres."), "JPN", "USA");
        talk.arrives("USA", second);
        assertThat(talk.inbox("USA"))
                .as("the question is not answered by a reply")
                .containsExactly("inform USA due");
        assertThat(talk.inbox("JPN")).containsExactly("inform USA awaiting");
        for (var party : List.of("JPN", "USA")) {
            assertThat(on(talk.page(party), reply)).containsExactly(asked);
            assertThat(on(talk.page(party), second)).containsExactly(reply);
            assertThat(talk.page(party).path("remark").path("act").asString()).isEqualTo("remark");
        }
        var elsewhere = talk.trying("USA", "remark", Map.of("on", asked, "text", "To myself"), "USA");
        assertThat(elsewhere.text()).contains("JPN said what this answers and is told");
    }

    @Test
    void aMentionedBodyFindsItAtBothNationsUntilEachAnswers() {
        var talk = opened("JPN", "USA");
        var text = "Please confirm, @bocc and @acg-dg";
        var fields = Map.of("text", text, "mentions", List.of("bocc", "acg-dg"));
        var report = talk.say("JPN", "report", fields, "JPN", "USA");
        talk.arrives("USA", report);
        for (var party : List.of("JPN", "USA")) {
            assertThat(mentions(party, talk)).containsExactly(report + " [\"bocc\",\"acg-dg\"]");
            assertThat(statement(talk.page(party), report).path("fields").path("mentions"))
                    .as("stored by their codes")
                    .hasToString("[\"bocc\",\"acg-dg\"]");
            assertThat(talk.inbox(party)).as("a mention is no duty").isEmpty();
        }
        var reply = talk.say("USA", "remark", Map.of("on", report, "text", "Confirmed"), "JPN", "USA");
        assertThat(mentions("USA", talk)).isEmpty();
        talk.arrives("JPN", reply);
        assertThat(mentions("JPN", talk)).as("ours has not answered yet").hasSize(1);
        talk.say("JPN", "remark", Map.of("on", report, "text", "Thank you"), "JPN", "USA");
        assertThat(mentions("JPN", talk)).isEmpty();

        var other = talk.say(
                "USA", "remark", Map.of("on", report, "text", "@bocc", "mentions", List.of("bocc")), "JPN", "USA");
        talk.arrives("JPN", other);
        assertThat(mentions("JPN", talk)).containsExactly(other + " [\"bocc\"]");
        var receipts = "/api/v1/cases/" + talk.id + "/receipts";
        NATIONS.node("JPN").post(receipts, "{\"receipt\":\"acknowledged\"}");
        assertThat(mentions("JPN", talk)).as("who took note is not reminded").isEmpty();
    }

    @Test
    void aBodyThatIsNotToldLearnsNothing() {
        var talk = opened("JPN", "USA", "AUS");
        var fields = Map.of("text", "For @joint-post", "mentions", List.of("joint-post"));
        var report = talk.say("JPN", "report", fields, "JPN", "USA");
        var after = talk.say("JPN", "report", Map.of("text", "To all"), "AUS", "JPN", "USA");
        talk.arrives("USA", report);
        talk.arrives("AUS", after);
        assertThat(mentions("USA", talk)).hasSize(1);
        assertThat(mentions("AUS", talk))
                .as("its office belongs to that body, too")
                .isEmpty();
        assertThat(NATIONS.node("AUS").get("/api/v1/cases/inbox").text()).doesNotContain(report);
        var liaison = new Residents(NATIONS.node("JPN"), CLOCK)
                .settleAs("aus.thread", Residents.draft("aus.thread", "AUS", "liaison"))
                .signedIn();
        assertThat(liaison.get("/api/v1/cases/inbox").text())
                .doesNotContain(report)
                .doesNotContain("joint-post");

        var untold =
                Map.of("text", "@nato-jpn", "mentions", List.of("trilateral-aus", "jpn-aus-operations", "un-ocha"));
        var refused = talk.trying("JPN", "report", untold, "JPN", "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "/fields/mentions",
                        "no office of “UN OCHA, On-Site Operations Coordination Centre (OSOCC)” is told this")
                .doesNotContain("Trilateral");
        var unknown = Map.of("text", "x", "mentions", List.of("nowhere"));
        assertThat(talk.trying("JPN", "report", unknown, "JPN", "USA").text()).contains("no body nowhere is known");
        var broken = Map.of("text", "x", "mentions", "bocc");
        assertThat(talk.trying("JPN", "report", broken, "JPN", "USA").status()).isEqualTo(422);
    }

    private static List<String> mentions(String party, CaseTalk talk) {
        return NATIONS.node(party)
                .get("/api/v1/cases/inbox")
                .json()
                .path("mentions")
                .valueStream()
                .filter(one -> one.path("said").path("caseId").asString().equals(talk.id))
                .map(one -> one.path("said").path("record").asString() + " "
                        + one.path("bodies").toString())
                .toList();
    }

    private static List<String> on(JsonNode page, String record) {
        var on = statement(page, record).path("on");
        return on.valueStream().map(one -> one.asString()).toList();
    }

    private static JsonNode statement(JsonNode page, String record) {
        return page.path("statements")
                .valueStream()
                .filter(one -> one.path("record").asString().equals(record))
                .findFirst()
                .orElseThrow();
    }
}
