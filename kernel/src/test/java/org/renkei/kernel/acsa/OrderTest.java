package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.acsa.Talk.came;
import static org.renkei.kernel.acsa.Talk.line;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Books;
import org.renkei.kernel.books.Transfer;

class OrderTest {
    private static final Asset YEN = Asset.currency("JPY");
    private static final Asset FUEL = new Asset("fuel/F-76", "litre-15c");

    private final Talk talk = new Talk();

    @Test
    void aRequestForFuelIsPaidForAndClosedByBothWithTheSameHash() {
        talk.agreed("reimbursement", 30);
        assertThat(talk.order().state()).isEqualTo(OrderState.AGREED);
        assertThat(owed(YEN).pending()).isEqualTo(112_500 + 180_000);
        talk.delivered();
        assertThat(talk.order().state()).isEqualTo(OrderState.RECEIPTED);
        assertThat(owed(YEN)).isEqualTo(new Books.Balance(292_500, 0));
        talk.fits(talk.usa, Act.CLAIM);
        talk.fits(talk.usa, Act.INVOICE, "amount", 292_500);
        assertThat(talk.order().state()).isEqualTo(OrderState.SETTLING);
        talk.fits(talk.japan, Act.PAY, "amount", 200_000);
        talk.fits(talk.japan, Act.PAY, "amount", 92_500);
        assertThat(talk.order().state()).isEqualTo(OrderState.SETTLED);
        assertThat(owed(YEN).posted()).isZero();
        talk.closed();
        assertThat(talk.order().state()).isEqualTo(OrderState.CLOSED);
        assertThat(talk.japan.order()).isEqualTo(talk.usa.order());
    }

    @Test
    void replacementInKindBalancesInKind() {
        talk.agreed("replacement", 300).delivered();
        assertThat(owed(FUEL).posted()).isEqualTo(1000);
        assertThat(talk.order().deliveries().getFirst().state()).isEqualTo(DeliveryState.RETURN_DUE);
        talk.fits(talk.japan, Act.RETURN, "lines", List.of(came(1, 600, "good")));
        assertThat(owed(FUEL).posted()).as("not before it is accepted").isEqualTo(1000);
        talk.fits(talk.usa, Act.ACCEPT, "verdict", "accepted");
        assertThat(owed(FUEL).posted()).isEqualTo(400);
        talk.fits(talk.japan, Act.RETURN, "lines", List.of(came(1, 400, "good"), came(2, 200, "good")));
        talk.fits(talk.usa, Act.ACCEPT, "verdict", "accepted");
        assertThat(talk.order().state()).isEqualTo(OrderState.SETTLED);
        talk.closed();
        assertThat(owed(FUEL).posted()).isZero();
    }

    @Test
    void whatIsNotReturnedInTimeIsPaidForAtTheAgreedPrice() {
        talk.agreed("replacement", 60).delivered();
        assertThat(talk.say(talk.usa, Act.CONVERT).objections())
                .extracting(Objection::at)
                .containsExactly("/convertedOn");
        talk.fits(talk.japan, Act.RETURN, "lines", List.of(came(2, 200, "good")));
        talk.fits(talk.usa, Act.ACCEPT, "verdict", "accepted");
        talk.days(61).fits(talk.usa, Act.CONVERT);
        assertThat(owed(FUEL).posted()).isZero();
        assertThat(owed(YEN).posted()).isEqualTo(112_500);
        talk.fits(talk.usa, Act.CLAIM);
        talk.fits(talk.usa, Act.INVOICE, "amount", 112_500);
        talk.fits(talk.japan, Act.PAY, "amount", 112_500);
        talk.closed();
    }

    @Test
    void servicesAreExchangedForSomethingOfEqualValue() {
        talk.agreed("exchange", 300).delivered();
        talk.fits(talk.japan, Act.EXCHANGE, "amount", 292_500);
        talk.fits(talk.usa, Act.ACCEPT, "verdict", "rejected", "reason", "not of equal value");
        assertThat(owed(YEN).posted()).isEqualTo(292_500);
        talk.fits(talk.japan, Act.EXCHANGE, "amount", 292_500);
        talk.fits(talk.usa, Act.ACCEPT, "verdict", "accepted");
        talk.closed();
    }

