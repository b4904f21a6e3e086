package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.renkei.testing.Residents;
import org.renkei.testing.Shown;
import org.renkei.testing.Visitor;

/// Life at risk: one person's word releases at once what waits for officers, and nothing else; somebody looks at it
/// afterwards, or it stands out that nobody did.
class EmergencyTests extends OfficersAtWork {
    private static final String BODY = "{\"party\":\"USA\",\"reason\":\"people are trapped, helicopter needs it\"}";

    @Test
    void anEmergencyReleasesAtOnceAndIsLookedAtAfterwards() {
        enact(TWO);
        var id = note("Trapped under the bridge", "x");
        var path = "/api/v1/records/" + id + "/emergency-release";
        assertThat(officer.send("POST", path, "{\"party\":\"USA\",\"reason\":\"now\"}")
                        .status())
                .isEqualTo(422);
        var body = "{\"party\":\"USA\",\"reason\":\"people are trapped, helicopter needs it\"}";
        assertThat(officer.send("POST", path, body).json().path("state").asString())
                .isEqualTo("released");
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200);
        assertThat(officer.send("POST", path, body).status()).isEqualTo(409);

        var emergency =
                second.get("/api/v1/emergencies").json().path("emergencies").path(0);
        assertThat(emergency.path("by").asString()).isEqualTo("officer");
        var review = "/api/v1/emergencies/" + emergency.path("id").asString();
        assertThat(officer.send("POST", review, "{\"note\":\"fine\"}").status()).isEqualTo(403);
        var looked = second.send("POST", review, "{\"note\":\"no life was at risk\",\"withdraw\":true}")
                .json();
        assertThat(looked.path("reviewedBy").asString()).isEqualTo("second");
        eventually(
                "it is taken back",
                () -> states().get("/api/v1/records/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("recalled"));
        assertThat(japan().get("/api/v1/audit?event=emergency-release").text()).contains("helicopter");
    }

    @Test
    void anEmergencyOpensNothingThatTheRulesForbid() {
        enact(TWO);
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"SECRET//EYES ONLY","body":{"title":"Ours alone"}}""").id();
        var answer = officer.send("POST", "/api/v1/records/" + id + "/emergency-release", """
                {"party":"USA","reason":"people are trapped somewhere"}""");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(404);
    }

    @Test
    void anEmergencyOpensNothingThatNoAgreementCovers() {
        enact(TWO);
        var id = japan().post("/api/v1/records", note("Covered today", "x", "SECRET//REL TO USA"))
                .id();
        assertThat(decision(id)).isEqualTo("needs-review");
        japan().post("/api/v1/agreements/jpn-usa-information-protection-2007/suspend", "{\"reason\":\"test\"}");
        assertThat(officer.send("POST", "/api/v1/records/" + id + "/emergency-release", BODY)
                        .status())
                .isEqualTo(409);
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(404);
    }

    @Test
    void whyAndByWhomIsForThoseAtHomeAlone() {
        enact(TWO);
        var id = note("Trapped under the bridge", "x");
        officer.send("POST", "/api/v1/records/" + id + "/emergency-release", BODY);
        federation.confirmed("JPN", "USA");
        var home = japan().get("/api/v1/audit?record=" + id).text();
        assertThat(home).contains("emergency-release", "officer", "helicopter", "release-decided");
        for (var path :
                new String[] {"/api/v1/records/" + id, "/api/v1/audit?record=" + id, "/api/v1/audit/records/" + id}) {
            var answer = states().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).doesNotContain("helicopter", "\"officer\"");
        }
    }

    @Test
    void whatNobodyLooksAtInTimeStandsOut() {
        enact(TWO);
        var id = note("Trapped under the bridge", "x");
        note("Waits for both", "x");
        officer.send("POST", "/api/v1/records/" + id + "/emergency-release", BODY);
        assertThat(backlog())
                .isEqualTo("{\"reviews\":{\"waiting\":1,\"overdue\":0},\"emergencies\":{\"waiting\":1,\"overdue\":0}}");
        assertThat(state()).isEqualTo("ok");

        clock.advance(Duration.ofHours(25));
        japan().bean(Escalation.class).escalate();
        japan().bean(Escalation.class).escalate();

        assertThat(backlog())
                .isEqualTo("{\"reviews\":{\"waiting\":1,\"overdue\":1},\"emergencies\":{\"waiting\":1,\"overdue\":1}}");
        assertThat(state()).isEqualTo("critical");
        assertThat(japan().get("/api/v1/audit?event=emergency-escalated").json().path("entries"))
                .hasSize(1);
        var looking = guard.signedIn();
        var emergency =
                looking.get("/api/v1/emergencies").json().path("emergencies").path(0);
        assertThat(emergency.path("escalated").asBoolean()).isTrue();
        looking.send("POST", "/api/v1/emergencies/" + emergency.path("id").asString(), "{\"note\":\"rightly so\"}");
        assertThat(backlog()).contains("\"emergencies\":{\"waiting\":0,\"overdue\":0}");
    }

    @Test
    void whatIsOverdueStandsInTheBriefOfThoseAloneWhoMayReview() {
        enact(TWO);
        var id = note("Trapped under the bridge", "x");
        var waiting = note("Waits for both", "x");
        japan().post("/api/v1/records", note("Word KUROSHIO waits", "x", "TOP SECRET//REL TO USA"));
        officer.send("POST", "/api/v1/records/" + id + "/emergency-release", BODY);
        clock.advance(Duration.ofHours(25));
        var residents = new Residents(japan(), clock);
        var looking = guard.signedIn();
        var brief = looking.get("/api/v1/handover-brief");
        var section = brief.json()
                .path("sections")
                .valueStream()
                .filter(one -> one.path("code").asString().equals("reviews"))
                .findFirst()
                .orElseThrow();
        assertThat(section.path("lines")
                        .valueStream()
                        .map(one -> one.path("about").path("ja").asString()
                                + one.path("late").asBoolean()))
                .as("the one that waits four hours first, and nothing above the reader's clearance")
                .containsExactly("Waits for bothtrue", "Trapped under the bridgetrue");
        assertThat(brief.json().path("label").asString()).contains("UNCLASSIFIED//REL TO");
        assertThat(looking.get("/api/v1/overview").json().path("reviews").toString())
                .isEqualTo("{\"waiting\":1,\"overdue\":1,\"emergencies\":1,\"emergenciesOverdue\":1}");
        for (var shown : List.of(id, waiting)) {
            assertThat(Shown.to("second", japan(), shown))
                    .as("the overview counts them")
                    .containsExactly("handover-brief");
        }
        var watch = residents.settle("watch", "watch-officer", "auditor").signedIn();
        var token = looking.send("POST", "/api/v1/account/tokens", "{\"name\":\"t\",\"scopes\":[\"read\"],\"days\":1}");
        var script = new Visitor(japan())
                .bearing("Bearer " + token.json().path("secret").asString());
        for (var reader : List.of(watch, script)) {
            assertThat(reader.get("/api/v1/overview").json().has("reviews")).isFalse();
            assertThat(reader.get("/api/v1/handover-brief").text()).doesNotContain("\"reviews\"", "Waits for both");
        }
    }

    private String backlog() {
        return japan().get("/api/v1/reviews/waiting").text();
    }

    /// How the node's own check of it stands.
    private String state() {
        return japan().get("/api/v1/operation")
                .json()
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString().equals("reviews"))
                .map(check -> check.path("level").asString())
                .findFirst()
                .orElseThrow();
    }
}
