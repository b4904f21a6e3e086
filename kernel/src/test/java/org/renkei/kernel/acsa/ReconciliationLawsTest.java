package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.acsa.reconcile.Reconciliation;
import org.renkei.kernel.acsa.reconcile.Reconciliation.Gap;
import org.renkei.kernel.acsa.reconcile.Reconciliation.Verdict;
import org.renkei.kernel.acsa.reconcile.SaidAccount;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;

/// Two nations that hold the same say the same of it, and one statement less is found by its number.
class ReconciliationLawsTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2030-12-31");

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameStatementsInAnyOrderComeToTheSameHashOnBothSides(long seed) {
        var random = Seeds.random(seed);
        var said = dealings(random);
        var japan = account("JPN", "USA", said);
        var shuffled = new ArrayList<>(said);
        shuffled.addAll(said.subList(0, random.nextInt(said.size())));
        Collections.shuffle(shuffled, random);
        var america = account("USA", "JPN", shuffled);
        assertThat(america).isEqualTo(japan);
        assertThat(SaidAccount.read(japan.body())).contains(japan);
        assertThat(Reconciliation.of(japan, america).verdict()).isEqualTo(Verdict.AGREE);

        var lacking = said.get(random.nextInt(said.size()));
        var fewer = said.stream().filter(one -> !one.equals(lacking)).toList();
        var differing = Reconciliation.of(japan, account("USA", "JPN", fewer));
        assertThat(differing.verdict()).isEqualTo(Verdict.DIFFER);
        assertThat(differing.orders()).hasSize(1);
        var named = differing.orders().getFirst();
        assertThat(named.order()).isEqualTo(lacking.order());
        if (lacking.act() != Act.REQUEST) {
            assertThat(named.gaps()).containsExactly(new Gap(lacking.party(), lacking.number(), true));
        } else {
            assertThat(named.theirs()).as("without its request it is no order").isNull();
        }
        var back = Reconciliation.of(account("USA", "JPN", fewer), japan);
        assertThat(back.orders().getFirst().gaps()).allMatch(gap -> !gap.here()).hasSameSizeAs(named.gaps());
    }

    /// What both closed with one hash stays bound, whatever is said afterwards.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatBothClosedOverWithOneHashStaysBound(long seed) {
        var random = Seeds.random(seed);
        var dealing = paid(random, 1, 1 + random.nextInt(1_000));
        assertThat(dealing.order().bound()).isZero();
        var before = dealing.order();
        dealing.closed();
        var closed = dealing.order();
        assertThat(closed.state()).isEqualTo(OrderState.CLOSED);
        assertThat(closed.hash()).as("closings add nothing to it").isEqualTo(before.hash());
        assertThat(closed.told().stream()
                        .map(Order.Told::statement)
                        .filter(one -> one.act() == Act.CLOSE)
                        .map(one -> one.hash("hash")))
                .containsExactly(closed.hash(), closed.hash());
        assertThat(closed.boundRecords()).hasSize(dealing.said.size());
        var quantity = 1 + random.nextInt(5);
        var lines = List.of(Dealing.line(1_000_000L + quantity));
        dealing.days(1).say("USA", Act.CORRECT, "delivery", 1, "lines", lines);
        dealing.say("JPN", Act.CORRECT, "delivery", 1, "lines", lines);
        var after = dealing.order();
        assertThat(after.boundRecords()).isEqualTo(closed.boundRecords());
        var shuffled = new ArrayList<>(dealing.said);
        Collections.shuffle(shuffled, random);
        assertThat(OrderFold.fold(dealing.id, shuffled).boundRecords()).isEqualTo(closed.boundRecords());
    }

    @Test
    void whatCannotBeReadIsNoAccount() {
        var account = account("JPN", "USA", dealings(Seeds.random(1)));
        var entries = new LinkedHashMap<>(account.body().entries());
        entries.put("hash", new CborInt(1));
        assertThat(SaidAccount.read(new CborMap(entries))).isEmpty();
        entries.remove("hash");
        assertThat(SaidAccount.read(new CborMap(entries))).isEmpty();
        var later = account("JPN", "USA", List.of());
        assertThat(later.orders()).isEmpty();
        assertThatThrownBy(() -> Reconciliation.of(
                        later, SaidAccount.of(StatementOfAccount.of(List.of(), "JPN", "AUS", FROM, TO), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SaidAccount account(String party, String partner, Collection<Statement> statements) {
        var orders = new LinkedHashMap<UUID, List<Statement>>();
        statements.forEach(one ->
                orders.computeIfAbsent(one.order(), key -> new ArrayList<>()).add(one));
        var folded = orders.entrySet().stream()
                .map(one -> OrderFold.fold(one.getKey(), one.getValue()))
                .toList();
        return SaidAccount.of(StatementOfAccount.of(folded, party, partner, FROM, TO), folded);
    }

    private static List<Statement> dealings(Random random) {
        var said = new ArrayList<Statement>();
        for (var number = 1; number <= 1 + random.nextInt(4); number++) {
            var dealing = random.nextBoolean()
                    ? paid(random, number, 1 + random.nextInt(1_000))
                    : dealing(random, number).claimed("USD", 1 + random.nextInt(100_000));
            said.addAll(dealing.said);
        }
        return said;
    }

    private static Dealing dealing(Random random, int number) {
        var begin = LocalDate.parse("2026-01-05").plusDays(random.nextInt(500));
        return random.nextBoolean()
                ? new Dealing(number, "JPN", "USA", begin)
                : new Dealing(number, "USA", "JPN", begin);
    }

    private static Dealing paid(Random random, int number, long amount) {
        return new Dealing(number, "JPN", "USA", LocalDate.parse("2026-01-05").plusDays(random.nextInt(500)))
                .claimed("JPY", amount)
                .fits("USA", Act.INVOICE, "amount", amount, "invoice", "US-" + number)
                .fits("JPN", Act.PAY, "amount", amount);
    }
}
