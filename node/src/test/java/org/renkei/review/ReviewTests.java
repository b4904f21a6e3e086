package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.renkei.testing.Residents;

/// What the release policy sends to an officer waits, and what officers rule holds: seen from both nations.
class ReviewTests extends OfficersAtWork {
    @Test
    void theFirstOfAKindWaitsAndWhatAnOfficerCutsDoesNotArrive() {
        enact(FIRST);
        var id = note("The bridge", "word HAYABUSA-7");
        assertThat(decision(id)).isEqualTo("needs-review");
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(404);
        var review = queue().path(0);
        assertThat(review.path("record").asString()).isEqualTo(id);
        assertThat(review.path("causes").path(0).asString()).isEqualTo("first-of-kind");
        var path = "/api/v1/reviews/" + review.path("id").asString();
        var shown = officer.get(path).json();
        assertThat(shown.path("preview").path("form").path("remarks").asString())
                .isEqualTo("word HAYABUSA-7");
        var cut = officer.send("POST", path + "/preview", "{\"cuts\":[\"/remarks\"]}")
                .json();
        assertThat(cut.path("form").has("remarks")).isFalse();
        assertThat(cut.path("removed").path(0).asString()).isEqualTo("/remarks");
        assertThat(officer.send("POST", path + "/preview", "{\"cuts\":[\"/nowhere\"]}")
                        .status())
                .isEqualTo(422);

        var ruled = rule(officer, review, "release", "[\"/remarks\"]");
        assertThat(ruled.json().path("state").asString()).isEqualTo("released");

        federation.confirmed("JPN", "USA");
        var received = states().get("/api/v1/records/" + id);
        assertThat(received.json().path("body").path("title").asString()).isEqualTo("The bridge");
        assertThat(received.text()).doesNotContain("HAYABUSA");
        var next = note("The road", "open");
        assertThat(decision(next)).isEqualTo("released");
        assertThat(rule(officer, review, "release", "[]").status()).isEqualTo(409);
        assertThat(japan().get("/api/v1/audit?event=review-voice").text()).contains("officer", "/remarks");

        revise(id, "The bridge", "word HAYABUSA-8", "UNCLASSIFIED//REL TO USA");
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).text()).doesNotContain("HAYABUSA");
    }

    @Test
    void othersOfTheKindFollowTheFirst() {
        enact(FIRST);
        var ids = List.of(note("one", "x"), note("two", "x"), note("three", "x"));
        assertThat(queue()).hasSize(3);
        rule(officer, queue().path(0), "release", "[]");
        assertThat(queue()).isEmpty();
        federation.confirmed("JPN", "USA");
        ids.forEach(
                id -> assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200));
    }

    @Test
    void whereTwoMustAgreeOneIsNotEnough() {
        enact(TWO);
        var id = note("Two", "remarks");
        var review = queue().path(0);
        assertThat(rule(officer, review, "release", "[]").json().path("state").asString())
                .isEqualTo("open");
        assertThat(rule(officer, review, "release", "[]").status()).isEqualTo(409);
        assertThat(rule(second, review, "release", "[\"/remarks\"]").status()).isEqualTo(409);
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(404);

        revise(id, "Two, revised", "remarks", "UNCLASSIFIED//REL TO USA");
        review = queue().path(0);
        assertThat(review.path("voices")).isEmpty();
        assertThat(rule(second, review, "release", "[]").json().path("state").asString())
                .isEqualTo("open");
        assertThat(rule(officer, review, "release", "[]").json().path("state").asString())
                .isEqualTo("released");
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200);
    }

    @Test
    void whoWroteARecordIsNeitherOfTheTwoWhoRelease() {
        enact(TWO);
        var author = new Residents(japan(), clock)
                .settle("author", "release-officer", "desk-officer")
                .signedIn();
        var id = author.send("POST", "/api/v1/records", note("Mine", "x", "UNCLASSIFIED//REL TO USA"))
                .id();
        var review = queue().path(0);
        var refused = rule(author, review, "release", "[]");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("you wrote this record");
        revise(id, "Mine, revised by another", "x", "UNCLASSIFIED//REL TO USA");
        review = queue().path(0);
        assertThat(rule(author, review, "release", "[]").status()).isEqualTo(409);
        assertThat(rule(officer, review, "release", "[]").status()).isEqualTo(200);
        assertThat(rule(author, review, "withhold", "[]").json().path("state").asString())
                .isEqualTo("withheld");
    }

    @Test
    void exerciseAndRealAreMixedByWhatARecordRefersToAsWell() {
        enact(TWO.replace("always", "exercise-mix"));
        var exercise = japan().post("/api/v1/records", note("Exercise", "x", "UNCLASSIFIED//REL TO USA//EXERCISE"))
                .id();
        assertThat(decision(exercise)).isEqualTo("released");
        var real = note("Real", "x");
        var alike = japan().post("/api/v1/records", about(real)).id();
        assertThat(decision(alike)).isEqualTo("released");
        var mixed = japan().post("/api/v1/records", about(exercise)).id();
        assertThat(decision(mixed)).isEqualTo("needs-review");
        assertThat(queue()).hasSize(1);
        assertThat(queue().path(0).path("causes").path(0).asString()).isEqualTo("exercise-mix");
    }

    private static String about(String id) {
        return """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"About it"},"references":["%s"]}""".formatted(id);
    }

    @Test
    void whatWasWithheldStaysSoWhateverItIsMarkedUntilTheRulingIsLifted() {
        enact(FIRST);
        var id = note("Withheld", "x");
        assertThat(rule(officer, queue().path(0), "withhold", "[]")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("withheld");
        assertThat(decision(id)).isEqualTo("withheld");
        revise(id, "Withheld", "x", "UNCLASSIFIED//PUBLIC");
        assertThat(decision(id)).isEqualTo("withheld");
        assertThat(queue()).isEmpty();
        var lift = "/api/v1/records/" + id + "/rulings/USA/lift";
        assertThat(officer.send("POST", lift, "{\"reason\":\"again\"}").status())
                .isEqualTo(200);
        assertThat(decision(id)).isEqualTo("needs-review");
        assertThat(officer.send("POST", lift, "{\"reason\":\"again\"}").status())
                .isEqualTo(404);
        rule(officer, queue().path(0), "release", "[]");
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).status()).isEqualTo(200);
    }

    @Test
    void whatIsRecalledOrWaitsTooLongDoesNotStayInTheQueueUnseen() {
        enact(FIRST);
        note("Waits", "x");
        var recalled = note("Recalled", "x");
        japan().post("/api/v1/records/" + recalled + "/recall", "{\"reason\":\"wrong\"}");
        assertThat(queue()).hasSize(1);
        assertThat(queue().path(0).path("escalated").asBoolean()).isFalse();
        clock.advance(Duration.ofHours(5));
        japan().bean(Escalation.class).escalate();
        japan().bean(Escalation.class).escalate();
        var overdue = japan().get("/api/v1/reviews").json().path("reviews");
        assertThat(overdue.path(0).path("escalated").asBoolean()).isTrue();
        assertThat(japan().get("/api/v1/audit?event=review-escalated").json().path("entries"))
                .hasSize(1);
    }

    @Test
    void manyAreRuledOnAtOnceAndOneThatCannotBeDoesNotStopTheOthers() {
        enact(TWO);
        note("one", "x");
        note("two", "x");
        var ids = queue().valueStream()
                .map(one -> "\"" + one.path("id").asString() + "\"")
                .toList();
        var body = "{\"ids\":[" + String.join(",", ids) + ",\"00000000-0000-0000-0000-000000000000\"],"
                + "\"verdict\":\"release\",\"reason\":\"looked at\"}";
        var outcomes =
                officer.send("POST", "/api/v1/reviews/rulings", body).json().path("outcomes");
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.path(0).path("state").asString()).isEqualTo("open");
        assertThat(outcomes.path(2).path("problem").asString()).contains("no review");
        outcomes = second.send("POST", "/api/v1/reviews/rulings", body).json().path("outcomes");
        assertThat(outcomes.path(1).path("state").asString()).isEqualTo("released");
        assertThat(queue()).isEmpty();
    }

    @Test
    void anOfficerSeesOnlyWhatTheirClearanceCovers() {
        enact(TWO);
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"SECRET//BILAT-PLAN//REL TO USA","body":{"title":"The plan"}}""").id();
        var review = japan().get("/api/v1/reviews").json().path("reviews").path(0);
        assertThat(review.path("record").asString()).isEqualTo(id);
        assertThat(queue()).isEmpty();
        assertThat(officer.get("/api/v1/reviews").json().path("total").asInt()).isZero();
        var path = "/api/v1/reviews/" + review.path("id").asString();
        assertThat(officer.get(path).status()).isEqualTo(404);
        assertThat(rule(officer, review, "release", "[]").status()).isEqualTo(404);
        assertThat(officer.send("POST", "/api/v1/records/" + id + "/emergency-release", """
                {"party":"USA","reason":"people are trapped somewhere"}""")
                        .status())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/records/" + id + "/rulings").status()).isEqualTo(404);
    }
}
