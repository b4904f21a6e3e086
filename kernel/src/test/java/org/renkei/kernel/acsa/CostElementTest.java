package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a price is made of comes to the price, and taxes are named and never posted.
class CostElementTest {
    private final Talk talk = new Talk();

    private Order.Told quoted(Map<String, Object> line, Object... more) {
        talk.fits(
                talk.japan,
                Act.REQUEST,
                "settlement",
                "reimbursement",
                "lines",
                List.of(Talk.request(1, "fuel", "F-76", "litre-15c", 1000)));
        var fields = new ArrayList<Object>(List.of("settlement", "reimbursement", "lines", List.of(line)));
        fields.addAll(List.of(more));
        return talk.say(talk.usa, Act.QUOTE, fields.toArray());
    }

    @Test
    void theElementsComeToThePrice() {
        var told = quoted(Map.of(
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
                100,
                "costHandling",
                25));
        assertThat(told.objections()).isEmpty();
        assertThat(CostElement.of(told.statement().lines().getFirst()))
                .containsExactly(
                        new CostElement.Cost(CostElement.UNIT_COST, 1000),
                        new CostElement.Cost(CostElement.TRANSPORT, 100),
                        new CostElement.Cost(CostElement.HANDLING, 25));
        var next = NextSteps.of(talk.order(), "JPN", talk.today()).stream()
                .filter(step -> step.act() == Act.QUOTE)
                .findFirst()
                .orElseThrow();
        assertThat(next.lines().getFirst()).containsEntry("costTransport", 100L);
    }

    @Test
    void elementsThatDoNotComeToThePriceAreRefused() {
        var told = quoted(Map.of("line", 1, "quantity", 1000, "price", 1125, "costUnitCost", 1000));
        assertThat(told.objections())
                .extracting(Objection::at, Objection::english)
                .containsExactly(tuple("/lines/0/price", "the cost elements come to 1000, the price is 1125"));
    }

    @Test
    void taxesAreNamedWithTheirRuleAndNeverPosted() {
        var line = Map.<String, Object>of("line", 1, "quantity", 1000, "price", 1125);
        assertThat(quoted(line, "exemptTaxes", "consumption tax").objections())
                .extracting(Objection::at)
                .containsExactly("/exemptBy");
        talk.fits(
                talk.usa,
                Act.QUOTE,
                "settlement",
                "reimbursement",
                "exemptTaxes",
                "consumption tax, customs duty",
                "exemptBy",
                "rule of the supplier",
                "lines",
                List.of(line));
        talk.fits(
                talk.japan, Act.AGREE, "terms", talk.order().heads().getFirst().hex());
        assertThat(talk.order().transfers())
                .singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualTo(1_125_000));
    }
}
