package org.renkei.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Three nations trade at once, each pair for itself; and whatever is wrong is said in both languages, all of it.
class AcsaNationsTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PERIOD = "?from=2020-01-01&to=2090-01-01";

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void threeNationsTradeAtOnceAndEachSeesItsOwn() {
        var trades = List.of(
                trade("JPN", "USA", "reimbursement"),
                trade("USA", "JPN", "reimbursement"),
                trade("JPN", "AUS", "reimbursement"),
                trade("AUS", "JPN", "reimbursement"));
        var orders = trades.stream().map(CompletableFuture::join).toList();
        var usa = Set.of(orders.get(0), orders.get(1));
        var aus = Set.of(orders.get(2), orders.get(3));
        eventually("USA has its two", () -> orders("USA").containsAll(usa));
        eventually("AUS has its two", () -> orders("AUS").containsAll(aus));
        assertThat(orders("USA")).doesNotContainAnyElementsOf(aus);
        assertThat(orders("AUS")).isEqualTo(aus);
        assertThat(orders("JPN")).containsAll(usa).containsAll(aus);
        for (var order : aus) {
            assertThat(NATIONS.node("USA").get("/api/v1/acsa/orders/" + order).status())
                    .isEqualTo(404);
            assertThat(NATIONS.node("USA")
                            .get("/api/v1/records?text=" + order)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }
        assertThat(NATIONS.node("AUS").get("/api/v1/acsa/accounts/USA" + PERIOD).status())
                .as("no order between these two")
                .isEqualTo(404);
        for (var partner : List.of("USA", "AUS")) {
            eventually(
                    "JPN and " + partner + " come to one account",
                    () -> account("JPN", partner).equals(account(partner, "JPN")));
        }
        assertThat(account("JPN", "USA")).isNotEqualTo(account("JPN", "AUS"));
        for (var party : List.of("JPN", "USA", "AUS")) {
            assertThat(NATIONS.node(party)
                            .get("/api/v1/acsa/books")
                            .json()
                            .path("balanced")
                            .asBoolean())
                    .isTrue();
        }
        var states = NATIONS.node("USA");
        var third = AcsaTalk.fuel(states, "AUS", "reimbursement").put("commerciallyUnavailable", true);
        var refused = AcsaTalk.request(states, AcsaTalk.label("USA", "AUS"), third);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).as("no agreement of these two is on record").contains("is not between USA and AUS");
    }

    /// Requested, agreed, delivered, received and paid; the id of the order.
    private static CompletableFuture<String> trade(String requester, String supplier, String settlement) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var talk = new AcsaTalk(NATIONS.federation()).agreed(requester, supplier, settlement, 30);
                    talk.fits(supplier, "deliver", Map.of());
                    talk.fits(requester, "receipt", Map.of());
                    talk.fits(supplier, "claim", Map.of());
                    talk.fits(supplier, "invoice", Map.of());
                    talk.fits(requester, "pay", Map.of());
                    talk.closed(requester, supplier);
                    return talk.id;
                },
                Thread::startVirtualThread);
    }

    private static Set<String> orders(String party) {
        return NATIONS.node(party)
                .get("/api/v1/acsa/orders")
                .json()
                .path("orders")
                .valueStream()
                .map(one -> one.path("id").asString())
                .collect(Collectors.toSet());
    }

    private static String account(String party, String partner) {
        return NATIONS.node(party)
                .get("/api/v1/acsa/accounts/" + partner + PERIOD)
                .json()
                .path("hash")
                .asString("");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    weapon           | does not name them, nor does any other     | 武器はなく、他の協定でも対象外です
                    not in force     | , the day of delivery                      | 有効ではありません
                    31 February      | a day that there is, as YYYY-MM-DD         | 実在する日付
                    negative litres  | a whole number from 1 to 1000000000        | 1 から 1000000000 までの整数です
                    1e40 yen         | a whole number from 1 to 1000000000000     | 1 から 1000000000000 までの整数です
                    40 digits of yen | a whole number from 1 to 1000000000000     | 1 から 1000000000000 までの整数です
                    unknown NSN      | unknown NSN: supply group 97 is none       | 不明な物品番号です。補給分類 97 はありません
                    mixed units      | the same item stands in line 1 in another  | 同じ品目が 1 行目では別の単位です
                    """)
    void whatIsWrongIsSaidInBothLanguages(String mistake, String english, String japanese) {
        for (var language : List.of("en", "ja")) {
            var refused = mistake.contains("yen") ? quoted(mistake, language) : requested(language, mistake);
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(messages(refused)).anyMatch(one -> one.contains(language.equals("en") ? english : japanese));
        }
    }

    @Test
    void allThatIsWrongIsSaidInOneAnswer() {
        var all = requested("en", "weapon", "31 February", "negative litres", "unknown NSN", "mixed units");
        assertThat(all.status()).isEqualTo(422);
        assertThat(messages(all))
                .anyMatch(one -> one.contains("does not name them"))
                .anyMatch(one -> one.contains("a day that there is"))
                .anyMatch(one -> one.contains("a whole number from 1"))
                .anyMatch(one -> one.contains("unknown NSN"))
                .anyMatch(one -> one.contains("in another unit"))
                .doesNotHaveDuplicates();
        var japanese = requested("ja", "weapon", "31 February", "negative litres", "unknown NSN", "mixed units");
        assertThat(messages(japanese)).hasSameSizeAs(messages(all)).allMatch(one -> one.matches(".*[ぁ-ん一-龯].*"));
    }

    @Test
    void noInvoiceNumberStandsOnTwoOrdersOfAPair() {
        var first = claimed();
        var second = claimed();
        first.fits("USA", "invoice", Map.of("invoice", "US 2026 no. 77"));
        eventually(
                "it is invoiced",
                () -> first.order("USA")
                        .path("deliveries")
                        .path(0)
                        .path("invoice")
                        .asString("")
                        .equals("US 2026 no. 77"));
        var again = second.say("USA", "invoice", Map.of("invoice", "US 2026 no. 77"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(messages(again))
                .containsExactly("an invoice of that number was made out for another order (ACSA "
                        + first.id.substring(0, 8) + ")");
        second.fits("USA", "invoice", Map.of("invoice", "US 2026 no. 78"));
    }

    private static AcsaTalk claimed() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        talk.fits("USA", "claim", Map.of());
        return talk;
    }

    private static Answer quoted(String mistake, String language) {
        var talk = new AcsaTalk(NATIONS.federation());
        talk.request("reimbursement");
        eventually(
                "USA has it", () -> talk.order("USA").path("state").asString().equals("requested"));
        var price = mistake.startsWith("1e40") ? "1e40" : "1" + "0".repeat(40);
        var body =
                "{\"act\":\"quote\",\"fields\":{\"currency\":\"JPY\",\"lines\":[{\"line\":1,\"quantity\":1000,\"price\":"
                        + price + "}]}}";
        return send(NATIONS.node("USA"), "/api/v1/acsa/orders/" + talk.id + "/statements", body, language);
    }

    private static Answer requested(String language, String... mistakes) {
        var japan = NATIONS.node("JPN");
        var fields = AcsaTalk.fuel(japan, "USA", "reimbursement");
        var lines = fields.withArray("lines");
        var wrong = List.of(mistakes);
        if (wrong.contains("negative litres")) {
            ((ObjectNode) lines.get(0)).put("quantity", -1000);
        }
        if (wrong.contains("31 February")) {
            fields.put("neededOn", "2027-02-31");
        }
        if (wrong.contains("not in force")) {
            fields.put("supplier", "PHL").put("agreement", "jpn-phl-acsa-2026");
        }
        if (wrong.contains("unknown NSN")) {
            line(lines.addObject(), lines.size(), "spare-parts", "gasket", "each")
                    .put("nsn", "9730014131234");
        }
        if (wrong.contains("weapon")) {
            line(lines.addObject(), lines.size(), "spare-parts", "rifle", "each")
                    .put("nsn", "1005014131234");
        }
        if (wrong.contains("mixed units")) {
            line(lines.addObject(), lines.size(), "fuel", "F-76", "kilogram");
        }
        var supplier = fields.path("supplier").asString();
        var body = JSON.createObjectNode().put("label", AcsaTalk.label("JPN", supplier));
        body.set("fields", fields);
        return send(japan, "/api/v1/acsa/orders", body.toString(), language);
    }

    private static ObjectNode line(ObjectNode line, int number, String category, String item, String unit) {
        return line.put("line", number)
                .put("category", category)
                .put("item", item)
                .put("unit", unit)
                .put("quantity", 5);
    }

    private static Answer send(RunningNode node, String path, String body, String language) {
        return node.send("POST", path, body, "Bearer " + node.token(), language);
    }

    private static List<String> messages(Answer refused) {
        var messages = new ArrayList<String>();
        refused.json()
                .path("errors")
                .forEach(one -> messages.add(one.path("message").asString()));
        return messages;
    }
}
