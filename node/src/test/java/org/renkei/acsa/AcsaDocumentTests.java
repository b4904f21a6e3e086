package org.renkei.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.renkei.testing.TestFederation.eventually;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Papers;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;

/// Documents out of two nodes, read back: what both said is on them, in both languages, and nothing that
/// the reader may not see; what they name of a ledger is found there, at either node.
class AcsaDocumentTests {
    private static final String ORDERS = "/api/v1/acsa/documents/orders/";
    private static final String ACCOUNTS = "/api/v1/acsa/documents/accounts/";

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void orderReceiptAndInvoiceStandOnOneFormAndTheirPlacesAreFoundAtBothNodes() {
        Papers.assumeFont();
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        talk.fits("USA", "claim", Map.of());
        talk.fits("USA", "invoice", Map.of("invoice", "US-2026-7"));
        eventually("the invoice is here", () -> talk.order("JPN").toString().contains("US-2026-7"));
        var pdf = Papers.of(japan(), ORDERS + talk.id);
        Papers.keep(pdf, "order");
        var text = Papers.plain(pdf);
        assertThat(text)
                .contains(talk.id, "物品役務オーダー・受領・請求統合票", "公式様式ではなく", "Itisnottheofficialform")
                .contains("F-76", "リットル（15°C）Lat15°C", "112,500JPY", "1,125JPY/10", "US-2026-7", "DD1348no.7")
                .contains(talk.order("JPN").path("hash").asString());
        assertThat(Papers.pages(pdf))
                .allSatisfy(page -> assertThat(page).contains(AcsaTalk.LABEL).doesNotContain("this font lacks"));
        var codes = Papers.codes(pdf);
        assertThat(codes).as("request, agreement, delivery, receipt, invoice").hasSize(5);
        for (var node : List.of(japan(), NATIONS.node("USA"))) {
            for (var code : codes) {
                eventually("both have sent it", () -> standing(node, code).equals("holds"));
            }
        }
        assertThat(Papers.codes(Papers.of(NATIONS.node("USA"), ORDERS + talk.id)))
                .as("the other side's paper names the same places")
                .containsExactlyElementsOf(codes);
        var code = codes.getFirst();
        var last = code.charAt(code.length() - 1);
        assertThat(standing(japan(), code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0')))
                .isEqualTo("absent");
        assertThat(standing(japan(), code.replace("USA/", "GBR/").replace("JPN/", "KOR/")))
                .isEqualTo("unknown-ledger");
        var nonsense = japan().get("/api/v1/ledger-places?code=RENKEI");
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.text()).contains("/code");
        assertThat(japan().get("/api/v1/audit?event=acsa-document-made").json().toString())
                .contains(talk.id, "\"what\":\"order\"", AcsaTalk.LABEL);
    }

    @Test
    void aPaperHoldsWhatItsReaderSeesAndTheMarkingOfThat() {
        Papers.assumeFont();
        var open = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        open.fits("USA", "deliver", Map.of());
        open.fits("JPN", "receipt", Map.of());
        var secret = new AcsaTalk(NATIONS.federation());
        var asked =
                AcsaTalk.request(japan(), "SECRET//REL TO JPN, USA", AcsaTalk.fuel(japan(), "USA", "reimbursement"));
        secret.id = asked.id();
        secret.fits("USA", "quote", terms());
        secret.fits("JPN", "agree", Map.of());
        secret.fits("USA", "deliver", Map.of());
        secret.fits("JPN", "receipt", Map.of());
        var period = "USA?from=2026-01-01&to=" + AcsaTalk.today().plusYears(1);
        assertThat(Papers.pages(Papers.of(japan(), ORDERS + secret.id)))
                .allSatisfy(page -> assertThat(page).contains("SECRET//REL TO JPN, USA"));
        var whole = Papers.plain(Papers.of(japan(), ACCOUNTS + period));
        assertThat(whole).contains("SECRET//RELTOJPN,USA", open.id, secret.id);

        var residents = new Residents(japan(), CLOCK);
        var draft = Residents.draft("paper.low", "JPN", "desk-officer").replace("SECRET", "UNCLASSIFIED");
        var low = residents.settleAs("paper.low", draft).signedIn();
        assertThat(low.get(ORDERS + secret.id).status()).isEqualTo(404);
        var part = Papers.plain(Papers.of(low, ACCOUNTS + period));
        assertThat(part).contains("UNCLASSIFIED//RELTOJPN,USA", open.id).doesNotContain(secret.id, "SECRET");
        assertThat(low.get(ACCOUNTS + period.replace("USA?", "GBR?")).status()).isEqualTo(404);
        assertThat(low.get(ORDERS + "01900000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);

        var seated = residents
                .settleAs("paper.usa", Residents.draft("paper.usa", "USA", "liaison"))
                .signedIn();
        assertThat(Papers.codes(Papers.of(seated, ORDERS + open.id)))
                .as("a liaison learns of no positions")
                .isEmpty();
        var third = residents
                .settleAs("paper.aus", Residents.draft("paper.aus", "AUS", "liaison"))
                .signedIn();
        assertThat(third.get(ORDERS + open.id).status()).isEqualTo(404);
        assertThat(third.get(ACCOUNTS + period).status()).isEqualTo(404);
    }

    @Test
    void withoutAFontTheAnswerSaysWhatIsMissing() {
        assumeTrue(
                AcsaDocumentTests.class.getResource("/fonts/BIZUDPGothic_400Regular.ttf") == null,
                "this build has the font");
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        var refused = japan().get(ORDERS + talk.id);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).contains("without the font");
    }

    private static Map<String, Object> terms() {
        var line = Map.of("line", 1, "quantity", 1000, "price", 1125, "per", 10);
        return Map.of("lines", List.of(line), "dueDays", 30, "settlement", "reimbursement");
    }

    private static String standing(RunningNode node, String code) {
        var answer = node.get("/api/v1/ledger-places?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        return answer.json().path("standing").asString("");
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }
}
