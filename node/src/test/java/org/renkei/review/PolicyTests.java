package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.renkei.release.ReleaseClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.json.JsonMapper;

/// The release policy: who makes it, what it says it would change, and from when on it does.
class PolicyTests extends OfficersAtWork {
    @Test
    void aPolicyIsProposedByOneOfficerAndConfirmedByAnother() {
        var day = japan().get("/api/v1/agreements").status();
        assertThat(day).isEqualTo(200);
        assertThat(officer.get("/api/v1/release-policy")
                        .json()
                        .path("current")
                        .path("version")
                        .asInt())
                .isZero();
        var version = propose(draft(FIRST));
        assertThat(confirm(officer, version).status()).isEqualTo(409);
        assertThat(officer.get("/api/v1/release-policy")
                        .json()
                        .path("current")
                        .path("version")
                        .asInt())
                .isZero();
        assertThat(confirm(second, version).status()).isEqualTo(200);
        var policies = officer.get("/api/v1/release-policy").json();
        assertThat(policies.path("current").path("version").asInt()).isEqualTo(version);
        assertThat(policies.path("yaml").asString()).contains("first-of-kind");
        assertThat(japan().get("/api/v1/audit?event=release-policy-confirmed").text())
                .contains("first");
        assertThat(confirm(second, version).status()).isEqualTo(409);
    }

