package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.agreement.Suspension;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.ledger.Hash;

class ExplainerTest {
    private static final int BEFORE = day("2007-08-09");
    private static final int IN_FORCE = day("2016-04-16");
    private static final int SUSPENDED = day("2020-06-01");

    private final Rulebook rulebook = new Rulebook(
            "JPN",
            List.of(new SecurityPolicy(Label.ALLIED, Set.of("IRIS", "LOTUS"), Set.of("RELIEF"))),
            Set.of("JPN", "USA"),
            List.of(),
            List.of(agreement()));
    private final CompiledRecipient usa =
            rulebook.compile(new Recipient("USA", Classification.CONFIDENTIAL, Set.of("LOTUS", "IRIS"), Set.of()));
    private final List<String> log = new ArrayList<>();
    private final Explainer explainer = new Explainer(this::enter);

    @Test
    void namesDayOutcomeEveryRuleAndTheFactsUsed() {
        assertThat(explain("CONFIDENTIAL//REL TO USA", IN_FORCE))
                .isEqualTo("2016-04-16 released; failed none; met label-present policy-known categories-known"
                        + " party-known eyes-only releasable-to level caveats agreement-in-force agreement-ceiling"
                        + " foreign-information originator-control purpose; label CONFIDENTIAL//REL TO USA; to USA up to"
                        + " CONFIDENTIAL, caveats [IRIS, LOTUS], purposes []; agreement jpn-usa version 3 in-force, up to"
                        + " SECRET");
        assertThat(explain("TOP SECRET//REL TO USA//FOR RELIEF", IN_FORCE))
                .startsWith("2016-04-16 withheld; failed level agreement-ceiling purpose; met label-present");
    }

    @Test
    void theAgreementIsTheOneOfTheDay() {
        assertThat(explain("SECRET//REL TO USA", BEFORE))
                .endsWith("; agreement jpn-usa version 3 signed, up to SECRET");
        assertThat(explain("SECRET//REL TO USA", SUSPENDED)).contains("version 3 suspended");
        var frenchman = rulebook.compile(new Recipient("FRA", Classification.SECRET, Set.of(), Set.of()));
        CompiledLabel label = rulebook.compile(Label.parse("SECRET//REL TO FRA"));
        explainer.explain(label, frenchman, IN_FORCE, rulebook.failures(label, frenchman, IN_FORCE));
        assertThat(explainer.text()).endsWith("; no agreement");
    }

    @Test
    void namesTheOriginatorOfWhatAnotherWrote() {
        CompiledLabel label = rulebook.compile(Label.parse("UNCLASSIFIED//PUBLIC"), "USA");
        explainer.explain(label, usa, IN_FORCE, rulebook.failures(label, usa, IN_FORCE));
        assertThat(explainer.text()).contains("; label UNCLASSIFIED//PUBLIC of USA; to USA");
    }

    @Test
    void growsWithItsFacts() {
        String many = IntStream.range(0, 150).mapToObj(i -> "P" + i).collect(Collectors.joining(", "));
        CompiledLabel label =
                rulebook.compile(Label.of(Classification.SECRET, Releasability.to(List.of(many.split(", ")))));
        explainer.explain(label, usa, IN_FORCE, rulebook.failures(label, usa, IN_FORCE));
        assertThat(explainer.text()).contains("P149").hasSizeGreaterThan(1024);
    }

    @Test
    void theLeafChangesWithEverythingTheExplanationRestsOn() {
        CompiledLabel secret = rulebook.compile(Label.parse("SECRET//REL TO USA"));
        CompiledLabel other = rulebook.compile(Label.parse("SECRET//IRIS//REL TO USA"));
        CompiledRecipient cleared =
                rulebook.compile(new Recipient("USA", Classification.SECRET, Set.of("LOTUS", "IRIS"), Set.of()));
        var leaves = new HashSet<Hash>();
        leaves.add(explainer.leaf(1, secret, usa, IN_FORCE, 4));
        leaves.add(explainer.leaf(2, secret, usa, IN_FORCE, 4));
        leaves.add(explainer.leaf(1, other, usa, IN_FORCE, 4));
        leaves.add(explainer.leaf(1, secret, cleared, IN_FORCE, 4));
        leaves.add(explainer.leaf(1, secret, usa, SUSPENDED, 4));
        leaves.add(explainer.leaf(1, secret, usa, IN_FORCE + 1, 4));
        leaves.add(explainer.leaf(1, secret, usa, IN_FORCE, 5));
        assertThat(leaves).hasSize(7);
        assertThat(explainer.leaf(1, secret, usa, IN_FORCE, 4)).isIn(leaves);
    }

    @Test
    void theLogHoldsEachFactOnce() {
        CompiledLabel label = rulebook.compile(Label.parse("SECRET//REL TO USA"));
        explainer.leaf(1, label, usa, IN_FORCE, 4);
        explainer.leaf(2, label, usa, IN_FORCE + 1, 4);
        explainer.leaf(3, label, usa, SUSPENDED, 4);
        assertThat(log)
                .containsExactly(
                        "label SECRET//REL TO USA",
                        "to USA up to CONFIDENTIAL, caveats [IRIS, LOTUS], purposes []; agreement jpn-usa version 3"
                                + " in-force, up to SECRET",
                        "to USA up to CONFIDENTIAL, caveats [IRIS, LOTUS], purposes []; agreement jpn-usa version 3"
                                + " suspended, up to SECRET");
    }

    @Test
    void theLeafIsTheHashOfTheEntry() {
        CompiledLabel label = rulebook.compile(Label.parse("SECRET//REL TO USA"));
        byte[] entry = ByteBuffer.allocate(32)
                .putLong(7)
                .putLong(0)
                .putLong(1)
                .putInt(IN_FORCE)
                .putInt(64)
                .array();
        assertThat(explainer.leaf(7, label, usa, IN_FORCE, 64)).isEqualTo(Hash.ofLeaf(entry));
    }

    private long enter(byte[] fact) {
        log.add(new String(fact, UTF_8));
        return log.size() - 1L;
    }

    private String explain(String text, int epochDay) {
        CompiledLabel label = rulebook.compile(Label.parse(text));
        int length = explainer.explain(label, usa, epochDay, rulebook.failures(label, usa, epochDay));
        assertThat(explainer.text()).hasSize(length);
        return explainer.text();
    }

    private static Agreement agreement() {
        var suspension = new Suspension(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), "review");
        return new Agreement(
                "jpn-usa",
                AgreementType.INFORMATION_PROTECTION,
                "Agreement",
                "協定",
                Set.of("JPN", "USA"),
                PartialDate.parse("2007"),
                PartialDate.parse("2007-08-10"),
                null,
                null,
                List.of(suspension),
                Classification.SECRET,
                "made for tests",
                3);
    }

    private static int day(String text) {
        return (int) LocalDate.parse(text).toEpochDay();
    }
}
