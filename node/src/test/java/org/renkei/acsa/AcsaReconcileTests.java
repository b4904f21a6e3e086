package org.renkei.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Two nations hold their books against each other, and what both have closed over stays.
class AcsaReconcileTests {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate TO = LocalDate.of(2090, 1, 1);
    private static final String PERIOD = "{\"from\":\"" + FROM + "\",\"to\":\"" + TO + "\"}";

    @TempDir
    static Path folder;

    static TestFederation federation;
    static final MovableClock CLOCK = new MovableClock();

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(Files.createTempDirectory(folder, "nations"), CLOCK, "JPN", "USA");
        List.of("JPN", "USA").forEach(federation::node);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aMachineFindsWhatTheTwoDoNotHaveAlike() {
        var talk = invoiced("US-31");
        assertThat(comparison("JPN").path("verdict").asString()).isEqualTo("partner-has-not-said");
        say("JPN");
        say("USA");
        both("agree");

        var officers = new Officers();
        officers.enact("{\"id\":\"acsa\",\"act\":\"review\",\"cause\":\"always\",\"parties\":[\"USA\"],"
                + "\"kinds\":[\"acsa-statement\"],\"persons\":1,\"hours\":4}");
        talk.fits("JPN", "pay", Map.of());
        say("JPN");
        say("USA");
        federation.confirmed("USA", "JPN");
        var ours = comparison("JPN");
        assertThat(ours.path("verdict").asString()).isEqualTo("differ");
        assertThat(ours.path("orders")).hasSize(1);
        var differing = ours.path("orders").path(0);
        assertThat(differing.path("order").asString()).isEqualTo(talk.id);
        assertThat(differing.path("ours").asString()).isEqualTo("settled");
        assertThat(differing.path("theirs").asString()).isEqualTo("settling");
        assertThat(differing.path("gaps")).hasSize(1);
        var gap = differing.path("gaps").path(0);
        assertThat(gap.path("party").asString() + " " + gap.path("act").asString() + " "
                        + gap.path("reason").asString())
                .isEqualTo("JPN pay at-review");
        assertThat(ours.path("net")).hasSize(1);
        assertThat(ours.path("net").path(0).path("ours").asLong()).isZero();
        assertThat(ours.path("net").path(0).path("theirs").asLong()).isEqualTo(-112_500);
        assertThat(comparison("USA").path("verdict").asString())
                .as("what waits at our officer leaves no trace at the partner")
                .isEqualTo("agree");

        officers.release();
        federation.confirmed("JPN", "USA");
        eventually("USA has the payment", () -> state("USA", talk).equals("settled"));
        var later = comparison("JPN").path("orders").path(0).path("gaps").path(0);
        assertThat(later.path("reason").asString()).isEqualTo("said-later");
        say("JPN");
        say("USA");
        both("agree");
        assertThat(federation
                        .node("JPN")
                        .get("/api/v1/audit?event=acsa-account-said")
                        .text())
                .contains(TO.toString());
    }

    /// One of Japan sees less than one of the United States: what each says is held against no more than it can be of.
    @Test
    void officersOfDifferentClearanceFindNoDifferenceThatIsNone() {
        invoiced("US-33");
        var residents = new Residents(federation.node("JPN"), CLOCK);
        var draft = Residents.draft("low.books", "JPN", "acsa-officer").replace("SECRET", "UNCLASSIFIED");
        var low = residents.settleAs("low.books", draft).signedIn();
        var fields = AcsaTalk.fuel(federation.node("JPN"), "USA", "reimbursement");
        var secret = AcsaTalk.request(federation.node("JPN"), "SECRET//REL TO JPN, USA", fields);
        assertThat(secret.status()).as(secret.text()).isEqualTo(201);
        eventually(
                "USA has the secret order",
                () -> federation
                                .node("USA")
                                .get("/api/v1/acsa/orders/" + secret.id())
                                .status()
                        == 200);
        var said = low.send("POST", "/api/v1/acsa/accounts/USA/said", PERIOD);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        eventually(
                "USA compares",
                () -> !comparison("USA").path("verdict").asString().startsWith("partner"));
        var compared = comparison("USA");
        assertThat(compared.path("verdict").asString()).as(compared.toString()).isEqualTo("agree");
        assertThat(compared.path("over").asString()).startsWith("UNCLASSIFIED");
        assertThat(compared.path("apart").asInt()).isOne();
        say("USA");
        federation.confirmed("USA", "JPN");
        var seen = low.get("/api/v1/acsa/accounts/USA/comparison?from=" + FROM + "&to=" + TO);
        assertThat(seen.json().path("verdict").asString()).isEqualTo("partner-has-not-said");
        assertThat(seen.text()).doesNotContain(secret.id(), "SECRET");
        say("JPN");
        both("agree");
        assertThat(comparison("USA").path("over").isString()).isFalse();
    }

