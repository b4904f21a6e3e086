package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.Nations;
import tools.jackson.databind.JsonNode;

/// A third nation joins a case that two work already.
class CaseJoiningTests {
    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    @Test
    void aFurtherNationJoinsWhenAllWantItAndLearnsNothingOfBefore() {
        var talk = new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
        talk.say("USA", "phase", Map.of("phase", "cooperation", "text", "We help"), "JPN", "USA");
        var before = talk.say("JPN", "report", Map.of("text", "KAGERO: Route 57 is cut"), "JPN", "USA");
        var early = talk.trying("JPN", "admit", admission(talk), "AUS", "JPN", "USA");
        assertThat(early.text()).contains("not all nations of this case have assented that AUS joins");
        var invited = talk.say("USA", "invite", Map.of("party", "AUS", "text", "They clear roads"), "JPN", "USA");
        talk.arrives("JPN", invited);
        assertThat(talk.inbox("JPN")).containsExactly("assent JPN due");
        assertThat(talk.inbox("USA")).containsExactly("assent JPN awaiting");
        var joining = talk.page("USA").path("joining").path(0);
        assertThat(joining.path("waitedFor").toString()).isEqualTo("[\"JPN\"]");
        assertThat(joining.path("assented").toString()).isEqualTo("[\"USA\"]");
        assertThat(joining.path("state").asString()).isEqualTo("proposed");
        assertThat(talk.trying("JPN", "invite", Map.of("party", "AUS", "text", "x"), "JPN", "USA")
                        .text())
                .contains("AUS is proposed already");
        assertThat(talk.trying("JPN", "invite", Map.of("party", "XXX", "text", "x"), "JPN", "USA")
                        .text())
                .contains("this node has no link to XXX");
        NATIONS.confirmed("USA", "AUS");
        assertThat(NATIONS.node("AUS").get("/api/v1/cases/" + talk.id).status())
                .as("it is told nothing yet")
                .isEqualTo(404);
        talk.say("JPN", "assent", Map.of("on", invited), "JPN", "USA");
        assertThat(talk.inbox("JPN")).containsExactly("admit JPN due");
        assertThat(talk.trying("JPN", "admit", admission(talk), "AUS", "JPN", "KOR", "USA")
                        .text())
                .as("nobody is brought in besides")
                .contains("all nations of the case and the one that joins are told, and nobody else: AUS, JPN, USA");
        var admitted = talk.say("JPN", "admit", admission(talk), "AUS", "JPN", "USA");
        List.of("AUS", "USA").forEach(nation -> {
            eventually(
                    nation + " has it", () -> talk.page(nation).path("nations").size() == 3);
            talk.arrives(nation, admitted);
        });
        assertThat(CaseTalk.records(talk.page("AUS"))).containsExactly(admitted);
        assertThat(talk.page("AUS").path("name").path("en").asString()).isEqualTo("Earthquake");
        assertThat(talk.page("AUS").toString()).doesNotContain("KAGERO").doesNotContain(before);
        assertThat(phases(talk.page("AUS")))
                .as("what was said before is not passed on")
                .containsExactly("JPN disaster");
        assertThat(talk.inbox("USA")).containsExactly("phase USA due");
        var anew = talk.say("USA", "phase", Map.of("phase", "cooperation", "text", "As before"), "AUS", "JPN", "USA");
        talk.arrives("AUS", anew);
        talk.arrives("JPN", anew);
        assertThat(phases(talk.page("AUS"))).containsExactly("JPN disaster", "USA cooperation");
        assertThat(talk.inbox("USA")).isEmpty();
        var report = talk.say("AUS", "report", Map.of("text", "One engineer troop"), "AUS", "JPN", "USA");
        List.of("JPN", "USA").forEach(nation -> {
            talk.arrives(nation, report);
            assertThat(talk.page(nation).path("waiting")).isEmpty();
        });
        assertThat(talk.inbox("JPN")).isEmpty();
        assertThat(talk.trying("AUS", "invite", Map.of("party", "JPN", "text", "x"), "AUS", "JPN", "USA")
                        .text())
                .contains("JPN is in this case already");
    }

    private static List<String> phases(JsonNode page) {
        return page.path("phases")
                .valueStream()
                .map(one ->
                        one.path("party").asString() + " " + one.path("phase").asString())
                .toList();
    }

    /// What the desk fills in, and the text.
    private static Map<String, Object> admission(CaseTalk talk) {
        var fields = new HashMap<String, Object>(Map.of(
                "party", "AUS",
                "opened", "0".repeat(32),
                "nameEn", "Earthquake",
                "nameJa", "地震",
                "phase", "disaster",
                "body", "bocc",
                "text", "Roads are to be cleared"));
        talk.page("JPN")
                .path("next")
                .valueStream()
                .filter(one -> one.path("act").asString().equals("admit"))
                .flatMap(one -> one.path("fields").valueStream())
                .filter(one -> !one.path("value").isNull())
                .forEach(one -> fields.put(
                        one.path("name").asString(), one.path("value").asString()));
        return fields;
    }
}
