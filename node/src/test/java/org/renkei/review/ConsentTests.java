package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// A record of Japan's quotes the United States; Australia gets it when the United States say so, and as long as
/// they do.
class ConsentTests {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private TestFederation federation;
    private String id = "";

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA", "AUS");
        states();
        australia();
        id = japan().post("/api/v1/records", draft("as reported")).id();
        assertThat(decision("AUS")).isEqualTo("needs-review");
        assertThat(decision("USA")).isEqualTo("released");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void theOriginatorConsentsAndTakesItBack() {
        var review = waiting();
        assertThat(review.path("causes").path(0).asString()).isEqualTo("consent");
        var ruling = japan().post("/api/v1/reviews/" + review.path("id").asString() + "/ruling", """
                {"verdict":"release","cuts":[],"reason":"we would"}""");
        assertThat(ruling.status()).isEqualTo(409);

        var asked = ask();
        assertThat(asked.path("of").asString()).isEqualTo("USA");
        answer(wanted(), true);

        eventually(
                "Australia has it",
                () -> australia().get("/api/v1/records/" + id).status() == 200);
        assertThat(decision("AUS")).isEqualTo("released");
        var mine = japan().get("/api/v1/consents").json().path("asked").path(0);
        assertThat(mine.path("answer").path("granted").asBoolean()).isTrue();
        assertThat(japan().get("/api/v1/reviews").json().path("reviews")).isEmpty();

        var given = mine.path("answer").path("id").asString();
        states().post("/api/v1/records/" + given + "/recall", "{\"reason\":\"no longer\"}");
        eventually("Australia gives it back", () -> state(australia()).equals("recalled"));
        assertThat(decision("AUS")).isEqualTo("needs-review");
    }

    @Test
    void anEmergencyDoesNotTakeThePlaceOfTheConsent() {
        var answer = japan().post("/api/v1/records/" + id + "/emergency-release", """
                {"party":"AUS","reason":"people are trapped somewhere"}""");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("an originator");
        assertThat(australia().get("/api/v1/records/" + id).status()).isEqualTo(404);
    }

    @Test
    void whoWasAskedAndHasNotAnsweredIsNotAskedAgain() {
        ask();
        var again = request();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("USA was asked already");
        var mine = japan().get("/api/v1/consents").json().path("asked");
        assertThat(mine).hasSize(1);
        answer(wanted(), false);
        eventually(
                "the answer is here",
                () -> japan().get("/api/v1/consents")
                        .json()
                        .path("asked")
                        .path(0)
                        .has("answer"));
        assertThat(request().status()).as("after a refusal").isEqualTo(200);
        var open = japan().get("/api/v1/consents").json().path("asked").path(0);
        japan().post("/api/v1/records/" + open.path("request").asString() + "/recall", "{\"reason\":\"a mistake\"}");
        assertThat(request().status()).as("after it was recalled").isEqualTo(200);
    }

    @Test
    void aConsentEndsWithItsLastDay() {
        ask();
        answer(wanted(), true);
        eventually(
                "Australia has it",
                () -> australia().get("/api/v1/records/" + id).status() == 200);
        clock.advance(Duration.ofDays(3));
        eventually("Australia gives it back", () -> state(australia()).equals("recalled"));
    }

    @Test
    void aConsentIsAboutOneRevision() {
        ask();
        answer(wanted(), true);
        eventually(
                "Australia has it",
                () -> australia().get("/api/v1/records/" + id).status() == 200);
        japan().put("/api/v1/records/" + id, draft("as corrected"));
        assertThat(decision("AUS")).isEqualTo("needs-review");
        eventually("Australia gives it back", () -> state(australia()).equals("recalled"));
    }

    @Test
    void aRefusalReleasesNothingAndCanBeReconsidered() {
        ask();
        answer(wanted(), false);
        eventually(
                "the answer is here",
                () -> japan().get("/api/v1/consents")
                        .json()
                        .path("asked")
                        .path(0)
                        .has("answer"));
        assertThat(decision("AUS")).isEqualTo("needs-review");
        assertThat(australia().get("/api/v1/records/" + id).status()).isEqualTo(404);
        answer(wanted(), true);
        eventually(
                "Australia has it",
                () -> australia().get("/api/v1/records/" + id).status() == 200);
    }

    @Test
    void whatIsAskedOrAnsweredWronglyIsRefused() {
        var review = waiting().path("id").asString();
        assertThat(japan().post(
                                "/api/v1/reviews/" + review + "/consent-request",
                                "{\"until\":\"2001-01-01\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(422);
        ask();
        var request = wanted().path("request").asString();
        var path = "/api/v1/consents/" + request + "/answer";
        assertThat(states().post(path, "{\"granted\":\"yes\",\"reason\":\"x\"}").status())
                .isEqualTo(422);
        assertThat(states().post(path, "{\"granted\":true,\"until\":\"2999-01-01\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(states().post("/api/v1/consents/" + id + "/answer", "{\"granted\":true,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(australia().get("/api/v1/consents").json().path("wanted")).isEmpty();
    }

    private JsonNode waiting() {
        return japan().get("/api/v1/reviews?party=AUS").json().path("reviews").path(0);
    }

    private RunningNode.Answer request() {
        var until = clock.instant().plus(Duration.ofDays(1)).toString().substring(0, 10);
        return japan().post(
                        "/api/v1/reviews/" + waiting().path("id").asString() + "/consent-request",
                        "{\"until\":\"%s\",\"reason\":\"they search there too\"}".formatted(until));
    }

    private JsonNode ask() {
        var answer = request();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("asked").path(0);
    }

    /// The request as it came to the United States.
    private JsonNode wanted() {
        eventually(
                "the request is there",
                () -> states().get("/api/v1/consents").json().path("wanted").size() == 1);
        return states().get("/api/v1/consents").json().path("wanted").path(0);
    }

    private void answer(JsonNode wanted, boolean granted) {
        var answer = states().post(
                        "/api/v1/consents/" + wanted.path("request").asString() + "/answer",
                        "{\"granted\":%s,\"reason\":\"looked at\"}".formatted(granted));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String decision(String party) {
        return japan().get("/api/v1/records/" + id + "/release")
                .decision(party)
                .path("decision")
                .asString();
    }

    private String state(RunningNode node) {
        return node.get("/api/v1/records/" + id).json().path("state").asString();
    }

    private static String draft(String remarks) {
        return """
                {"kind":"note","label":"UNCLASSIFIED//REL TO AUS, USA//FGI USA","body":{"title":"Sighting","remarks":"%s"}}""".formatted(remarks);
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }

    private RunningNode australia() {
        return federation.node("AUS");
    }
}
