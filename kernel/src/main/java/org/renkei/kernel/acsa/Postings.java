package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Books;
import org.renkei.kernel.books.Transfer;
import org.renkei.kernel.books.Transfer.Phase;

/// The supplier's books of one order, posted as the order goes on: reserved when it is agreed, posted when both count
/// the same, given back when nothing more comes.
final class Postings {
    private final Books books = new Books();
    private int count;

    /// What one line is counted in.
    ///
    /// @param price minor units for `per` units; a sum is rounded half up, line by line
    record Rate(int line, Asset asset, Asset money, long price, long per, long agreed) {
        static Rate of(Line requested, Line offered, Statement offer) {
            var money = Asset.currency(offer.text("currency"));
            var kind = requested.findText("nsn").orElse(requested.text("item"));
            var asset = offer.choice("settlement", Settlement.class) == Settlement.REPLACEMENT
                    ? new Asset(requested.text("category") + "/" + kind, requested.text("unit"))
                    : money;
            return new Rate(
                    offered.line(),
                    asset,
                    money,
                    offered.number("price"),
                    offered.findNumber("per").orElse(1L),
                    offered.number("quantity"));
        }

        /// In minor units.
        long value(long quantity) {
            return Line.value(quantity, price, per);
        }

        /// In what the line is posted in.
        long amount(long quantity) {
            return asset.isMoney() ? value(quantity) : quantity;
        }
    }

    void reserve(Rate rate, Statement cause, LocalDate on) {
        add(
                rate.asset(),
                Account.RECEIVABLE,
                Account.SUPPLIED,
                rate.amount(rate.agreed()),
                Phase.PENDING,
                pending(rate.line()),
                cause,
                on);
    }

    /// Beyond what is reserved goes only what rounding adds.
    void receive(Rate rate, long amount, Statement cause, LocalDate on) {
        var pending = pending(rate.line());
        var reserved = Math.min(amount, books.left(pending));
        add(rate.asset(), Account.RECEIVABLE, Account.SUPPLIED, reserved, Phase.POSTED, pending, cause, on);
        add(rate.asset(), Account.RECEIVABLE, Account.SUPPLIED, amount - reserved, Phase.POSTED, "", cause, on);
    }

    /// What was posted too much.
    void takeBack(Asset asset, long amount, Statement cause, LocalDate on) {
        add(asset, Account.SUPPLIED, Account.RECEIVABLE, amount, Phase.POSTED, "", cause, on);
    }

    /// Beyond every reservation.
    void add(Asset asset, long amount, Statement cause, LocalDate on) {
        add(asset, Account.RECEIVABLE, Account.SUPPLIED, amount, Phase.POSTED, "", cause, on);
    }

    void settle(Asset asset, long amount, Statement cause, LocalDate on) {
        add(asset, Account.SETTLED_BY_PARTNER, Account.RECEIVABLE, amount, Phase.POSTED, "", cause, on);
    }

    /// What was settled in one currency was given in another, at the rate that was stated.
    void exchange(Asset agreed, long amount, ForeignPayment payment, Statement cause, LocalDate on) {
        var given = Asset.currency(payment.currency());
        add(agreed, Account.EXCHANGED, Account.SETTLED_BY_PARTNER, amount, Phase.POSTED, "", cause, on);
        add(given, Account.SETTLED_BY_PARTNER, Account.EXCHANGED, payment.given(), Phase.POSTED, "", cause, on);
    }

    void offset(Asset asset, long amount, Statement cause, LocalDate on) {
        add(asset, Account.NETTED, Account.RECEIVABLE, amount, Phase.POSTED, "", cause, on);
    }

    void convert(Rate rate, long quantity, Statement cause, LocalDate on) {
        add(rate.asset(), Account.CONVERTED, Account.RECEIVABLE, quantity, Phase.POSTED, "", cause, on);
        add(rate.money(), Account.RECEIVABLE, Account.CONVERTED, rate.value(quantity), Phase.POSTED, "", cause, on);
    }

    void release(Map<Integer, Rate> rates, Statement cause, LocalDate on) {
        rates.values().forEach(rate -> {
            var pending = pending(rate.line());
            var left = books.left(pending);
            add(rate.asset(), Account.RECEIVABLE, Account.SUPPLIED, left, Phase.VOIDED, pending, cause, on);
        });
    }

    List<Transfer> transfers() {
        return books.transfers();
    }

    private void add(
            Asset asset,
            Account debit,
            Account credit,
            long amount,
            Phase phase,
            String pending,
            Statement cause,
            LocalDate on) {
        if (amount > 0) {
            var number = cause.digest().hex().substring(0, 16) + "/" + count++;
            var reserves = phase == Phase.PENDING;
            books.add(new Transfer(
                    reserves ? pending : number,
                    asset,
                    debit,
                    credit,
                    amount,
                    phase,
                    reserves || pending.isEmpty() ? null : pending,
                    cause.act().code(),
                    on));
        }
    }

    private static String pending(int line) {
        return "line/" + line;
    }
}
