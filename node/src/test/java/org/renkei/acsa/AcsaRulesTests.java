package org.renkei.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rates, ceilings, netting and follow-up on the nodes of two nations.
class AcsaRulesTests {
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void aDebtIsPaidInAnotherCurrencyByTheRateOfTheFile() {
        var day = AcsaTalk.today().minusDays(1);
        var file = "Date,USD,JPY,\n" + day + ",1.1,160,\n";
        var refused = bringIn("Date,USD,JPY\n" + day + ",1.1,-160\n2026-02-31,1,2\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(places(refused)).containsExactly("/rows/2", "/rows/3");
        var brought = bringIn(file);
        assertThat(brought.status()).as(brought.text()).isEqualTo(201);
        assertThat(brought.json().path("added").asInt()).isEqualTo(2);
        assertThat(bringIn(file).json().path("added").asInt()).isZero();
        assertThat(bringIn(file.replace("160", "161")).text()).contains("is 160 here and 161 in the file");
        var talk = claimed("JPN", "USA");
        talk.fits("USA", "invoice", Map.of());
        eventually("the invoice is here", () -> state(talk, "JPN").equals("invoiced"));
        var query = "?amount=112500&from=JPY&to=USD&on=" + AcsaTalk.today();
        var rate = japan().get("/api/v1/acsa/conversion" + query).json();
        assertThat(rate.path("given").asLong()).isEqualTo(77_344);
        assertThat(rate.path("on").asString()).isEqualTo(day.toString());
        var wrong = talk.say("JPN", "pay", Map.of("given", 77_000, "givenCurrency", "USD"));
        assertThat(places(wrong)).contains("/fields/rateOn", "/fields/rateSource");
        talk.fits(
                "JPN",
                "pay",
                Map.of(
                        "given",
                        77_344,
                        "givenCurrency",
                        "USD",
                        "rateOn",
                        day.toString(),
                        "agreedPerEuro",
                        "160",
                        "givenPerEuro",
                        "1.1",
                        "rateSource",
                        "ECB"));
        talk.closed();
        assertThat(talk.order("JPN").path("hash")).isEqualTo(talk.order("USA").path("hash"));
    }

    @Test
    void aCeilingRefusesByNameAndThePartnerSeesNoneOfIt() {
        var ceiling = JSON.createObjectNode()
                .put("name", "fuel of the exercise")
                .put("direction", "received")
                .put("from", AcsaTalk.today().toString())
                .put("to", AcsaTalk.today().plusYears(1).toString())
                .put("amount", 112_499)
                .put("currency", "JPY")
                .put("source", "order 7");
        ceiling.putArray("categories").add("fuel");
        var wrong =
                ceiling.deepCopy().put("amount", -1).put("from", "2026-02-31").put("currency", "XXX");
        wrong.putArray("categories").add("weapons");
        assertThat(places(post("JPN", "ceilings", wrong)))
                .containsExactlyInAnyOrder("/categories", "/from", "/amount", "/currency");
        var set = post("JPN", "ceilings", ceiling);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        var talk = new AcsaTalk(NATIONS.federation());
        assertThat(talk.request("reimbursement").status()).isEqualTo(201);
        var line = Map.of("line", 1, "quantity", 1000, "price", 1125, "per", 10);
        talk.fits("USA", "quote", Map.of("lines", List.of(line), "dueDays", 30, "settlement", "reimbursement"));
        eventually(
                "the quote is here", () -> !talk.order("JPN").path("ceilings").isEmpty());
        assertThat(talk.order("JPN").path("ceilings").path(0).path("text").asString())
                .as("warned before anything is said")
                .contains("fuel of the exercise", "left, this comes to 112500 JPY");
        assertThat(talk.order("USA").path("ceilings"))
                .as("the partner learns nothing of it")
                .isEmpty();
        var refused = talk.say("JPN", "agree", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("fuel of the exercise", "left, this comes to 112500 JPY");
        assertThat(NATIONS.node("USA").get("/api/v1/acsa/ceilings").json().path("ceilings"))
                .isEmpty();
        var american =
                new Residents(japan(), CLOCK).settleAs("usa.seated", Residents.draft("usa.seated", "USA", "liaison"));
        assertThat(american.signedIn().get("/api/v1/acsa/ceilings").json().path("ceilings"))
                .isEmpty();
        var id = set.json().path("ceilings").path(0).path("id").asString();
        assertThat(post("JPN", "ceilings/" + id + "/end", JSON.createObjectNode())
                        .status())
                .isEqualTo(200);
        assertThat(talk.order("JPN").path("ceilings")).isEmpty();
        talk.fits("JPN", "agree", Map.of());
    }

    @Test
    void nettingSettlesOnlyUnderAnAuthorityOnEachSideAndWhenBothHaveSaidIt() {
        var toJapan = claimed("JPN", "USA");
        var toAmerica = claimed("USA", "JPN");
        var none = JSON.createObjectNode().put("authority", "none");
        assertThat(post("JPN", "nettings", none).text()).contains("without one, netting settles nothing");
        var japanese = authority("JPN", "USA");
        var american = authority("USA", "JPN");
        var orders = JSON.createObjectNode().put("authority", japanese);
        orders.putArray("orders").add(toJapan.id).add(toAmerica.id);
        eventually("both claims are here", () -> state(toJapan, "JPN").equals("claim-notified"));
        var proposed = post("JPN", "nettings", orders);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        var name = proposed.json().path("waiting").path(0).path("netting").asString();
        assertThat(state(toJapan, "JPN")).isEqualTo("claim-notified");
        var confirm = JSON.createObjectNode().put("authority", american);
        eventually(
                "the other side has all of it",
                () -> NATIONS.node("USA")
                        .get("/api/v1/acsa/nettings")
                        .json()
                        .path("waiting")
                        .valueStream()
                        .anyMatch(one -> one.path("legs").size() == 2));
        var confirmed = post("USA", "nettings/" + name + "/confirm", confirm);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        for (var talk : List.of(toJapan, toAmerica)) {
            eventually("it is settled", () -> state(talk, "JPN").equals("settled"));
        }
        var period = "?from=2026-01-01&to=" + AcsaTalk.today().plusYears(1);
        var account = japan().get("/api/v1/acsa/accounts/USA" + period).json();
        assertThat(account.path("clearing")).isEmpty();
        assertThat(account.path("entries")
                        .valueStream()
                        .map(one -> one.path("cause").asString()))
                .contains("offset", "clearing");
    }

    @Test
    void theDashboardListsWhatIsOpenAndDraftsWhatIsWrittenNext() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        var trial = JSON.createObjectNode().put("day", AcsaTalk.today().toString());
        trial.putArray("lines").addObject().put("line", 1).put("quantity", 400);
        var due = post("JPN", "orders/" + talk.id + "/what-if", trial);
        assertThat(due.json().path("due").asLong()).as(due.text()).isEqualTo(45_000);
        trial.withArray("lines").addObject().put("line", 1).put("quantity", -4);
        assertThat(post("JPN", "orders/" + talk.id + "/what-if", trial).status())
                .isEqualTo(422);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        eventually(
                "the draft is there",
                () -> NATIONS.node("USA")
                                .get("/api/v1/acsa/orders/" + talk.id + "/drafts")
                                .json()
                                .path("drafts")
                                .size()
                        == 2);
        var board = NATIONS.node("USA").get("/api/v1/acsa/dashboard").json();
        assertThat(board.path("byPartner")
                        .valueStream()
                        .mapToLong(one -> one.path("amount").asLong()))
                .anyMatch(amount -> amount >= 112_500);
        assertThat(board.path("alerts")
                        .valueStream()
                        .map(one -> one.path("order").asString()))
                .contains(talk.id);
        var csv = NATIONS.node("USA")
                .get("/api/v1/acsa/unreconciled/csv?on=" + AcsaTalk.today().plusYears(2));
        assertThat(csv.text()).startsWith("# ").contains(talk.id);
    }

    /// Every kind of wrong input comes to one refusal that names all of it, in the language of the reader.
    @Test
    void wrongInputOfEveryKindIsRefusedAsAWhole() {
        var fields = AcsaTalk.fuel(japan(), "USA", "reimbursement");
        fields.put("neededOn", "2026-02-31").put("agreement", "");
        fields.withArray("lines").removeAll();
        fields.withArray("lines")
                .addObject()
                .put("line", 1)
                .put("category", "fuel")
                .put("item", "F-76")
                .put("nsn", "12345")
                .put("unit", "litre-and-gallon")
                .put("quantity", -5);
        var refused = AcsaTalk.request(japan(), AcsaTalk.LABEL, fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(places(refused))
                .containsExactlyInAnyOrder(
                        "/fields/neededOn",
                        "/fields/agreement",
                        "/fields/lines/0/nsn",
                        "/fields/lines/0/unit",
                        "/fields/lines/0/quantity");
        var talk = claimed("JPN", "USA");
        var huge = talk.say("USA", "invoice", Map.of("amount", 1e40));
        assertThat(places(huge)).containsExactly("/fields/amount");
        talk.fits("USA", "invoice", Map.of("invoice", "invoice office"));
        var twice = AcsaTalk.filled(JSON.createArrayNode());
        twice.put("delivery", 1)
                .put("invoice", "invoice office")
                .put("issuedOn", AcsaTalk.today().toString());
        twice.put("amount", 112_500)
                .put("currency", "JPY")
                .put("payee", "office")
                .putArray("documents")
                .add("7");
        var duplicate = talk.say("USA", "invoice", twice);
        assertThat(duplicate.status()).isEqualTo(422);
        assertThat(duplicate.text()).contains("this delivery is invoiced", "an invoice of that number is there");
    }

    private static AcsaTalk claimed(String requester, String supplier) {
        var talk = new AcsaTalk(NATIONS.federation()).agreed(requester, supplier, "reimbursement", 30);
        talk.fits(supplier, "deliver", Map.of());
        talk.fits(requester, "receipt", Map.of());
        talk.fits(supplier, "claim", Map.of());
        return talk;
    }

    private static String authority(String by, String partner) {
        var body = JSON.createObjectNode()
                .put("partner", partner)
                .put("ground", "agreement-clause")
                .put("by", "comptroller of " + by)
                .put("reference", by + " 2026-7")
                .put("from", AcsaTalk.today().minusDays(1).toString())
                .put("to", AcsaTalk.today().plusDays(30).toString())
                .put("limit", 10_000_000)
                .put("currency", "JPY");
        var set = post(by, "authorities", body);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        return set.json().path("authorities").path(0).path("id").asString();
    }

    private static Answer post(String party, String path, JsonNode body) {
        return NATIONS.node(party).post("/api/v1/acsa/" + path, body.toString());
    }

    private static Answer bringIn(String file) {
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        var answer =
                japan().raw("POST", "/api/v1/acsa/rates?source=ECB", bytes, "Content-Type", "application/octet-stream");
        return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static String state(AcsaTalk talk, String party) {
        return talk.order(party).path("deliveries").path(0).path("state").asString();
    }

    private static List<String> places(Answer refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("at").asString())
                .toList();
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }
}
