package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What audits of such orders found (GAO-20-309, DODIG-2016-067, Board of Audit of Japan 2023) cannot happen here, or
/// is
/// listed.
class AuditFindingsTest {
    private final Talk talk = new Talk();

    /// DODIG-2016-067: minimum essential data missing.
    @ParameterizedTest
    @EnumSource(Act.class)
    void noStatementLacksAFieldThatItsActNeeds(Act act) {
        var whole = Side.usual(act, talk.today());
        for (var field : act.fields()) {
            if (field.required()) {
                var without = new LinkedHashMap<>(whole);
                without.remove(field.name());
                assertThat(talk.japan.write(talk.now(), act, without).objections())
                        .extracting(Objection::at)
                        .as(field.name())
                        .contains("/" + field.name());
            }
        }
    }

    /// DODIG-2016-067: source documents not uploaded.
    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"DELIVER", "RECEIPT", "INVOICE", "PAY", "RETURN", "EXCHANGE"})
    void nothingThatMovesGoodsOrMoneyGoesWithoutADocument(Act act) {
        var fields = new LinkedHashMap<>(Side.usual(act, talk.today()));
        fields.put("documents", List.of());
        assertThat(talk.japan.write(talk.now(), act, fields).objections())
                .extracting(Objection::at)
                .contains("/documents");
    }

    /// DODIG-2016-067: orders not closed properly.
    @Test
    void noOrderIsClosedBeforeEveryLineIsSettledByBothWithTheSameHash() {
        talk.agreed("reimbursement", 30).delivered();
        var hash = talk.order().hash().hex();
        assertThat(talk.say(talk.usa, Act.CLOSE, "hash", hash).fits()).isFalse();
        talk.fits(talk.usa, Act.CLAIM);
        talk.fits(talk.usa, Act.INVOICE, "amount", 292_500);
        talk.fits(talk.japan, Act.PAY, "amount", 292_500);
        assertThat(talk.say(talk.usa, Act.CLOSE, "hash", hash).objections())
                .extracting(Objection::at)
                .containsExactly("/hash");
        talk.fits(talk.usa, Act.CLOSE, "hash", talk.order().hash().hex());
        assertThat(talk.order().state()).isEqualTo(OrderState.SETTLED);
        talk.fits(talk.japan, Act.CLOSE, "hash", talk.order().hash().hex());
        assertThat(talk.order().state()).isEqualTo(OrderState.CLOSED);
    }

    /// Board of Audit: claim notices never sent to the revenue officer.
    @Test
    void theReceiptItselfRaisesTheClaimNoticeAndNoInvoiceGoesBeforeIt() {
        talk.agreed("reimbursement", 30).delivered();
        assertThat(NextSteps.of(talk.order(), "USA", talk.today()))
                .anySatisfy(step -> assertThat(step.act()).isEqualTo(Act.CLAIM));
        assertThat(OrderClocks.of(talk.order(), talk.now()))
                .anySatisfy(clock -> assertThat(clock.act()).isEqualTo(Act.CLAIM));
        assertThat(talk.say(talk.usa, Act.INVOICE, "amount", 292_500).objections())
                .extracting(Objection::english)
                .containsExactly("the claim notice to the revenue officer comes first");
    }

    /// Board of Audit: past the twelve months, one over four years; GAO: nobody watched the deadline.
    @Test
    void atEveryDayOfFiveYearsAnOpenOrderShowsAClockAndAfterTwelveMonthsItIsOverdue() {
        talk.agreed("reimbursement", 30).delivered();
        var order = talk.order();
        for (var day = 0; day < 5 * 365; day++) {
            var nearest = OrderClocks.nearest(order, talk.now().plusSeconds(day * 86_400L));
            assertThat(nearest).isPresent();
            assertThat(nearest.get().level().equals("overdue")).isEqualTo(day > 10);
        }
        assertThat(OrderClocks.of(order, Instant.parse("2027-05-09T00:00:00Z")))
                .extracting(OrderClocks.Clock::code)
                .contains("limit", "offset");
    }

    /// GAO: 24 % not fully reimbursed, 12 % unknown.
    @Test
    void noAmountIsUnknownAndWhatIsPaidInPartIsOpenForTheRest() {
        talk.agreed("reimbursement", 30).delivered();
        talk.fits(talk.usa, Act.CLAIM);
        assertThat(talk.say(talk.usa, Act.INVOICE, "amount", 292_499).objections())
                .extracting(Objection::english)
                .containsExactly("order and receipt come to 292500, the invoice to 292499");
        talk.fits(talk.usa, Act.INVOICE, "amount", 292_500);
        talk.fits(talk.japan, Act.PAY, "amount", 1);
        var one = talk.order().deliveries().getFirst();
        assertThat(one.due() - one.settled()).isEqualTo(292_499);
        assertThat(talk.say(talk.japan, Act.PAY, "amount", 292_500).fits()).isFalse();
        assertThat(talk.say(talk.usa, Act.INVOICE, "amount", 292_499).fits())
                .as("a second invoice")
                .isFalse();
    }

    /// DoD FMR vol. 11A ch. 8: separation of duties, delegation.
    @Test
    void whoOrdersDoesNotPayAndKeepsToTheDelegation() {
        var order = talk.agreed("reimbursement", 30).order();
        var quote = order.told().get(1).statement();
        var side = new Side("JPN");
        order.told().subList(0, 2).forEach(told -> side.seen.add(told.statement()));
        var fields = new LinkedHashMap<>(Side.usual(Act.AGREE, talk.today()));
        fields.put("terms", quote.digest().hex());
        fields.put("finance", fields.get("orderer"));
        fields.put("limit", 292_499);
        fields.put("delegatedUntil", "2026-05-01");
        var said = side.say(talk.now(), Act.AGREE, fields);
        assertThat(side.order().told().stream()
                        .filter(told -> told.statement().equals(said))
                        .flatMap(told -> told.objections().stream())
                        .map(Objection::at))
                .containsExactly("/finance", "/delegatedUntil", "/limit");
    }

    @Test
    void wrongInputOfEveryKindIsNamedInBothLanguages() {
        var fields = new LinkedHashMap<>(Side.usual(Act.REQUEST, talk.today()));
        fields.put("neededOn", "2026-02-31");
        fields.put("zone", "Mars/Olympus");
        var line = new LinkedHashMap<String, Object>(Talk.request(1, "weapons", "gun", "barrel", -5));
        line.put("nsn", "123");
        fields.put("lines", new ArrayList<>(List.of(line, line)));
        var objections = talk.japan.write(talk.now(), Act.REQUEST, fields).objections();
        assertThat(objections)
                .extracting(Objection::at)
                .contains(
                        "/neededOn",
                        "/zone",
                        "/lines/0/category",
                        "/lines/0/unit",
                        "/lines/0/quantity",
                        "/lines/0/nsn",
                        "/lines/1/line");
        assertThat(objections).allSatisfy(one -> {
            assertThat(one.english()).isNotBlank();
            assertThat(one.japanese()).isNotBlank();
        });
        var money = new LinkedHashMap<>(Side.usual(Act.PAY, talk.today()));
        money.put("amount", Long.MAX_VALUE);
        money.put("currency", "XXX");
        assertThat(talk.japan.write(talk.now(), Act.PAY, money).objections())
                .extracting(Objection::at)
                .containsExactly("/amount", "/currency");
    }
}
