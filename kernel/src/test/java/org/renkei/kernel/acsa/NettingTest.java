package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.netting.Netting;
import org.renkei.kernel.acsa.netting.Netting.Leg;
import org.renkei.kernel.books.Asset;

/// Japan owes the United States 1000 and 500 dollars, the United States owe Japan 1200.
class NettingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-07");
    private static final Asset DOLLARS = Asset.currency("USD");
    private final Dealing old = new Dealing(1, "JPN", "USA", DAY).claimed("USD", 100_000);
    private final Dealing young = new Dealing(2, "JPN", "USA", DAY.plusDays(9)).claimed("USD", 50_000);
    private final Dealing back = new Dealing(3, "USA", "JPN", DAY.plusDays(5)).claimed("USD", 120_000);
    private final List<Dealing> all = List.of(old, young, back);

    @Test
    void setsOffTheOldestFirstAndTheSameInEachDirection() {
        assertThat(propose(NettingGround.AGREEMENT_CLAUSE, Long.MAX_VALUE, DAY.plusDays(20)))
                .isEqualTo(new Netting.Proposed(new Netting(
                        "USD",
                        120_000,
                        List.of(
                                new Leg(back.id, 1, "JPN", 120_000),
                                new Leg(old.id, 1, "USA", 100_000),
                                new Leg(young.id, 1, "USA", 20_000)))));
        assertThat(propose(NettingGround.AGREEMENT_CLAUSE, 30_000, DAY.plusDays(20)))
                .isInstanceOfSatisfying(
                        Netting.Proposed.class,
                        one -> assertThat(one.netting().amount()).isEqualTo(30_000));
        assertThat(propose(NettingGround.US_2345_C, 30_000, DAY.plusMonths(18)))
                .as("not more than 18 months after delivery")
                .isInstanceOf(Netting.Refused.class);
        assertThat(propose(NettingGround.US_2345_C, 30_000, DAY.plusMonths(19))).isInstanceOf(Netting.Proposed.class);
    }

    @Test
    void isNotAmongThreeNations() {
        var third = new Dealing(4, "AUS", "USA", DAY).claimed("USD", 100);
        var outcome = Netting.propose(
                Stream.concat(all.stream(), Stream.of(third))
                        .map(Dealing::order)
                        .toList(),
                "JPN",
                "USA",
                "USD",
                NettingGround.AGREEMENT_CLAUSE,
                1_000_000,
                DAY.plusDays(20));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Netting.Refused.class,
                        refused -> assertThat(refused.reasons()).singleElement().satisfies(one -> {
                            assertThat(one.english()).contains("netting is between two nations");
                            assertThat(one.japanese()).contains("三国間");
                        }));
    }

    @Test
    void takesEffectWhenBothSayTheSameAndNeverChangesTheNetFigure() {
        var before = account();
        assertThat(before.net()).containsEntry(DOLLARS, -30_000L);
        offset(back, "JPN", 120_000);
        offset(back, "USA", 119_999);
        assertThat(back.order().deliveries().getFirst().netted()).isZero();
        offset(back, "USA", 120_000);
        assertThat(back.order().state()).isEqualTo(OrderState.SETTLED);
        assertThat(account().net()).as("the other direction has not come yet").isEqualTo(before.net());
        assertThat(account().clearing()).containsEntry(DOLLARS, 120_000L);
        offset(old, "USA", 100_000);
        offset(old, "JPN", 100_000);
        offset(young, "JPN", 20_000);
        assertThat(NextSteps.of(young.order(), "USA", young.today()))
                .anySatisfy(step -> assertThat(step.act()).isEqualTo(Act.OFFSET));
        offset(young, "USA", 20_000);
        var after = account();
        assertThat(after.net()).isEqualTo(before.net());
        assertThat(after.clearing()).isEmpty();
        assertThat(after.entries()).as("gross postings stay").containsAll(before.entries());
        assertThat(young.order().deliveries().getFirst().outstanding()).isEqualTo(30_000);
        assertThat(old.closed().order().state()).isEqualTo(OrderState.CLOSED);
    }

    @Test
    void settlesNothingWithoutAnAuthorityThatHolds() {
        assertThat(old.write("JPN", Act.OFFSET, "amount", 1, "currency", "USD", "authority", "", "authorizedBy", "")
                        .objections())
                .extracting(Objection::at)
                .containsExactly("/authority", "/authorizedBy");
        old.say(
                "JPN",
                Act.OFFSET,
                "amount",
                2,
                "currency",
                "USD",
                "authorizedLimit",
                1,
                "authorizedUntil",
                DAY.minusDays(1).toString(),
                "ground",
                "us-2345-c");
        assertThat(old.objections()).extracting(Objection::at).containsExactly("/offsetOn", "/amount", "/ground");
        var unclaimed = new Dealing(5, "JPN", "USA", DAY)
                .agreed("reimbursement", "USD", 1, 100)
                .delivered(1, 1)
                .received(1, 1)
                .say("USA", Act.OFFSET, "amount", 100, "currency", "USD");
        assertThat(unclaimed.objections()).extracting(Objection::at).containsExactly("/delivery");
    }

    private static void offset(Dealing dealing, String party, long amount) {
        dealing.fits(party, Act.OFFSET, "netting", "N 1", "amount", amount, "currency", "USD");
    }

    private StatementOfAccount account() {
        return StatementOfAccount.of(all.stream().map(Dealing::order).toList(), "JPN", "USA", DAY, DAY.plusYears(2));
    }

    private Netting.Outcome propose(NettingGround ground, long limit, LocalDate today) {
        var orders = all.stream().map(Dealing::order).toList();
        return Netting.propose(orders, "JPN", "USA", "USD", ground, limit, today);
    }

    @Test
    void saysWhatWaitsForTheOtherSide() {
        offset(old, "USA", 7);
        assertThat(Netting.waiting(List.of(old.order(), back.order()), "N 1", "USA"))
                .containsExactly(new Leg(old.id, 1, "USA", 7));
        assertThat(Map.of("JPN", Netting.waiting(List.of(old.order()), "N 1", "JPN")))
                .containsValue(List.of());
    }
}
