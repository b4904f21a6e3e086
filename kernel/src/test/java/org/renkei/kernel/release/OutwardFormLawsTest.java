package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;

/// Whatever a party may not hold is not in the bytes it gets. What it may hold is judged by [NaiveRules].
class OutwardFormLawsTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final World WORLD = World.ofJapan(
            anAgreement()
                    .between("JPN", "USA")
                    .inForce("2007-08-10")
                    .upTo(Classification.SECRET)
                    .build(),
            anAgreement()
                    .between("JPN", "AUS")
                    .inForce("2013-03")
                    .upTo(Classification.CONFIDENTIAL)
                    .build());
    private static final List<Recipient> RECIPIENTS =
            List.of(World.party("USA"), World.party("AUS", "SECRET//BOHEMIA"), World.party("GBR"), World.party("XXX"));
    private static final UUID HELD = UUID.fromString("01541fb8-0000-7000-8000-00000000beef");
    private static final UUID NOT_HELD = UUID.fromString("01541fb8-0000-7000-8000-00000000dead");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatMayNotBeHeldIsNotInTheBytesAndWhatMayIs(long seed) {
        var record = SecretRecords.record(seed, OutwardFormLawsTest::word, HELD, NOT_HELD);
        for (var to : RECIPIENTS) {
            var form = form(record, to);
            var bytes = form.map(OutwardFormLawsTest::bytes).orElse("");
            for (var place : SecretRecords.PLACES) {
                if (!mayHold(record, place, to)) {
                    assertThat(bytes).as("%s to %s", place, to.party()).doesNotContain(word(place));
                } else if (isPermitted(record.label(), to) || standsAtTheTop(record, place)) {
                    assertThat(bytes).as("%s to %s", place, to.party()).contains(word(place));
                }
            }
            for (var place : SecretRecords.BESIDE) {
                assertThat(bytes.contains(word(place)))
                        .as("%s to %s", place, to.party())
                        .isEqualTo(isPermitted(record.label(), to));
            }
            assertThat(bytes.contains(id(HELD))).isEqualTo(isPermitted(record.label(), to));
            assertThat(bytes).doesNotContain(id(NOT_HELD));
        }
    }

    /// The bytes are the same whatever stands in the places that were held back, however often the record was revised
    /// in between, and whatever else it refers to.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsHeldBackLeavesNoTrace(long seed) {
        for (var to : RECIPIENTS) {
            var record = SecretRecords.record(seed, OutwardFormLawsTest::word, HELD);
            var other = SecretRecords.record(
                    seed, place -> mayHold(record, place, to) ? word(place) : "quite another", NOT_HELD, HELD);
            assertThat(form(other, to).map(OutwardFormLawsTest::bytes))
                    .isEqualTo(form(record, to).map(OutwardFormLawsTest::bytes));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void labelsNameNobodyElseAndNoCaveatOfWhatWasHeldBack(long seed) {
        var record = SecretRecords.record(seed, OutwardFormLawsTest::word);
        for (var to : RECIPIENTS) {
            var bytes = form(record, to).map(OutwardFormLawsTest::bytes).orElse("");
            for (var party : List.of("USA", "AUS", "GBR", "FVEY")) {
                assertThat(bytes.contains(party) && !party.equals(to.party()))
                        .as(party)
                        .isFalse();
            }
            for (var caveat : List.of("CRYPTO", "BOHEMIA")) {
                var mayBeNamed = isPermitted(record.label(), to)
                                && record.label().caveats().contains(caveat)
                        || record.portions().stream()
                                .map(Portion::label)
                                .anyMatch(label -> isPermitted(label, to)
                                        && label.caveats().contains(caveat));
                assertThat(bytes.contains(caveat) && !mayBeNamed)
                        .as("%s to %s", caveat, to.party())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatGoesIsLabelledAsStrictlyAsItWas(long seed) {
        var record = SecretRecords.record(seed, OutwardFormLawsTest::word);
        for (var to : RECIPIENTS) {
            form(record, to).ifPresent(form -> {
                for (var place : SecretRecords.PLACES) {
                    if (bytes(form).contains(word(place))) {
                        var before = governing(record, place);
                        var after = governing(form, place);
                        assertThat(after.classification()).as(place).isGreaterThanOrEqualTo(before.classification());
                        assertThat(after.caveats()).as(place).containsAll(before.caveats());
                    }
                }
            });
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    /// The label of the record where no portion governs the place, else all portions it lies in.
    private static Label governing(SharedRecord record, String place) {
        return portions(record, place).stream().reduce(Label::combine).orElse(record.label());
    }

    private static List<Label> portions(SharedRecord record, String place) {
        return record.portions().stream()
                .filter(portion -> portion.at().contains(JsonPointer.parse(place)))
                .map(Portion::label)
                .toList();
    }

    private static boolean mayHold(SharedRecord record, String place, Recipient to) {
        if (SecretRecords.BESIDE.contains(place)) {
            return isPermitted(record.label(), to);
        }
        var failed = NaiveRules.failures(WORLD, record.label(), "JPN", to, DAY, Set.of());
        var forbidden = Set.of(ReleaseRule.POLICY_KNOWN, ReleaseRule.PARTY_KNOWN, ReleaseRule.EYES_ONLY);
        if (failed.stream().anyMatch(forbidden::contains)) {
            return false;
        }
        var labels = portions(record, place);
        return labels.isEmpty() ? failed.isEmpty() : labels.stream().allMatch(label -> isPermitted(label, to));
    }

    private static boolean standsAtTheTop(SharedRecord record, String place) {
        var top = new JsonPointer(JsonPointer.parse(place).steps().subList(0, 1));
        return record.portions().stream().anyMatch(portion -> portion.at().equals(top));
    }

    private static boolean isPermitted(Label label, Recipient to) {
        return NaiveRules.failures(WORLD, label, "JPN", to, DAY, Set.of()).isEmpty();
    }

    private static Optional<SharedRecord> form(SharedRecord record, Recipient to) {
        var rulebook = WORLD.rulebook();
        var decision = new ReleaseDecision(rulebook)
                .decide(record.label(), record.portions(), "JPN", rulebook.compile(to), DAY, Set.of());
        return OutwardForm.of(record, decision, 1, HELD::equals);
    }

    private static String bytes(SharedRecord form) {
        return new String(RecordCodec.encode(form), ISO_8859_1);
    }

    private static String id(UUID id) {
        return new String(RecordIds.bytes(id), ISO_8859_1);
    }

    /// Small letters only, so that no word looks like a party or a caveat.
    private static String word(String place) {
        return "secret of " + place.replace("/", " ") + ".";
    }
}
