package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;

/// Whoever it may be sees what a label calls public, and nothing else. Said here a second time, from the
/// label alone: public, of a policy that is known, for no purpose.
class AnybodyLawsTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final World WORLD = World.ofJapan();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void seesWhatIsPublicWhoeverWroteItAndWhoeverConsents(long seed) {
        var random = Seeds.random(seed);
        var world = RandomWorlds.world(random);
        var rulebook = world.rulebook();
        var anybody = rulebook.compileAnybody();
        for (var count = 0; count < 40; count++) {
            var label = RandomWorlds.label(random, world);
            var originator = RandomWorlds.party(random, world);
            var day = (int) RandomWorlds.day(random).toEpochDay();
            for (var consenting : List.of(Set.<String>of(), consents(world, originator))) {
                var failed = rulebook.failures(rulebook.compile(label, originator), anybody, day, consenting);
                assertThat(failed == 0)
                        .as("%s of %s, consenting %s", label, originator, consenting)
                        .isEqualTo(isPublic(world, label));
            }
        }
    }

    /// What is public may go to every party that is known, too: nothing is public that a partner could not
    /// get of its origin.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void seesNothingThatAPartnerWouldNotGet(long seed) {
        var random = Seeds.random(seed);
        var world = RandomWorlds.world(random);
        var rulebook = world.rulebook();
        var day = (int) DAY.toEpochDay();
        for (var count = 0; count < 40; count++) {
            var label = rulebook.compile(RandomWorlds.label(random, world));
            if (rulebook.failures(label, rulebook.compileAnybody(), day) == 0) {
                for (var party : world.parties()) {
                    var poorest = new Recipient(party, Recipient.ANYBODY.clearance(), Set.of(), Set.of());
                    assertThat(rulebook.failures(label, rulebook.compile(poorest), day))
                            .as("%s for %s", label, party)
                            .isZero();
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isGivenNoWordThatIsNotPublic(long seed) {
        var record = SecretRecords.record(seed, AnybodyLawsTest::word);
        for (var originator : List.of("JPN", "USA")) {
            var bytes = bytes(record, originator);
            var whole = isPublic(WORLD, record.label());
            for (var place : SecretRecords.PLACES) {
                var labels = record.portions().stream()
                        .filter(portion -> portion.at().contains(JsonPointer.parse(place)))
                        .map(Portion::label)
                        .toList();
                var open = labels.isEmpty() ? whole : labels.stream().allMatch(label -> isPublic(WORLD, label));
                if (!open) {
                    assertThat(bytes).as(place).doesNotContain(word(place));
                } else if (whole) {
                    assertThat(bytes).as(place).contains(word(place));
                }
            }
            for (var place : SecretRecords.BESIDE) {
                assertThat(bytes.contains(word(place))).as(place).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNCLASSIFIED//PUBLIC | true",
                "UNCLASSIFIED//PUBLIC//EXERCISE | true",
                "UNCLASSIFIED//PUBLIC//FOR RELIEF | false",
                "UNCLASSIFIED | false",
                "UNCLASSIFIED//REL TO AUS, GBR, JPN, USA | false",
                "UNCLASSIFIED//REL TO ANYBODY | false",
                "//XYZ UNCLASSIFIED//PUBLIC | false",
            })
    void isNamedByNoLabelButAPublicOne(String text, boolean seen) {
        var rulebook = WORLD.rulebook();
        var label = rulebook.compile(Label.parse(text));
        assertThat(rulebook.failures(label, rulebook.compileAnybody(), (int) DAY.toEpochDay()) == 0)
                .isEqualTo(seen);
    }

    @Test
    void seesNothingWithoutALabelThatCanBeRead() {
        var rulebook = WORLD.rulebook();
        var none = rulebook.compile((Label) null);
        assertThat(rulebook.failures(none, rulebook.compileAnybody(), (int) DAY.toEpochDay()))
                .isNotZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    private static boolean isPublic(World world, Label label) {
        return label.releasability() instanceof Releasability.Everyone
                && label.purposes().isEmpty()
                && world.policies().stream()
                        .anyMatch(policy -> policy.id().equals(label.policy())
                                && policy.caveats().containsAll(label.caveats()));
    }

    private static Set<String> consents(World world, String originator) {
        var all = new HashSet<>(world.parties());
        all.add(originator);
        return all;
    }

    private static String bytes(SharedRecord record, String originator) {
        var rulebook = WORLD.rulebook();
        var decision = new ReleaseDecision(rulebook)
                .decide(record.label(), record.portions(), originator, rulebook.compileAnybody(), DAY, Set.of());
        return OutwardForm.of(record, decision, 1, id -> false)
                .map(form -> new String(RecordCodec.encode(form), ISO_8859_1))
                .orElse("");
    }

    private static String word(String place) {
        return "word<" + place + ">";
    }
}