    @Test
    void everyPartialDeliveryHasAClockOfItsOwn() {
        talk.agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 400)));
        assertThat(talk.order().state()).isEqualTo(OrderState.DELIVERING);
        talk.days(10).fits(talk.usa, Act.DELIVER, "delivery", 2, "lines", List.of(line(1, 600), line(2, 200)));
        assertThat(talk.order().deliveries())
                .extracting(one -> OrderClocks.limit(one.deliveredOn()).toString())
                .containsExactly("2027-05-07", "2027-05-17");
        talk.fits(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 400, "good")));
        talk.fits(talk.usa, Act.CLAIM);
        assertThat(talk.order().deliveries())
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.CLAIM_NOTIFIED, DeliveryState.DELIVERED);
    }

    @Test
    void aDifferenceIsInDisputeUntilBothSayTheSameQuantity() {
        talk.agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 1000), line(2, 200)));
        talk.fits(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 940, "good"), came(2, 200, "good")));
        assertThat(talk.order().state()).isEqualTo(OrderState.DISPUTED);
        assertThat(owed(YEN).posted()).as("what is not in dispute").isEqualTo(180_000);
        assertThat(talk.say(talk.usa, Act.CLAIM).fits()).isFalse();
        talk.fits(talk.usa, Act.RESOLVE, "lines", List.of(line(1, 1000)));
        talk.fits(talk.japan, Act.RESOLVE, "lines", List.of(line(1, 950)));
        assertThat(talk.order().state()).isEqualTo(OrderState.DISPUTED);
        talk.fits(talk.usa, Act.RESOLVE, "lines", List.of(line(1, 950)));
        assertThat(talk.order().state()).isEqualTo(OrderState.RECEIPTED);
        assertThat(owed(YEN)).isEqualTo(new Books.Balance(180_000 + 106_875, 0));
    }

    @Test
    void whatBothSayAfterMidnightAtThePlaceIsPostedOnTheDayThere() {
        talk.agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 1000), line(2, 200)));
        talk.fits(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 940, "good"), came(2, 200, "good")));
        var noon = talk.today();
        talk.hours(13);
        assertThat(LocalDate.ofInstant(talk.now(), ZoneOffset.UTC)).isEqualTo(noon);
        talk.fits(talk.usa, Act.RESOLVE, "lines", List.of(line(1, 950)));
        talk.fits(talk.japan, Act.RESOLVE, "lines", List.of(line(1, 950)));
        assertThat(talk.today()).isEqualTo(noon.plusDays(1));
        assertThat(talk.order().transfers().getLast().on()).isEqualTo(talk.today());
    }

    @Test
    void aCorrectionAfterTheClosingIsAFurtherPostingAndOpensTheOrderAgain() {
        talk.agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 1000), line(2, 200)));
        talk.fits(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 900, "good"), came(2, 200, "good")));
        talk.fits(talk.japan, Act.RESOLVE, "lines", List.of(line(1, 900)));
        talk.fits(talk.usa, Act.RESOLVE, "lines", List.of(line(1, 900)));
        talk.fits(talk.usa, Act.CLAIM);
        talk.fits(talk.usa, Act.INVOICE, "amount", 281_250);
        talk.fits(talk.japan, Act.PAY, "amount", 281_250);
        talk.closed();
        var before = talk.order().transfers();
        talk.fits(talk.usa, Act.CORRECT, "lines", List.of(line(1, 1000)));
        talk.fits(talk.japan, Act.CORRECT, "lines", List.of(line(1, 1000)));
        assertThat(talk.order().state()).isEqualTo(OrderState.SETTLING);
        assertThat(talk.order().transfers()).startsWith(before.toArray(new Transfer[0]));
        assertThat(owed(YEN).posted()).isEqualTo(11_250);
        talk.fits(talk.japan, Act.PAY, "amount", 11_250);
        talk.closed();
    }

    @Test
    void whatIsCancelledGivesTheReservationBack() {
        talk.agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 400)));
        talk.fits(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 400, "good")));
        assertThat(owed(YEN)).isEqualTo(new Books.Balance(45_000, 247_500));
        talk.fits(talk.usa, Act.CANCEL);
        assertThat(owed(YEN)).isEqualTo(new Books.Balance(45_000, 0));
        assertThat(talk.order().state()).isEqualTo(OrderState.RECEIPTED);
    }

    @Test
    void whatDoesNotFitIsKeptWithTheReason() {
        talk.agreed("reimbursement", 30).delivered();
        var twice = talk.say(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 1000, "good"), came(2, 200, "good")));
        assertThat(twice.objections()).extracting(Objection::english).containsExactly("this delivery is receipted");
        assertThat(talk.order().told()).contains(twice);
        var stranger = new Side("AUS");
        stranger.hear(talk.japan);
        talk.japan.hear(stranger);
        var said = stranger.say(talk.now(), Act.CANCEL, Map.of("reason", "we object"));
        talk.japan.seen.add(said);
        assertThat(talk.order().told().getLast().objections())
                .extracting(Objection::english)
                .containsExactly("this order is between JPN and USA: AUS has no say in it");
        assertThat(talk.order().state()).isEqualTo(OrderState.RECEIPTED);
    }

    @Test
    void whatWasSaidAfterSomethingThatIsNotHereWaits() {
        talk.agreed("reimbursement", 30);
        var late = talk.japan.seen.stream()
                .filter(one -> one.act() == Act.QUOTE)
                .findFirst()
                .orElseThrow();
        talk.japan.seen.remove(late);
        assertThat(talk.order().state()).isEqualTo(OrderState.REQUESTED);
        assertThat(talk.order().waiting()).extracting(Statement::act).containsExactly(Act.AGREE);
        talk.japan.seen.add(late);
        assertThat(talk.order().state()).isEqualTo(OrderState.AGREED);
    }

    private Books.Balance owed(Asset asset) {
        return Books.of(talk.order().transfers()).balance(asset, Account.RECEIVABLE);
    }
}
