package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.acsa.followup.Alert;
import org.renkei.kernel.acsa.followup.Alert.Addressee;
import org.renkei.kernel.acsa.followup.OpenItem;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Books;
import org.renkei.kernel.books.Transfer;

/// The audits replayed: 6,000 orders over five years, with every failure that GAO-20-309, DODIG-2016-067 and the Board
/// of Audit of Japan (2023) name. The figures of this run stand in docs/acsa-audits.md.
class AuditReplayTest {
    private static final int ORDERS = 6_000;
    private static final LocalDate FIRST = LocalDate.parse("2021-04-01");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final Instant END =
            LAST.atTime(18, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();

    /// What goes wrong with an order, and how many of a hundred it meets.
    private enum Fate {
        GOES_WELL(46),
        NEVER_CLOSED(6),
        FIELDS_MISSING(6),
        DOCUMENTS_MISSING(6),
        CLAIM_NEVER_SENT(8),
        NEVER_INVOICED(5),
        NEVER_PAID(6),
        PAID_IN_PART(5),
        INVOICED_TWICE(2),
        INVOICED_WRONGLY(2),
        NEVER_RECEIPTED(3),
        NEVER_RESOLVED(2),
        NEVER_RETURNED(3);

        private final int ofHundred;

        Fate(int ofHundred) {
            this.ofHundred = ofHundred;
        }

        static Fate draw(Random random) {
            var left = random.nextInt(100);
            for (var fate : values()) {
                left -= fate.ofHundred;
                if (left < 0) {
                    return fate;
                }
            }
            throw new IllegalStateException("a hundred in all");
        }
    }

    private final Map<String, Integer> figures = new TreeMap<>();
    private final Random random = Seeds.random(2_016_067);

    @Test
    void ofSixThousandOrdersNoneIsUnknownNoneOverdueInSilenceNoneClosedWithAFieldMissing() throws IOException {
        var orders = new ArrayList<Order>();
        for (var i = 0; i < ORDERS; i++) {
            var fate = Fate.draw(random);
            count("fate " + fate);
            orders.add(dealt(i, fate).order());
        }
        for (var order : orders) {
            look(order);
        }
        listReconcilesToTheLedger(orders);
        assertThat(figures.getOrDefault("unknown", 0)).isZero();
        assertThat(figures.getOrDefault("overdue without an escalated entry", 0))
                .isZero();
        assertThat(figures.getOrDefault("closed with a field missing", 0)).isZero();
        assertThat(figures.get("state closed")).isGreaterThan(2_000);
        assertThat(figures.get("overdue and escalated")).isGreaterThan(500);
        assertThat(figures.get("refused: a field or document is missing")).isGreaterThan(500);
        assertThat(figures.get("on the annual list")).isGreaterThan(300);
        var report = new StringBuilder();
        figures.forEach((name, number) ->
                report.append(name).append(": ").append(number).append('\n'));
        Files.writeString(Path.of("target", "acsa-audit-replay.txt"), report.toString());
    }

    private void count(String what) {
        figures.merge(what, 1, Integer::sum);
    }

    private void look(Order order) {
        count("state " + order.state().code());
        var clocks = OrderClocks.of(order, END);
        if (order.request() == null
                || !order.waiting().isEmpty()
                || !order.state().isOver() && clocks.isEmpty()) {
            count("unknown");
        }
        var alerts = Alert.of(order, END);
        for (var clock : clocks) {
            if (clock.daysLeft() < 0) {
                var escalated = alerts.stream()
                        .anyMatch(alert ->
                                alert.clock().equals(clock) && alert.rung().addressee() != Addressee.OFFICER);
                count(escalated ? "overdue and escalated" : "overdue without an escalated entry");
            }
        }
        if (order.state() == OrderState.CLOSED && lacksSomething(order)) {
            count("closed with a field missing");
        }
        order.told().stream()
                .filter(told -> !told.fits())
                .forEach(told ->
                        count("changes nothing: " + told.statement().act().code()));
    }

    private static boolean lacksSomething(Order order) {
        var unread = order.told().stream()
                .filter(Order.Told::fits)
                .map(Order.Told::statement)
                .anyMatch(said -> StatementReader.read(said.record(), said.party(), said.time(), said.body())
                                .statement()
                        == null);
        var unsettled = order.deliveries().stream()
                .anyMatch(one -> one.receivedOn() == null
                        || one.settledOn() == null
                        || one.outstanding() != 0 && one.settlement() != Terms.Settlement.REPLACEMENT
                        || one.settlement() == Terms.Settlement.REIMBURSEMENT
                                && (one.claimedOn() == null || one.invoice() == null));
        return unread || unsettled || order.closedBy().size() != 2;
    }

    private void listReconcilesToTheLedger(List<Order> orders) {
        var items = OpenItem.of(orders, "USA", LAST);
        figures.put("on the annual list", (int)
                items.stream().filter(item -> item.isUnreconciled(LAST)).count());
        var money = Asset.currency("JPY");
        var booked = orders.stream()
                .mapToLong(order -> Books.of(order.transfers())
                        .balance(money, Account.RECEIVABLE)
                        .posted())
                .sum();
        var listed = items.stream()
                .filter(item -> !item.settlement().equals("replacement"))
                .mapToLong(OpenItem::outstanding)
                .sum();
        assertThat(listed).isEqualTo(booked);
        var inKind = Books.of(orders.stream()
                .flatMap(order -> order.transfers().stream()
                        .map(one -> new Transfer(
                                order.id() + one.id(),
                                one.asset(),
                                one.debit(),
                                one.credit(),
                                one.amount(),
                                one.phase(),
                                one.pending() == null ? null : order.id() + one.pending(),
                                one.cause(),
                                one.on())))
                .toList());
        for (var accounts : inKind.trialBalance().values()) {
            assertThat(accounts.values().stream()
                            .mapToLong(Books.Balance::posted)
                            .sum())
                    .isZero();
        }
    }

    private Dealing dealt(int number, Fate fate) {
        var begin = FIRST.plusDays(random.nextInt(5 * 365 - 60));
        var dealing = new Dealing(number, "JPN", "USA", begin);
        var inKind = fate == Fate.NEVER_RETURNED || fate == Fate.GOES_WELL && random.nextInt(5) == 0;
        var quantity = 10L + random.nextInt(10_000);
        var price = 50L + random.nextInt(500);
        dealing.agreed(inKind ? "replacement" : "reimbursement", "JPY", quantity, price)
                .days(1 + random.nextInt(5));
        lacking(dealing, fate, "USA", Act.DELIVER, "lines", List.of(Dealing.line(quantity)));
        dealing.delivered(1, quantity).days(1 + random.nextInt(4));
        if (fate == Fate.NEVER_RECEIPTED) {
            return dealing;
        }
        lacking(
                dealing,
                fate,
                "JPN",
                Act.RECEIPT,
                "lines",
                List.of(Map.of("line", 1, "quantity", quantity, "condition", "good")));
        dealing.received(1, fate == Fate.NEVER_RESOLVED ? quantity - 1 : quantity)
                .days(1 + random.nextInt(20));
        if (fate == Fate.NEVER_RESOLVED || fate == Fate.NEVER_RETURNED) {
            return dealing;
        }
        return inKind ? returned(dealing, quantity) : paid(dealing, fate, quantity * price);
    }

    private Dealing returned(Dealing dealing, long quantity) {
        return finished(
                dealing.say(
                                "JPN",
                                Act.RETURN,
                                "lines",
                                List.of(Map.of("line", 1, "quantity", quantity, "condition", "good")))
                        .days(1)
                        .say("USA", Act.ACCEPT),
                Fate.GOES_WELL);
    }

    private Dealing paid(Dealing dealing, Fate fate, long amount) {
        if (fate == Fate.CLAIM_NEVER_SENT) {
            return dealing.say("USA", Act.INVOICE, "amount", amount);
        }
        lacking(dealing, fate, "USA", Act.CLAIM);
        dealing.say("USA", Act.CLAIM).days(1 + random.nextInt(20));
        if (fate == Fate.NEVER_INVOICED) {
            return dealing;
        }
        if (fate == Fate.INVOICED_WRONGLY) {
            dealing.say("USA", Act.INVOICE, "amount", amount + 1);
        }
        lacking(dealing, fate, "USA", Act.INVOICE, "amount", amount);
        dealing.say("USA", Act.INVOICE, "amount", amount).days(1 + random.nextInt(30));
        if (fate == Fate.INVOICED_TWICE) {
            dealing.say("USA", Act.INVOICE, "amount", amount);
        }
        if (fate == Fate.NEVER_PAID) {
            return dealing.say("USA", Act.CLOSE);
        }
        if (fate == Fate.PAID_IN_PART) {
            return dealing.say("JPN", Act.PAY, "amount", 1 + random.nextInt((int) amount - 1));
        }
        lacking(dealing, fate, "JPN", Act.PAY, "amount", amount);
        return finished(dealing.say("JPN", Act.PAY, "amount", amount), fate);
    }

    private static Dealing finished(Dealing dealing, Fate fate) {
        return fate == Fate.NEVER_CLOSED ? dealing : dealing.days(3).closed();
    }

    /// Somebody tries it without a required field, or without a document: it cannot be said.
    private void lacking(Dealing dealing, Fate fate, String party, Act act, Object... fields) {
        var names = act.fields().stream()
                .filter(field -> field.required()
                        && (fate == Fate.DOCUMENTS_MISSING) == (field.type() == Field.Type.DOCUMENTS)
                        && field.type() != Field.Type.LINES)
                .map(Field::name)
                .toList();
        if (fate != Fate.FIELDS_MISSING && fate != Fate.DOCUMENTS_MISSING || names.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(List.of(fields));
        all.add(names.get(random.nextInt(names.size())));
        all.add("");
        assertThat(dealing.write(party, act, all.toArray()).statement()).isNull();
        count("refused: a field or document is missing");
    }
}
