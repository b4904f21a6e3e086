package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.upload;
import static org.renkei.testing.TestFederation.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two nations work orders from the request to the closing on their own nodes, and a third sees nothing of it.
class AcsaTests {
    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void anOrderIsPaidForAndClosedWithOneHashAndEqualBooks() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        talk.fits("USA", "deliver", Map.of("lines", List.of(Map.of("line", 1, "quantity", 400))));
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of("delivery", 1, "lines", List.of(came(400))));
        talk.fits("JPN", "receipt", Map.of("delivery", 2, "lines", List.of(came(590))));
        assertThat(talk.order("JPN").path("state").asString()).isEqualTo("disputed");
        assertThat(talk.order("JPN").path("deliveries").valueStream().map(one -> one.path("limit")))
                .as("a clock for each part")
                .hasSize(2);
        eventually("the claim of the first part is due", () -> due(talk.order("USA"), "claim"));
        talk.fits("USA", "resolve", Map.of("lines", List.of(Map.of("line", 1, "quantity", 590))));
        talk.fits("JPN", "resolve", Map.of("lines", List.of(Map.of("line", 1, "quantity", 590))));
        eventually(
                "it is resolved",
                () -> talk.order("USA").path("state").asString().equals("receipted"));
        for (var delivery : List.of(1, 2)) {
            talk.fits("USA", "claim", Map.of());
            talk.fits("USA", "invoice", Map.of("invoice", "US-" + delivery));
            talk.fits("JPN", "pay", Map.of());
        }
        talk.closed();
        var japan = talk.order("JPN");
        var usa = talk.order("USA");
        assertThat(japan.path("hash")).isEqualTo(usa.path("hash"));
        assertThat(balance(japan, "JPY", "payable")).isZero();
        assertThat(balance(japan, "JPY", "received")).isEqualTo(990 * 1125 / 10);
        assertThat(balance(japan, "JPY", "received")).isEqualTo(-balance(usa, "JPY", "supplied"));
        assertThat(japan.path("statements").valueStream())
                .allMatch(one -> one.path("fits").asBoolean())
                .hasSize(usa.path("statements").size());
        assertSameAccount();
    }

    @Test
    void replacementInKindIsClosedWithEqualBooksInLitres() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("replacement", 300);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        assertThat(balance(talk.order("JPN"), "fuel/F-76", "payable")).isEqualTo(-1000);
        talk.fits("JPN", "return", Map.of());
        talk.fits("USA", "accept", Map.of("verdict", "accepted"));
        talk.closed();
        assertThat(talk.order("JPN").path("hash")).isEqualTo(talk.order("USA").path("hash"));
        assertThat(balance(talk.order("JPN"), "fuel/F-76", "payable")).isZero();
        assertSameAccount();
    }

    @Test
    void goesOnToOthersOnlyWithTheSuppliersConsentThatBothSee() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        talk.fits("JPN", "onward", Map.of("recipient", "PHL", "lines", List.of(Map.of("line", 1, "quantity", 60))));
        var fields = JsonMapper.shared()
                .createObjectNode()
                .put("onward", 1)
                .put("handedOn", AcsaTalk.today().toString());
        fields.putArray("documents").add("DD 1348 no. 8");
        var early = talk.say("JPN", "hand-on", fields);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("USA has not consented");
        talk.fits("USA", "consent", Map.of("verdict", "accepted"));
        talk.fits("JPN", "hand-on", Map.of());
        for (var party : List.of("JPN", "USA")) {
            eventually(
                    party + " sees what went on",
                    () -> talk.order(party)
                            .path("onward")
                            .path(0)
                            .path("state")
                            .asString()
                            .equals("handed-on"));
            var onward = talk.order(party).path("onward").path(0);
            assertThat(onward.path("recipient").asString()).isEqualTo("PHL");
            assertThat(onward.path("items").path(0).path("quantity").asInt()).isEqualTo(60);
        }
    }

    @Test
    void aThirdNationSeesNothingNeitherAtItsNodeNorSeatedHere() {
        var talk = new AcsaTalk(NATIONS.federation());
        var requested = talk.request("reimbursement");
        assertThat(requested.status()).as(requested.text()).isEqualTo(201);
        eventually(
                "USA has it", () -> talk.order("USA").path("state").asString().equals("requested"));
        NATIONS.confirmed("JPN", "AUS");
        var australia = NATIONS.node("AUS");
        assertThat(australia.get("/api/v1/acsa/orders").json().path("orders")).isEmpty();
        assertThat(australia.get("/api/v1/acsa/orders/" + talk.id).status()).isEqualTo(404);
        var residents = new Residents(japan(), CLOCK);
        var australian = residents.settleAs("aus.liaison", Residents.draft("aus.liaison", "AUS", "liaison"));
        assertThat(seen(australian.signedIn())).isEmpty();
        var american = residents.settleAs("usa.liaison", Residents.draft("usa.liaison", "USA", "liaison"));
        var visitor = american.signedIn();
        assertThat(seen(visitor)).isNotEmpty();
        var page = visitor.get("/api/v1/acsa/orders/" + talk.id).json();
        assertThat(page.path("hash")).isEqualTo(talk.order("USA").path("hash"));
        assertThat(page.path("next")).isEmpty();
    }

    @Test
    void whatTheAgreementDoesNotAllowIsRefusedByItsNameAndNothingIsStored() {
        var before = japan().get("/api/v1/records?kind=acsa-statement").json().path("total");
        var fields = AcsaTalk.fuel(japan(), "USA", "exchange");
        fields.put("contact", "").put("neededOn", "2026-02-31");
        assertThat(places(AcsaTalk.request(japan(), AcsaTalk.LABEL, fields)))
                .containsExactlyInAnyOrder("/fields/contact", "/fields/neededOn", "/fields/settlement");
        var weapons = AcsaTalk.fuel(japan(), "USA", "replacement");
        weapons.withArray("lines").removeAll();
        weapons.withArray("lines")
                .addObject()
                .put("line", 1)
                .put("category", "ammunition")
                .put("item", "5.56 mm")
                .put("nsn", "1005014131234")
                .put("unit", "each")
                .put("quantity", 10);
        var refused = AcsaTalk.request(japan(), AcsaTalk.LABEL, weapons);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("the Annex of the Japan–United States agreement of 26 September 2016 allows no ammunition")
                .contains("supply group 10 is weapons");
        var label = AcsaTalk.request(
                japan(), "UNCLASSIFIED//REL TO JPN, USA, AUS", AcsaTalk.fuel(japan(), "USA", "reimbursement"));
        assertThat(places(label)).containsExactly("/label");
        var bilateral = AcsaTalk.fuel(japan(), "AUS", "reimbursement").put("agreement", "jpn-usa-acsa-2016");
        assertThat(AcsaTalk.request(japan(), "UNCLASSIFIED//REL TO JPN, AUS", bilateral)
                        .text())
                .contains("is not between JPN and AUS");
        assertThat(japan().get("/api/v1/records?kind=acsa-statement").json().path("total"))
                .isEqualTo(before);
    }

    @Test
    void nothingIsSaidThatDoesNotFitByWhateverWay() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        var refused = talk.say("USA", "deliver", Map.of("lines", List.of(Map.of("line", 1, "quantity", 1001))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("of line 1 1000 are agreed and not yet delivered");
        var record = japan().get("/api/v1/records?kind=acsa-statement&text=" + talk.id)
                .json()
                .path("records")
                .valueStream()
                .filter(one -> one.path("origin").asString().startsWith("JPN"))
                .findFirst()
                .orElseThrow();
        var path = "/api/v1/records/" + record.path("id").asString();
        var body = japan().get(path).json().path("body");
        var revised = japan().put(
                        path,
                        "{\"kind\":\"acsa-statement\",\"label\":\"%s\",\"body\":%s}"
                                .formatted(AcsaTalk.LABEL, body.toString()));
        assertThat(revised.status()).as(revised.text()).isEqualTo(422);
        assertThat(revised.text()).contains("/body/number");
    }

    @Test
    void filesGoToBothAndWhatANationKeepsLeavesNoTraceAtTheOther() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        var note = upload(NATIONS.node("USA"), "delivery-note.pdf", "application/pdf", "delivery note".getBytes(UTF_8));
        var calculation = upload(
                NATIONS.node("USA"), "calculation.pdf", "application/pdf", "calculation of our own".getBytes(UTF_8));
        eventually(
                "it may be delivered",
                () -> talk.order("USA").path("next").toString().contains("deliver"));
        var step = talk.order("USA")
                .path("next")
                .valueStream()
                .filter(one -> one.path("act").asString().equals("deliver"))
                .findFirst()
                .orElseThrow();
        var fields = AcsaTalk.filled(step.path("fields"));
        fields.set("lines", step.path("lines"));
        fields.putArray("attachments").add(note);
        var body = JsonMapper.shared().createObjectNode().put("act", "deliver");
        body.set("fields", fields);
        body.putArray("ownFiles").add(calculation);
        var said = NATIONS.node("USA").post("/api/v1/acsa/orders/" + talk.id + "/statements", body.toString());
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        var own = talk.order("USA").path("ownFiles");
        assertThat(own).hasSize(1);
        assertThat(own.path(0).path("attachments").path(0).path("sha256")).isEqualTo(calculation.path("sha256"));
        NATIONS.confirmed("USA", "JPN");
        eventually("JPN has the delivery", () -> delivered(talk) != null);
        assertThat(delivered(talk).path("fields").path("attachments").path(0).path("sha256"))
                .isEqualTo(note.path("sha256"));
        assertThat(own.path(0).path("on").asString())
                .isEqualTo(delivered(talk).path("record").asString());
        assertThat(talk.order("JPN").path("ownFiles")).isEmpty();
        assertThat(japan().get("/api/v1/records?kind=acsa-enclosure")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(japan().get("/api/v1/attachments/"
                                + calculation.path("sha256").asString())
                        .status())
                .isEqualTo(404);
        assertThat(talk.order("JPN").path("hash")).isEqualTo(talk.order("USA").path("hash"));
        assertThat(NATIONS.node("USA")
                        .get("/api/v1/audit?event=acsa-files-kept")
                        .text())
                .contains("files");
    }

    private static JsonNode delivered(AcsaTalk talk) {
        return talk.order("JPN")
                .path("statements")
                .valueStream()
                .filter(one -> one.path("act").asString().equals("deliver"))
                .findFirst()
                .orElse(null);
    }

    private static void assertSameAccount() {
        var period = "?from=2026-01-01&to=" + AcsaTalk.today().plusYears(2);
        var orders = japan().get("/api/v1/acsa/orders").json().path("orders").size();
        eventually(
                "both have all orders",
                () -> NATIONS.node("USA")
                                .get("/api/v1/acsa/orders")
                                .json()
                                .path("orders")
                                .size()
                        >= orders);
        eventually("both come to the same account", () -> {
            var ours = japan().get("/api/v1/acsa/accounts/USA" + period).json();
            var theirs = NATIONS.node("USA")
                    .get("/api/v1/acsa/accounts/JPN" + period)
                    .json();
            return ours.path("hash").isString() && ours.path("hash").equals(theirs.path("hash"));
        });
        var csv = japan().get("/api/v1/acsa/sheets/accounts/USA" + period + "&form=csv");
        assertThat(csv.text()).contains("# " + AcsaTalk.LABEL, "Order,Supplier,Requester");
    }

    private static List<JsonNode> seen(Visitor visitor) {
        return visitor.get("/api/v1/acsa/orders")
                .json()
                .path("orders")
                .valueStream()
                .toList();
    }

    private static boolean due(JsonNode order, String code) {
        return order.path("clocks")
                .valueStream()
                .anyMatch(clock -> clock.path("code").asString().equals(code));
    }

    private static long balance(JsonNode order, String asset, String account) {
        return order.path("books")
                .valueStream()
                .filter(one -> one.path("asset").asString().equals(asset)
                        && one.path("account").asString().equals(account))
                .findFirst()
                .orElseThrow()
                .path("posted")
                .asLong();
    }

    private static Map<String, Object> came(int quantity) {
        return Map.of("line", 1, "quantity", quantity, "condition", "good");
    }

    private static List<String> places(RunningNode.Answer refused) {
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