    @Test
    void whatBothClosedIsNotTakenBackAndOfAnOldNodeNoPostingIsLost() {
        var talk = invoiced("US-32");
        talk.fits("JPN", "pay", Map.of());
        talk.closed();
        var closed = talk.order("JPN");
        var delivery = record(talk, "USA", "deliver");
        var pay = record(talk, "JPN", "pay");
        for (var language : List.of("en", "ja")) {
            var refused = recall("JPN", pay, language);
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text())
                    .contains(language.equals("en") ? "closed this order with one hash" : "同じハッシュで締め切った");
        }
        assertThat(recall("USA", delivery, "en").status()).isEqualTo(422);

        // a node of an older version does not know what is bound
        federation
                .node("USA")
                .database()
                .sql("update acsa.said set bound = false")
                .update();
        assertThat(recall("USA", delivery, "en").status()).isEqualTo(200);
        eventually("JPN names it", () -> !talk.order("JPN").path("takenBack").isEmpty());
        assertStaysAs(closed, talk);
        var japan = federation.node("JPN");
        japan.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> japan.bean(KeptFolds.class).makeAnew());
        assertStaysAs(closed, talk);
        assertThat(recall("JPN", pay, "en").status())
                .as("what is left is bound as well")
                .isEqualTo(422);
        assertThat(japan.get("/api/v1/audit?event=acsa-bound-taken-back").text())
                .contains(talk.id);
        var more = talk.say("JPN", "correct", filled());
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.text()).contains("goes into a new order");
    }

    @Test
    void withoutItsRequestAClosedOrderStaysInTheAccount() {
        var talk = invoiced("US-33");
        talk.fits("JPN", "pay", Map.of());
        talk.closed();
        var request = record(talk, "JPN", "request");
        federation
                .node("JPN")
                .database()
                .sql("update acsa.said set bound = false")
                .update();
        assertThat(recall("JPN", request, "en").status()).isEqualTo(200);
        var usa = federation.node("USA");
        eventually(
                "USA can show nothing of it",
                () -> usa.get("/api/v1/acsa/orders/" + talk.id).text().contains("taken back after both had closed it"));
        assertThat(usa.get("/api/v1/acsa/orders/" + talk.id).status()).isEqualTo(404);
        assertThat(usa.get("/api/v1/acsa/orders")
                        .json()
                        .path("orders")
                        .valueStream()
                        .map(one -> one.path("id").asString() + " "
                                + one.path("state").asString()))
                .containsExactly(talk.id + " closed");
        assertThat(usa.get("/api/v1/acsa/accounts/JPN?from=" + FROM + "&to=" + TO)
                        .json()
                        .path("entries"))
                .hasSize(2);
    }

    private static ObjectNode filled() {
        return JsonMapper.shared().createObjectNode().put("delivery", 1).put("reason", "ten litres more");
    }

    private static void assertStaysAs(JsonNode closed, AcsaTalk talk) {
        var now = talk.order("JPN");
        assertThat(now.path("state").asString()).isEqualTo("closed");
        assertThat(now.path("hash")).isEqualTo(closed.path("hash"));
        assertThat(now.path("books")).isEqualTo(closed.path("books")).isNotEmpty();
        assertThat(now.path("next")).isEmpty();
        assertThat(now.path("takenBack").path(0).path("party").asString()).isEqualTo("USA");
        assertThat(federation
                        .node("JPN")
                        .get("/api/v1/acsa/accounts/USA?from=" + FROM + "&to=" + TO)
                        .json()
                        .path("entries")
                        .valueStream()
                        .filter(one -> one.path("order").asString().equals(talk.id)))
                .hasSize(2);
        assertThat(federation
                        .node("JPN")
                        .get("/api/v1/acsa/books")
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    /// 112,500 yen are claimed, and invoiced.
    private static AcsaTalk invoiced(String number) {
        var talk = new AcsaTalk(federation).agreed("reimbursement", 30);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        talk.fits("USA", "claim", Map.of());
        talk.fits("USA", "invoice", Map.of("invoice", number));
        eventually("the invoice is here", () -> state("JPN", talk).equals("settling"));
        return talk;
    }

    private static String state(String party, AcsaTalk talk) {
        return talk.order(party).path("state").asString();
    }

    private static String partner(String party) {
        return party.equals("JPN") ? "USA" : "JPN";
    }

    private static void say(String party) {
        var said = federation.node(party).post("/api/v1/acsa/accounts/" + partner(party) + "/said", PERIOD);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    private static JsonNode comparison(String party) {
        var path = "/api/v1/acsa/accounts/" + partner(party) + "/comparison?from=" + FROM + "&to=" + TO;
        return federation.node(party).get(path).json();
    }

    private static void both(String verdict) {
        for (var party : List.of("JPN", "USA")) {
            eventually(
                    party + " says " + verdict,
                    () -> comparison(party).path("verdict").asString().equals(verdict));
        }
    }

    private static String record(AcsaTalk talk, String party, String act) {
        return talk.order(party)
                .path("statements")
                .valueStream()
                .filter(one -> one.path("party").asString().equals(party)
                        && one.path("act").asString().equals(act))
                .findFirst()
                .orElseThrow()
                .path("record")
                .asString();
    }

    private static Answer recall(String party, String record, String language) {
        var node = federation.node(party);
        return node.send(
                "POST",
                "/api/v1/records/" + record + "/recall",
                "{\"reason\":\"said by mistake\"}",
                "Bearer " + node.token(),
                language);
    }

    /// Release officers of Japan: one proposes a policy and rules, the other confirms.
    private static final class Officers {
        private final Visitor officer;
        private final Visitor second;

        Officers() {
            var residents = new Residents(japan(), CLOCK);
            officer = residents.settle("officer", "release-officer").signedIn();
            second = residents
                    .settle("second", "release-officer", "security-officer")
                    .signedIn();
        }

        private static RunningNode japan() {
            return federation.node("JPN");
        }

        void enact(String rules) {
            var from = CLOCK.instant().toString().substring(0, 10);
            var draft = "{\"from\":\"%s\",\"many\":100,\"reason\":\"test\",\"rules\":[%s]}".formatted(from, rules);
            var proposed = officer.send("POST", "/api/v1/release-policy", draft);
            assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
            var version = proposed.json().path("proposed").path("version").asInt();
            assertThat(second.send("POST", "/api/v1/release-policy/" + version + "/confirm", "")
                            .status())
                    .isEqualTo(200);
        }

        void release() {
            var waiting = officer.get("/api/v1/reviews").json().path("reviews");
            assertThat(waiting).hasSize(1);
            var path = "/api/v1/reviews/" + waiting.path(0).path("id").asString() + "/ruling";
            var ruled = officer.send("POST", path, "{\"verdict\":\"release\",\"cuts\":[],\"reason\":\"looked at\"}");
            assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
        }
    }
}
