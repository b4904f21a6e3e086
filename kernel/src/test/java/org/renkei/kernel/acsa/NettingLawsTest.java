package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.netting.Netting;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Books;
import org.renkei.kernel.exchange.CrossRate;

/// Orders in both directions, paid in part and in other currencies, corrected and netted, heard late, twice and in any
/// order: no money appears or vanishes.
class NettingLawsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-07");

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noMoneyAppearsOrVanishes(long seed) {
        var random = Seeds.random(seed);
        var dealings = new ArrayList<Dealing>();
        for (var i = 0; i < 2 + random.nextInt(3); i++) {
            var toJapan = i == 0 || i > 1 && random.nextBoolean();
            dealings.add(worked(new Dealing(i, toJapan ? "JPN" : "USA", toJapan ? "USA" : "JPN", DAY), random));
        }
        var before = dealings.stream().map(one -> List.copyOf(one.said)).toList();
        var orders = dealings.stream().map(Dealing::order).toList();
        orders.forEach(NettingLawsTest::booksHold);
        var account = account(orders);
        var outcome = Netting.propose(
                orders,
                "JPN",
                "USA",
                "USD",
                NettingGround.AGREEMENT_CLAUSE,
                1 + random.nextLong(2_000_000),
                DAY.plusDays(9));
        if (outcome instanceof Netting.Proposed(var netting)) {
            assertThat(sum(netting, "JPN")).isEqualTo(netting.amount()).isEqualTo(sum(netting, "USA"));
            say(netting, dealings);
        }
        everythingArrives(dealings, random, account);
        heardInPartAndInAnyOrder(dealings, before, random, account);
    }

    private static void everythingArrives(List<Dealing> dealings, Random random, StatementOfAccount account) {
        var orders = dealings.stream().map(Dealing::order).toList();
        orders.forEach(NettingLawsTest::booksHold);
        assertThat(account(orders).net()).isEqualTo(account.net());
        assertThat(account(orders).clearing()).isEmpty();
        assertThat(account(orders).entries()).containsAll(account.entries());
        var withOthers = new ArrayList<>(orders);
        withOthers.add(new Dealing(99, "AUS", "USA", DAY)
                .claimed("USD", 1 + random.nextInt(1000))
                .order());
        assertThat(account(withOthers).hash())
                .as("what others deal in changes nothing of what these two see")
                .isEqualTo(account(orders).hash());
    }

    /// Of each order any first part of what was said after `before` has come, twice and shuffled.
    private static void heardInPartAndInAnyOrder(
            List<Dealing> dealings, List<List<Statement>> before, Random random, StatementOfAccount account) {
        var orders = new ArrayList<Order>();
        for (var i = 0; i < dealings.size(); i++) {
            var least = before.get(i).size();
            var said = dealings.get(i).said;
            var heard = new ArrayList<>(said.subList(0, least + random.nextInt(said.size() - least + 1)));
            heard.addAll(heard.subList(0, random.nextInt(heard.size() + 1)));
            Collections.shuffle(heard, random);
            orders.add(OrderFold.fold(dealings.get(i).id, heard));
        }
        orders.forEach(NettingLawsTest::booksHold);
        assertThat(account(orders).net()).isEqualTo(account.net());
    }

    private static long sum(Netting netting, String supplier) {
        return netting.legs().stream()
                .filter(leg -> leg.supplier().equals(supplier))
                .mapToLong(Netting.Leg::amount)
                .sum();
    }

    private static void say(Netting netting, List<Dealing> dealings) {
        for (var party : List.of("JPN", "USA")) {
            for (var leg : netting.legs()) {
                var dealing = dealings.stream()
                        .filter(one -> one.id.equals(leg.order()))
                        .findFirst()
                        .orElseThrow();
                dealing.say(
                        party,
                        Act.OFFSET,
                        "delivery",
                        leg.delivery(),
                        "netting",
                        "N",
                        "amount",
                        leg.amount(),
                        "currency",
                        "USD",
                        "authorizedLimit",
                        1_000_000_000_000L);
            }
        }
    }

    /// Claimed, and then perhaps corrected, invoiced, and paid in part in one currency or another.
    private static Dealing worked(Dealing dealing, Random random) {
        var currency = random.nextInt(4) == 0 ? "JPY" : "USD";
        var price = 1 + random.nextInt(5_000);
        var quantity = 2 + random.nextInt(300);
        dealing.agreed("reimbursement", currency, quantity, price)
                .delivered(1, quantity)
                .received(1, quantity)
                .say(dealing.supplier, Act.CLAIM);
        var counted = quantity;
        if (random.nextInt(3) == 0) {
            counted = 1 + random.nextInt(quantity);
            for (var party : List.of(dealing.requester, dealing.supplier)) {
                dealing.say(party, Act.DISPUTE).say(party, Act.RESOLVE, "lines", List.of(Dealing.line(counted)));
            }
            dealing.say(dealing.supplier, Act.RESOLVE, "lines", List.of(Dealing.line(counted)))
                    .say(dealing.requester, Act.RESOLVE, "lines", List.of(Dealing.line(counted)));
        }
        var order = dealing.order().deliveries().getFirst();
        if (random.nextBoolean()) {
            var due = order.outstanding();
            dealing.say(dealing.supplier, Act.INVOICE, "amount", Math.max(1, due), "currency", currency);
            if (random.nextBoolean() && due > 1) {
                pay(dealing, currency, 1 + random.nextLong(due - 1), random);
            }
        }
        return dealing;
    }

    private static void pay(Dealing dealing, String currency, long amount, Random random) {
        if (random.nextBoolean()) {
            dealing.say(dealing.requester, Act.PAY, "amount", amount, "currency", currency);
            return;
        }
        var agreed = new BigDecimal(1 + random.nextInt(20_000)).movePointLeft(2);
        var given = new BigDecimal(1 + random.nextInt(20_000)).movePointLeft(2);
        var comesTo = new CrossRate(currency, "EUR", DAY, agreed, given).convert(amount);
        dealing.say(
                dealing.requester,
                Act.PAY,
                "amount",
                amount,
                "currency",
                currency,
                "given",
                Math.max(1, comesTo),
                "givenCurrency",
                "EUR",
                "rateOn",
                dealing.today().toString(),
                "agreedPerEuro",
                agreed.toPlainString(),
                "givenPerEuro",
                given.toPlainString(),
                "rateSource",
                "invented");
    }

    private static void booksHold(Order order) {
        var books = Books.of(order.transfers());
        books.trialBalance().forEach((asset, accounts) -> {
            assertThat(accounts.values().stream()
                            .mapToLong(Books.Balance::posted)
                            .sum())
                    .isZero();
            assertThat(accounts.values().stream()
                            .mapToLong(Books.Balance::pending)
                            .sum())
                    .isZero();
        });
        var open = order.deliveries().stream().mapToLong(Delivery::outstanding).sum();
        var money = Asset.currency(order.currency());
        assertThat(books.balance(money, Account.RECEIVABLE).posted()).isEqualTo(open);
        assertThat(books.balance(money, Account.NETTED).posted())
                .isEqualTo(
                        order.deliveries().stream().mapToLong(Delivery::netted).sum());
        assertThat(-books.balance(money, Account.SUPPLIED).posted())
                .isEqualTo(order.deliveries().stream().mapToLong(Delivery::due).sum());
    }

    private static StatementOfAccount account(List<Order> orders) {
        return StatementOfAccount.of(orders, "JPN", "USA", DAY, DAY.plusYears(1));
    }
}
