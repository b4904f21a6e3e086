package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Books;

/// Two nations talk about an order, now with sense and now without, and hear each other late, twice and in any order.
class OrderLawsTest {
    private static final Instant BEGIN = Instant.parse("2026-05-07T03:00:00Z");
    private static final List<String> SETTLEMENTS = List.of("reimbursement", "replacement", "exchange");

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothComeToTheSameInWhateverOrderItArrives(long seed) {
        var random = Seeds.random(seed);
        var history = history(random);
        var all = history.everything();
        var order = OrderFold.fold(Side.ORDER, all);
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(OrderFold.fold(Side.ORDER, shuffled)).isEqualTo(order);
        }
        assertThat(order.told().size() + order.waiting().size()).isEqualTo(new HashSet<>(all).size());
        booksHold(order);
        whatIsOverOwesNothing(order);
        whatIsOfferedFits(history, order, random);
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
            assertThat(books.balance(asset, Account.RECEIVABLE).posted()).isNotNegative();
            assertThat(books.mirror().balance(asset, Account.PAYABLE).posted())
                    .isEqualTo(-books.balance(asset, Account.RECEIVABLE).posted());
        });
        assertThat(books.mirror().mirror().transfers()).isEqualTo(books.transfers());
        var from = LocalDate.parse("2026-01-01");
        var to = LocalDate.parse("2029-01-01");
        var theirs = StatementOfAccount.of(List.of(order), "USA", "JPN", from, to);
        assertThat(StatementOfAccount.of(List.of(order), "JPN", "USA", from, to))
                .isEqualTo(theirs);
        theirs.net()
                .forEach((asset, net) -> assertThat(-net)
                        .isEqualTo(books.balance(asset, Account.RECEIVABLE).posted()
                                + books.balance(asset, Account.NETTED).posted()));
    }

    private static void whatIsOverOwesNothing(Order order) {
        if (order.state() != OrderState.SETTLED && !order.state().isOver()) {
            return;
        }
        var books = Books.of(order.transfers());
        for (var asset : books.trialBalance().keySet()) {
            assertThat(books.balance(asset, Account.RECEIVABLE)).isEqualTo(new Books.Balance(0, 0));
        }
        order.deliveries().forEach(one -> {
            assertThat(one.receivedOn()).isNotNull();
            assertThat(one.items()).noneMatch(Delivery.Item::disputed);
        });
    }

    /// Whatever the desk proposes to one who has heard everything fits when it is said.
    private static void whatIsOfferedFits(History history, Order order, Random random) {
        for (var side : List.of(history.japan, history.usa)) {
            side.seen.addAll(history.everything());
            var today = history.today();
            for (var step : NextSteps.of(order, side.party, today)) {
                var copy = new Side(side.party);
                copy.seen.addAll(side.seen);
                var said = copy.say(history.now, step.act(), filled(step, today));
                var told = copy.order().told().stream()
                        .filter(one -> one.statement().equals(said))
                        .findFirst()
                        .orElseThrow();
                assertThat(told.objections())
                        .as(step.act() + " " + order.state())
                        .isEmpty();
            }
            if (!order.state().isOver() && order.request() != null) {
                assertThat(OrderClocks.of(order, history.now))
                        .as(order.state().code())
                        .isNotEmpty();
            }
        }
    }

    static Map<String, Object> filled(NextSteps.Step step, LocalDate today) {
        var fields = new LinkedHashMap<>(Side.usual(step.act(), today));
        fields.replace("invoice", "invoice " + step.delivery());
        fields.putAll(step.filled());
        if (!step.lines().isEmpty()) {
            fields.put(
                    "lines",
                    step.lines().stream()
                            .map(line -> {
                                var all = new LinkedHashMap<>(line);
                                step.act().lineFields().stream()
                                        .filter(field -> field.name().equals("price"))
                                        .forEach(field -> all.putIfAbsent("price", 1_234));
                                return all;
                            })
                            .toList());
        }
        return fields;
    }

    private static final class History {
        final Side japan = new Side("JPN");
        final Side usa = new Side("USA");
        Instant now = BEGIN;

        LocalDate today() {
            return LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo"));
        }

        List<Statement> everything() {
            var all = new ArrayList<>(japan.seen);
            usa.seen.stream().filter(one -> !japan.seen.contains(one)).forEach(all::add);
            return all;
        }
    }

    private static History history(Random random) {
        var history = new History();
        var steps = 4 + random.nextInt(30);
        for (var i = 0; i < steps; i++) {
            history.now = history.now.plusSeconds(60L + random.nextInt(4) * random.nextInt(900_000));
            var side = random.nextBoolean() ? history.japan : history.usa;
            if (side.order().request() == null && random.nextInt(4) > 0) {
                request(history, random);
            } else if (random.nextInt(4) > 0) {
                sensible(history, side, random);
            } else {
                senseless(history, side, random);
            }
            if (random.nextInt(3) > 0) {
                history.japan.hear(history.usa);
            }
            if (random.nextInt(3) > 0) {
                history.usa.hear(history.japan);
            }
        }
        return history;
    }

    private static void request(History history, Random random) {
        var fields = new LinkedHashMap<>(Side.usual(Act.REQUEST, history.today()));
        fields.put("settlement", SETTLEMENTS.get(random.nextInt(3)));
        fields.put(
                "lines",
                List.of(
                        Talk.request(1, "fuel", "F-76", "litre-15c", 1 + random.nextInt(1000)),
                        Talk.request(2, "food", "ration", "ration", 1 + random.nextInt(10))));
        history.japan.say(history.now, Act.REQUEST, fields);
    }

    private static void sensible(History history, Side side, Random random) {
        var steps = NextSteps.of(side.order(), side.party, history.today());
        var usual = steps.stream()
                .filter(step -> random.nextInt(8) == 0
                        || step.act() != Act.CANCEL
                                && step.act() != Act.REFUSE
                                && step.act() != Act.WITHDRAW
                                && step.act() != Act.DISPUTE)
                .toList();
        if (!usual.isEmpty()) {
            var step = usual.get(random.nextInt(usual.size()));
            var fields = filled(step, history.today());
            if (fields.get("lines") instanceof List<?> lines && random.nextInt(3) == 0) {
                fields.put(
                        "lines", lines.stream().map(line -> less(line, random)).toList());
            }
            side.say(history.now, step.act(), fields);
        }
    }

    private static Object less(Object line, Random random) {
        var all = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) line).forEach((key, value) -> all.put((String) key, value));
        if (all.get("quantity") instanceof Number number && number.longValue() > 1) {
            all.put("quantity", 1 + (long) random.nextInt((int) number.longValue()));
        }
        return all;
    }

    private static void senseless(History history, Side side, Random random) {
        var act = Act.values()[random.nextInt(Act.values().length)];
        var fields = new LinkedHashMap<>(Side.usual(act, history.today()));
        fields.replaceAll((name, value) -> name.equals("delivery")
                ? (Object) (1 + random.nextInt(3))
                : name.equals("amount") ? (Object) (1L + random.nextInt(100_000)) : value);
        if (random.nextInt(4) == 0) {
            fields.put("number", 1 + random.nextInt(9));
        }
        if (fields.containsKey("lines")) {
            var line = new LinkedHashMap<String, Object>(Map.of(
                    "line", 1 + random.nextInt(3), "quantity", random.nextInt(50), "price", 5, "condition", "good"));
            line.putAll(Map.of("category", "fuel", "item", "F-76", "unit", "litre-15c"));
            fields.put("lines", List.of(line));
        }
        var read = side.write(history.now, act, fields).statement();
        if (read != null) {
            side.seen.add(read);
        }
    }
}
