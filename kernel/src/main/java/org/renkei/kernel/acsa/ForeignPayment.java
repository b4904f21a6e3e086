package org.renkei.kernel.acsa;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.renkei.kernel.exchange.CrossRate;
import org.renkei.kernel.exchange.ReferenceRates;

/// A payment in another currency than the one agreed. The statement itself holds the rate, its day and its source, so
/// that both nations count the same whatever tables they have, and a later table changes nothing.
///
/// @param given minor units of its currency
public record ForeignPayment(long given, String currency, CrossRate rate, String source) {
    private static final List<String> FIELDS =
            List.of("given", "givenCurrency", "rateOn", "agreedPerEuro", "givenPerEuro", "rateSource");

    /// Of a payment that has been read; empty when it is in the agreed currency.
    public static Optional<ForeignPayment> of(Statement said) {
        if (!FIELDS.stream().allMatch(said::has)) {
            return Optional.empty();
        }
        var rate = new CrossRate(
                said.text("currency"),
                said.text("givenCurrency"),
                said.date("rateOn"),
                new BigDecimal(said.text("agreedPerEuro")),
                new BigDecimal(said.text("givenPerEuro")));
        return Optional.of(
                new ForeignPayment(said.number("given"), said.text("givenCurrency"), rate, said.text("rateSource")));
    }

    /// What is said of another currency is said whole, and comes to the amount that it settles.
    static void check(Statement said, String agreed, Guard guard) {
        var named = FIELDS.stream().filter(said::has).toList();
        for (var field : FIELDS) {
            guard.must(
                    named.isEmpty() || named.contains(field),
                    "/" + field,
                    "a payment in another currency states its amount, rate, day and source",
                    "他通貨での支払には、金額・レート・基準日・出所の全てが必要です");
        }
        of(said).ifPresent(payment -> {
            guard.must(
                    !payment.currency.equals(agreed),
                    "/givenCurrency",
                    "that is the agreed currency: nothing has to be exchanged",
                    "合意した通貨と同じです。換算は不要です");
            payment.compare(said, guard);
        });
    }

    private void compare(Statement said, Guard guard) {
        var paidOn = said.date("paidOn");
        var oldest = paidOn.minusDays(ReferenceRates.OLDEST_DAYS);
        guard.must(
                !rate.on().isAfter(paidOn) && !rate.on().isBefore(oldest),
                "/rateOn",
                "the rate of " + paidOn + " or of the last earlier day, not before " + oldest,
                paidOn + " か、その直前（" + oldest + " 以降）のレートが必要です");
        guard.must(
                comesTo(said.number("amount")),
                "/given",
                given + " is not what " + said.number("amount") + " comes to at the rate that is stated (minor units)",
                "記載のレートで " + said.number("amount") + " を換算した額は " + given + " ではありません（補助単位）");
    }

    private boolean comesTo(long amount) {
        try {
            return rate.convert(amount) == given;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /// Against the tables of this nation, before it is said: a rate is not invented.
    static void against(ReferenceRates rates, Statement said, Guard guard) {
        of(said).ifPresent(payment -> {
            var known = rates.on(said.date("paidOn"), said.text("currency"), payment.currency);
            guard.must(
                    known.isPresent(),
                    "/rateOn",
                    "no reference rate between " + said.text("currency") + " and " + payment.currency + " is known here"
                            + " for " + said.date("paidOn") + ": bring in the file of rates first",
                    said.date("paidOn") + " の " + said.text("currency") + " と " + payment.currency
                            + " の参照レートがこのノードにありません。先にレートのファイルを取り込んでください");
            known.ifPresent(one -> guard.must(
                    one.on().equals(payment.rate.on())
                            && one.fromPerEuro().compareTo(payment.rate.fromPerEuro()) == 0
                            && one.toPerEuro().compareTo(payment.rate.toPerEuro()) == 0,
                    "/agreedPerEuro",
                    "the reference rate is that of " + one.on() + ": "
                            + one.fromPerEuro().toPlainString() + " and "
                            + one.toPerEuro().toPlainString() + " for one euro",
                    "参照レートは " + one.on() + " の 1 ユーロ = " + one.fromPerEuro().toPlainString() + " と "
                            + one.toPerEuro().toPlainString() + " です"));
        });
    }
}
