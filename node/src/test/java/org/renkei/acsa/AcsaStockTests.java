package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stock of one nation on its own node: read from sheets, reserved by orders, and seen by nobody else.
class AcsaStockTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STOCK = "/api/v1/acsa/stock";
    private static final String LABEL = "UNCLASSIFIED//REL TO USA";
    private static final String HEAD = "拠点,日付,種別,分類,品名,単位,数量,証書番号\n";

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void anAgreedOrderReservesAndOneThatTakesAPointBelowItsReserveIsWarnedOfBefore() {
        assertThat(describe("Yokota", 35.75, 139.35).status()).isEqualTo(201);
        bringIn(HEAD
                + "Yokota," + AcsaTalk.today().minusDays(60) + ",棚卸し,燃料,F-76,リットル,2500,C-1\n"
                + "Yokota," + AcsaTalk.today().minusDays(60) + ",保有基準,燃料,F-76,リットル,1000,C-2\n"
                + "Yokota," + AcsaTalk.today().minusDays(3) + ",払出し,燃料,F-76,リットル,300,C-3\n");
        var level = level("Yokota");
        assertThat(level.path("onHand").asLong()).isEqualTo(2200);
        assertThat(level.path("used").asLong()).isEqualTo(300);
        assertThat(level.path("days").asLong()).isEqualTo(220);

        var first = new AcsaTalk(NATIONS.federation()).agreed("replacement", 30);
        eventually(
                "it is agreed at the supplier",
                () -> first.order("USA").path("agreed").asBoolean());
        assertThat(stock("USA")
                        .path("unplaced")
                        .valueStream()
                        .map(one -> one.path("order").asString()))
                .as("nobody has said from where")
                .contains(first.id);
        var named = supply(first.id, "Yokota");
        assertThat(named.status()).as(named.text()).isEqualTo(201);
        assertThat(named.json().path("warns").asBoolean()).isFalse();
        assertThat(level("Yokota").path("available").asLong()).isEqualTo(1200);
        assertThat(supply(first.id, "Atlantis").text()).contains("no point of that name");

        var second = new AcsaTalk(NATIONS.federation());
        assertThat(second.request("replacement").status()).isEqualTo(201);
        eventually(
                "the request is there", () -> second.order("USA").path("state").isString());
        var before = NATIONS.node("USA").get(STOCK + "/orders/" + second.id).json();
        assertThat(before.path("warns").asBoolean()).as(before.toString()).isTrue();
        assertThat(before.path("after").path(0).path("left").asLong()).isEqualTo(200);
        assertThat(before.path("after").path(0).path("below").asBoolean()).isTrue();

        first.fits("USA", "deliver", Map.of("lines", List.of(Map.of("line", 1, "quantity", 400))));
        assertThat(level("Yokota").path("reserved").asLong())
                .as("what is delivered is not reserved any more")
                .isEqualTo(600);
    }

    @Test
    void whoWasShownOrdersAndStockIsWrittenDown() {
        describe("Atsugi", 35.45, 139.45);
        var states = NATIONS.node("USA");
        var point = stock("USA")
                .path("points")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("Atsugi"))
                .map(one -> one.path("record").asString())
                .findFirst()
                .orElseThrow();
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        eventually(
                "it is agreed at the supplier",
                () -> talk.order("USA").path("agreed").asBoolean());
        var request =
                talk.order("USA").path("statements").path(0).path("record").asString();
        var reader = new Residents(states, CLOCK)
                .settleAs("acsa.reader", Residents.draft("acsa.reader", "USA", "acsa-officer"))
                .signedIn();
        for (var path : List.of("/stock", "/orders", "/orders/" + talk.id, "/past-orders")) {
            assertThat(reader.get("/api/v1/acsa" + path).status()).isEqualTo(200);
        }
        assertThat(Shown.to("acsa.reader", states, point)).containsExactly("stock");
        assertThat(Shown.to("acsa.reader", states, request)).contains("order");
        assertThat(states.get("/api/v1/audit?event=list-read&actor=acsa.reader").text())
                .contains("\"list\":\"orders\"");
    }

    @Test
    void nothingOfItLeavesTheNode() {
        bringIn(HEAD + "Misawa," + AcsaTalk.today() + ",count,fuel,JP-8,l,777000,M-1\n");
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        supply(talk.id, "Misawa");
        NATIONS.confirmed("USA", "JPN");
        assertThat(stock("JPN").path("points")).isEmpty();
        assertThat(japan().get("/api/v1/records?text=Misawa")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        var order = japan().get(STOCK + "/orders/" + talk.id).json();
        assertThat(order.path("points")).isEmpty();
        assertThat(order.path("warns").asBoolean()).isFalse();
        var seated = new Residents(NATIONS.node("USA"), CLOCK)
                .settleAs("stock.jpn", Residents.draft("stock.jpn", "JPN", "liaison"))
                .signedIn();
        assertThat(seated.get(STOCK).json().path("points")).isEmpty();
        assertThat(seated.get(STOCK + "/orders/" + talk.id).text()).doesNotContain("Misawa");
    }

    @Test
    void aSheetIsStoredAsItWasCheckedAndTwiceTheSameChangesNothing() {
        var day = AcsaTalk.today().minusDays(1);
        var good = "Sagami," + day + ",receipt,food,ration II,ration,500,S-1\n";
        var wrong = "," + day + ",theft,weapons,,gallon,-5,\n";
        var report = check(HEAD + good + wrong);
        assertThat(report.path("fresh").asInt()).isEqualTo(1);
        assertThat(report.path("wrong").asInt()).isEqualTo(1);
        assertThat(report.path("shown")
                        .path(0)
                        .path("wrong")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .contains("point", "kind", "category", "item", "unit", "quantity", "reference");
        assertThat(stock("USA").toString()).doesNotContain("Sagami");
        var other = store(HEAD + good + wrong, report.path("digest").asString(), 0);
        assertThat(other.status()).isEqualTo(409);
        assertThat(store(HEAD + good + wrong, report.path("digest").asString(), 1)
                        .status())
                .isEqualTo(201);
        assertThat(check(HEAD + good).path("known").asInt()).isEqualTo(1);
        assertThat(check(HEAD + good.replace("500", "450")).path("changed").asInt())
                .isEqualTo(1);
        bringIn(HEAD + good.replace("500", "450"));
        assertThat(level("Sagami").path("onHand").asLong()).isEqualTo(450);
        assertThat(level("Sagami").path("days").isNull()).as("not enough data").isTrue();
        var headless = send("/check", "a,b\n1,2\n");
        assertThat(headless.status()).isEqualTo(422);
        assertThat(headless.text()).contains("/file/point", "/file/reference");
        assertThat(NATIONS.node("USA")
                        .get("/api/v1/audit?event=acsa-stock-brought-in")
                        .json()
                        .toString())
                .contains("\"leftOut\":1");
        var broken = NATIONS.node("USA").post("/api/v1/records", """
                {"kind":"acsa-stock-entry","label":"%s","precedence":"ROUTINE","body":{"title":{"en":"x","ja":"x"}}}
                """.formatted(LABEL));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.text()).contains("/body/fields/quantity");
    }

    @Test
    void offersOfOthersNearAPointAreThoseThatWereReleasedToUs() {
        assertThat(describe("Kumamoto", 32.80, 130.71).status()).isEqualTo(201);
        var far = offer("Fuel at Misawa", 40.70, 141.37, "REL TO JPN, USA");
        var near = offer("Fuel at Sasebo", 33.16, 129.72, "REL TO JPN, USA");
        var hidden = offer("Fuel kept at home", 32.8, 130.7, "REL TO JPN");
        NATIONS.confirmed("JPN", "USA");
        eventually("both offers are there", () -> offers().size() == 2);
        assertThat(offers().valueStream().map(one -> one.path("record").asString()))
                .containsExactly(near, far)
                .doesNotContain(hidden);
        assertThat(offers().path(0).path("kilometres").asDouble()).isBetween(90.0, 110.0);
        assertThat(offers().path(0).path("quantity").asLong()).isEqualTo(20_000);
    }

    private static String offer(String title, double lat, double lon, String releasable) {
        var body =
                JSON.createObjectNode().put("title", title).put("offer", title).put("item", "fuel");
        body.putObject("quantity").put("value", 20_000).put("unit", "L");
        body.putObject("position").put("lat", lat).put("lon", lon);
        var draft = JSON.createObjectNode()
                .put("kind", "offer-of-assistance")
                .put("label", "UNCLASSIFIED//" + releasable)
                .put("precedence", "ROUTINE");
        draft.set("body", body);
        var stored = japan().post("/api/v1/records", draft.toString());
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        return stored.id();
    }

    private static JsonNode offers() {
        return NATIONS.node("USA").get(STOCK + "/offers?point=Kumamoto").json().path("offers");
    }

    private static Answer describe(String name, double lat, double lon) {
        var body = JSON.createObjectNode()
                .put("name", name)
                .put("holder", "fuel office")
                .put("lat", lat)
                .put("lon", lon)
                .put("label", LABEL);
        return NATIONS.node("USA").post(STOCK + "/points", body.toString());
    }

    private static Answer supply(String order, String point) {
        var body = JSON.createObjectNode().put("point", point).put("label", LABEL);
        return NATIONS.node("USA").post(STOCK + "/orders/" + order, body.toString());
    }

    private static JsonNode check(String sheet) {
        var answer = send("/check", sheet);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void bringIn(String sheet) {
        var report = check(sheet);
        assertThat(report.path("wrong").asInt()).as(report.toString()).isZero();
        var stored = store(sheet, report.path("digest").asString(), 0);
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
    }

    private static Answer store(String sheet, String digest, int leaveOut) {
        var label = URLEncoder.encode(LABEL, UTF_8);
        return send("/entries?label=" + label + "&digest=" + digest + "&leaveOut=" + leaveOut, sheet);
    }

    private static Answer send(String path, String sheet) {
        var answer = NATIONS.node("USA")
                .raw("POST", STOCK + path, sheet.getBytes(UTF_8), "Content-Type", "application/octet-stream");
        return new Answer(answer.statusCode(), new String(answer.body(), UTF_8));
    }

    private static JsonNode stock(String party) {
        return NATIONS.node(party).get(STOCK).json();
    }

    private static JsonNode level(String point) {
        return stock("USA")
                .path("points")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(point))
                .findFirst()
                .orElseThrow()
                .path("levels")
                .path(0);
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }
}
