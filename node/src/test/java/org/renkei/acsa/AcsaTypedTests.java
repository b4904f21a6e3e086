package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.Nations;
import org.renkei.testing.Papers;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Amounts and quantities as people and sheets write them, and what stands in the statements.
class AcsaTypedTests {
    private static final String HEAD = "番号,国名,区分,種別,品名,単位,数量,決済方法,通貨,金額,本体価格,輸送費,引渡日\n";

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    /// A request for fuel of which the quantity is stated in another unit.
    private static ObjectNode stated(String quantity, String unit) {
        var fields = AcsaTalk.fuel(japan(), "USA", "reimbursement");
        var line = (ObjectNode) fields.path("lines").path(0);
        line.remove("quantity");
        line.put("statedQuantity", quantity).put("statedUnit", unit);
        return fields;
    }

    private static Answer measured(String quantity, String in) {
        return japan().get("/api/v1/acsa/measures?unit=litre-15c&category=fuel&quantity=" + quantity + "&in=" + in);
    }

    @Test
    void aRequestInUsGallonsIsCountedInLitresAndBothSidesReadBothFigures() {
        var shown = measured("10,000", "us-gallon-15c").json();
        assertThat(shown.path("quantity").asLong()).isEqualTo(37_854);
        assertThat(shown.path("exact").asString()).isEqualTo("37854.11784");
        var answer = AcsaTalk.request(japan(), AcsaTalk.LABEL, stated("10,000", "us-gallon-15c"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        NATIONS.confirmed("JPN", "USA");
        for (var party : List.of("JPN", "USA")) {
            var order = NATIONS.node(party)
                    .get("/api/v1/acsa/orders/" + answer.id())
                    .json();
            assertThat(order.path("lines").path(0).path("requested").asLong()).isEqualTo(37_854);
            assertThat(order.path("request").path("remarks").asString())
                    .contains("10000 US gallons at 15 °C = 37854.11784, counted as 37854 L at 15 °C (rounded", "四捨五入");
        }
        assertThat(answer.text()).doesNotContain("statedUnit");
    }

    @Test
    void thePaperOfAnOrderShowsWhatWasStated() {
        Papers.assumeFont();
        var answer = AcsaTalk.request(japan(), AcsaTalk.LABEL, stated("10,000", "us-gallon-15c"));
        var pdf = japan().raw("GET", "/api/v1/acsa/documents/orders/" + answer.id(), new byte[0]);
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(Papers.plain(pdf.body())).contains("37854.11784", "四捨五入");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10000 | us-gallon     | /fields/lines/0/statedQuantity | 15 °C
            10000 | us-gallon-60f | /fields/lines/0/statedQuantity | 60 °F
            10000 | pound         | /fields/lines/0/statedQuantity | 密度
            10000 | foot          | /fields/lines/0/statedQuantity | 換算できません
            10000 | stone         | /fields/lines/0/statedUnit     | のどれか
            many  | us-gallon-15c | /fields/lines/0/statedQuantity | 0 より大きい
            """)
    void whatDoesNotConvertIsRefusedAtItsPlace(String quantity, String unit, String at, String why) {
        var body = JsonMapper.shared().createObjectNode().put("label", AcsaTalk.LABEL);
        body.set("fields", stated(quantity, unit));
        var answer = japan().send("POST", "/api/v1/acsa/orders", body.toString(), "Bearer " + japan().token(), "ja");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        var error = answer.json().path("errors").path(0);
        assertThat(error.path("at").asString()).isEqualTo(at);
        assertThat(error.path("message").asString()).contains(why);
    }

    @Test
    void whoWasShownAnotherFigureHasToLookAgain() {
        var fields = stated("10000", "us-gallon-15c");
        ((ObjectNode) fields.path("lines").path(0)).put("quantity", 37_855);
        var answer = AcsaTalk.request(japan(), AcsaTalk.LABEL, fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("/fields/lines/0/quantity", "37854");
    }

    @Test
    void aSupplierMayStateWhatItDeliversAndWriteAmountsOut() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        talk.fits(
                "USA",
                "deliver",
                Map.of("lines", List.of(Map.of("line", 1, "statedQuantity", "200", "statedUnit", "us-gallon-15c"))));
        talk.fits("JPN", "receipt", Map.of());
        talk.fits("USA", "claim", Map.of());
        var due = talk.order("USA").path("deliveries").path(0).path("due").asLong();
        assertThat(due).isEqualTo(757 * 1125 / 10 + 1);
        var wrong = talk.say("USA", "invoice", Map.of("amount", "85,163.50 JPY"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("/fields/amount", "JPY has 0 digits");
        var other = talk.say("USA", "invoice", Map.of("amount", "85,163 USD"));
        assertThat(other.text()).contains("written in USD");
        talk.fits("USA", "invoice", Map.of("amount", "85,163 JPY"));
        assertThat(talk.order("USA").path("deliveries").path(0).path("state").asString())
                .isEqualTo("invoiced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void anOrderGoesOutWithItsCostElementsAndComesBackTheSame(String form) {
        var talk = new AcsaTalk(NATIONS.federation());
        talk.request("reimbursement");
        talk.fits(
                "USA",
                "quote",
                Map.of(
                        "lines",
                        List.of(Map.of(
                                "line",
                                1,
                                "quantity",
                                1000,
                                "price",
                                1125,
                                "per",
                                10,
                                "costUnitCost",
                                1000,
                                "costTransport",
                                125))));
        talk.fits("JPN", "agree", Map.of());
        talk.fits("USA", "deliver", Map.of());
        NATIONS.confirmed("USA", "JPN");
        var sheet = japan().raw("GET", "/api/v1/acsa/sheets/orders/" + talk.id + "?form=" + form, new byte[0]);
        assertThat(sheet.statusCode()).isEqualTo(200);
        var before = values(talk.id);
        var report = broughtIn(sheet.body());
        assertThat(report.path("wrong").asInt()).as(report.toString()).isZero();
        var values = values(talk.id);
        assertThat(before).isEmpty();
        assertThat(values).hasSize(1);
        var line = values.getFirst();
        assertThat(line.path("amount").asString()).isEqualTo("112500");
        assertThat(line.path("costUnitCost").asString()).isEqualTo("100000");
        assertThat(line.path("costTransport").asString()).isEqualTo("12500");
        var again = japan().raw("GET", "/api/v1/acsa/sheets/past-orders?form=" + form, new byte[0]);
        var known = broughtIn(again.body());
        assertThat(known.path("fresh").asInt() + known.path("changed").asInt()).isZero();
    }

    @Test
    void elementsThatDoNotComeToTheAmountAreFoundAndUnitsAndCurrenciesAreReadAsWritten() {
        var text = HEAD + "R5-1,USA,受領,燃料,F-76,US gal @ 15 °C,\"10,000\",金銭決済,,\"$4,258.58\",,,2025/10/1\n"
                + "R5-2,USA,受領,燃料,F-76,リットル,1000,金銭決済,JPY,\"112,500円\",100000,12000,2025/10/1\n"
                + "R5-3,USA,受領,燃料,F-76,US gal,1000,金銭決済,JPY,USD 5,,,2025/10/1\n"
                + "R5-4,USA,受領,燃料,F-76,リットル,1000,金銭決済,USD,\"$4,258.58\",,,2025/10/1\n";
        var file = text.getBytes(UTF_8);
        var report = PastSheets.check(japan(), file);
        var shown = report.path("shown").toString();
        assertThat(report.path("wrong").asInt()).as(shown).isEqualTo(2);
        assertThat(shown)
                .contains("10000 米ガロン（15 °C） = 37854.11784、37854 リットル（15 °C）として計上（四捨五入）")
                .contains("費用の内訳の合計は 112000、金額は 112500 です")
                .contains("15 °C での数量を指定してください")
                .contains("USD で書かれていますが、ここは JPY です")
                .contains("通貨コードを添えてください");
    }

    @Test
    void aLineOfStockInGallonsIsShownBeforeItIsStoredAndKeepsWhatWasStated() {
        var sheet = ("Point,Day,Entry,Category,Item,Unit,Quantity,Voucher\n"
                        + "Sasebo,2026-05-07,count,fuel,F-76,us-gallon-15c,\"10,000\",1\n"
                        + "Sasebo,2026-05-07,count,fuel,F-44,US gal,5,2\n")
                .getBytes(UTF_8);
        var checked = stock("check", sheet);
        assertThat(checked.path("fresh").asInt()).isOne();
        assertThat(checked.path("wrong").asInt()).isOne();
        var shown = checked.path("shown");
        assertThat(shown.path(0).path("wrong").toString()).contains("15 °C");
        assertThat(shown.path(1).path("stated").toString())
                .contains("37854.11784", "37854 L at 15 °C (rounded half up)");
        var stored = stock(
                "entries?leaveOut=1&label=" + URLEncoder.encode("UNCLASSIFIED//REL TO JPN", UTF_8) + "&digest="
                        + checked.path("digest").asString(),
                sheet);
        assertThat(stored.path("stored").asBoolean()).as(stored.toString()).isTrue();
        assertThat(japan().get("/api/v1/acsa/stock").text()).contains("37854");
        var record = japan().get("/api/v1/records?kind=" + StockRecords.ENTRY)
                .json()
                .path("records")
                .path(0)
                .path("id")
                .asString();
        assertThat(japan().get("/api/v1/records/" + record).text()).contains("10000 US gallons at 15 °C = 37854.11784");
    }

    private static JsonNode stock(String path, byte[] sheet) {
        return PastSheets.json(
                japan().raw("POST", "/api/v1/acsa/stock/" + path, sheet, "Content-Type", "application/octet-stream"));
    }

    private static List<JsonNode> values(String order) {
        return PastSheets.list(japan())
                .path("orders")
                .valueStream()
                .map(one -> one.path("values"))
                .filter(one -> one.path("reference").asString().startsWith(order))
                .toList();
    }

    /// @return what was said of the lines before
    private static JsonNode broughtIn(byte[] file) {
        var report = PastSheets.check(japan(), file);
        PastSheets.bringIn(japan(), file, report, "UNCLASSIFIED//REL TO JPN");
        return report;
    }
}