    @Test
    void mistakesInAPolicyAreAllNamed() {
        var answer = officer.send("POST", "/api/v1/release-policy/check", """
                {"from":"2001-02-30","many":0,"rules":[
                  {"id":"A!","act":"review","cause":"always","parties":["XXX"],"kinds":[],"persons":1,"hours":1},
                  {"id":"b","act":"withhold","cause":"many","parties":[],"kinds":[],"persons":3,"hours":1}]}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors")).hasSize(6);
    }

    @Test
    void aPolicyThatWithholdsTakesBackWhatWasReleasedAndSaysSoBefore() {
        var id = note("Released first", "x");
        federation.confirmed("JPN", "USA");
        var effect = officer.send("POST", "/api/v1/release-policy/check", draft(NONE_OF_THESE))
                .json();
        assertThat(effect.path("parties").path(0).path("party").asString()).isEqualTo("USA");
        assertThat(effect.path("parties").path(0).path("recalled").asInt()).isEqualTo(1);
        assertThat(states().get("/api/v1/records/" + id).json().path("state").asString())
                .isEqualTo("current");

        enact(NONE_OF_THESE);

        eventually(
                "it is taken back",
                () -> states().get("/api/v1/records/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("recalled"));
        assertThat(japan().get("/api/v1/records/" + id + "/release").text()).contains("rule none");
        var back =
                officer.send("POST", "/api/v1/release-policy/check", draft("")).json();
        assertThat(back.path("parties").path(0).path("released").asInt()).isEqualTo(1);
        enact("");
        eventually(
                "it is released again",
                () -> states().get("/api/v1/records/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("current"));
    }

    @Test
    void aPolicyHoldsFromItsDayOn() {
        var held = note("Released before", "x");
        federation.confirmed("JPN", "USA");
        var version = propose(draft(NONE_OF_THESE, 100, clock.instant().plus(Duration.ofDays(2))));
        assertThat(confirm(second, version).status()).isEqualTo(200);
        japan().bean(ReleaseClock.class).checkFacts();
        assertThat(versionInForce()).isZero();
        assertThat(decision(held)).isEqualTo("released");
        assertThat(decision(note("Released on the day before", "x"))).isEqualTo("released");

        clock.advance(Duration.ofDays(2));
        japan().bean(ReleaseClock.class).checkFacts();

        assertThat(versionInForce()).isEqualTo(version);
        assertThat(decision(note("Too late", "x"))).isEqualTo("withheld");
        eventually(
                "what was released before is taken back",
                () -> states().get("/api/v1/records/" + held)
                        .json()
                        .path("state")
                        .asString()
                        .equals("recalled"));
    }

    @Test
    void manyAtOnceWait() {
        enact(TWO.replace("always", "many"), 2);
        bring(2);
        assertThat(queue()).isEmpty();
        bring(3);
        assertThat(queue()).hasSize(3);
        assertThat(queue().path(0).path("causes").path(0).asString()).isEqualTo("many");
    }

    @Test
    void whoSplitsManyIntoFewIsAskedAsWell() {
        var rule = TWO.replace("always", "many");
        var draft = draft(rule, 3, clock.instant()).replace("\"many\":3", "\"many\":3,\"manyHours\":2");
        assertThat(confirm(second, propose(draft)).status()).isEqualTo(200);
        bring(2);
        assertThat(decision(note("The third", "x"))).isEqualTo("released");
        var preview = japan().post("/api/v1/release/preview", note("The fourth", "x", "UNCLASSIFIED//REL TO USA"));
        assertThat(preview.text()).contains("more than 3 records by one author within 2 h");
        var fourth = note("The fourth", "x");
        assertThat(decision(fourth)).isEqualTo("needs-review");
        bring(2);
        assertThat(queue()).as("it does not help to go on").hasSize(3);
        var other = officer.send("POST", "/api/v1/records", note("By another", "x", "UNCLASSIFIED//REL TO USA"));
        assertThat(decision(other.id())).as("each author is counted alone").isEqualTo("released");
        rule(officer, queue().path(0), "release", "[]");
        rule(second, queue().path(0), "release", "[]");
        clock.advance(Duration.ofMinutes(121));
        for (var n = 0; n < 3; n++) {
            assertThat(decision(note("Two hours later, " + n, "x"))).isEqualTo("released");
        }
        assertThat(decision(note("Again too many", "x"))).isEqualTo("needs-review");
    }

    @Test
    void aPolicyIsReadFromYamlIntoTheSameForm() {
        enact(FIRST);
        var shown = officer.get("/api/v1/release-policy").json().path("yaml").asString();
        var read = yaml(shown);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        var current = officer.get("/api/v1/release-policy").json().path("current");
        for (var name : PolicyReader.FIELDS) {
            assertThat(read.json().path(name)).isEqualTo(current.path(name));
        }
        var wrong = yaml(shown.replace("hours:", "hour:"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("line ", "there is no field 'hour'", "a whole number from 1 to 720");
        var reader =
                new Residents(japan(), clock).settle("reader", "watch-officer").signedIn();
        assertThat(reader.send("POST", "/api/v1/release-policy/yaml", "{\"yaml\":\"\"}")
                        .status())
                .isEqualTo(403);
    }

    private RunningNode.Answer yaml(String text) {
        var body = JsonMapper.shared().createObjectNode().put("yaml", text).toString();
        return officer.send("POST", "/api/v1/release-policy/yaml", body);
    }

    @Test
    void aWeakerMarkingWaits() {
        enact(TWO.replace("always", "downgrade"));
        var id = japan().post("/api/v1/records", note("The pier", "x", "SECRET//REL TO USA"))
                .id();
        assertThat(decision(id)).isEqualTo("released");
        revise(id, "The pier", "x", "UNCLASSIFIED//REL TO USA");
        assertThat(decision(id)).isEqualTo("needs-review");
        assertThat(queue().path(0).path("causes").path(0).asString()).isEqualTo("downgrade");
        var stronger = note("The quay", "x");
        revise(stronger, "The quay", "x", "SECRET//REL TO USA");
        assertThat(decision(stronger)).isEqualTo("released");
    }

    @Test
    void whatWaitsStaysWithTheOfficersWhenTheirRuleIsDropped() {
        enact(TWO);
        var waits = note("Waits", "x");
        var effect =
                officer.send("POST", "/api/v1/release-policy/check", draft("")).json();
        assertThat(effect.path("parties").path(0).path("waiting").asInt()).isEqualTo(1);
        enact("");
        assertThat(decision(note("Nobody asks any more", "x"))).isEqualTo("released");
        assertThat(decision(waits)).isEqualTo("needs-review");
        rule(officer, queue().path(0), "release", "[]");
        rule(second, queue().path(0), "release", "[]");
        assertThat(decision(waits)).isEqualTo("released");
    }

    @Test
    void whatSomethingElseKeepsBackAsWellIsNotCountedAsReleased() {
        enact(FIRST);
        var ruled = note("Ruled against", "x");
        rule(officer, queue().path(0), "withhold", "[]");
        enact(NONE_OF_THESE);
        var alone = note("Kept back by the policy alone", "x");
        var others = japan().post("/api/v1/records", note("Not for them", "x", "UNCLASSIFIED//REL TO AUS"))
                .id();
        assertThat(List.of(decision(ruled), decision(alone), decision(others))).containsOnly("withheld");

        assertThat(effect("")).isEqualTo("released 1, to officers 0");
        assertThat(effect(FIRST)).isEqualTo("released 0, to officers 1");
        assertThat(effect(TWO.replace("always", "exercise-mix"))).isEqualTo("released 1, to officers 0");

        enact("");
        eventually("the one is released", () -> decision(alone).equals("released"));
        assertThat(List.of(decision(ruled), decision(others))).containsOnly("withheld");
    }

    private String effect(String rules) {
        var party = officer.send("POST", "/api/v1/release-policy/check", draft(rules))
                .json()
                .path("parties")
                .path(0);
        return "released " + party.path("released") + ", to officers " + party.path("toOfficers");
    }

    private int versionInForce() {
        return japan().get("/api/v1/release-policy")
                .json()
                .path("current")
                .path("version")
                .asInt();
    }

    /// So many records in one batch.
    private void bring(int count) {
        var lines = IntStream.range(0, count)
                .mapToObj(n -> note("Of many " + n, "x", "UNCLASSIFIED//REL TO USA"))
                .collect(Collectors.joining(","));
        var answer = japan().post("/api/v1/records/batch", "{\"drafts\":[" + lines + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
