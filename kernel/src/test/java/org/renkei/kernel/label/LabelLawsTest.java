package org.renkei.kernel.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class LabelLawsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void combiningIsCommutativeAssociativeAndIdempotent(long seed) {
        var random = Seeds.random(seed);
        var a = RandomLabels.label(random);
        var b = RandomLabels.label(random);
        var c = RandomLabels.label(random);
        assertThat(a.combine(b)).isEqualTo(b.combine(a));
        assertThat(a.combine(b).combine(c)).isEqualTo(a.combine(b.combine(c)));
        assertThat(a.combine(a)).isEqualTo(a);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dominanceIsAPartialOrder(long seed) {
        var random = Seeds.random(seed);
        var labels = List.of(RandomLabels.label(random), RandomLabels.label(random), RandomLabels.label(random));
        var a = labels.get(0);
        var ab = a.combine(labels.get(1));
        var abc = ab.combine(labels.get(2));
        var all = List.of(a, labels.get(1), labels.get(2), ab, abc);
        for (var x : all) {
            assertThat(x.dominates(x)).isTrue();
            for (var y : all) {
                assertThat(x.dominates(y) && y.dominates(x)).isEqualTo(x.equals(y));
                for (var z : all) {
                    if (x.dominates(y) && y.dominates(z)) {
                        assertThat(x.dominates(z)).isTrue();
                    }
                }
            }
        }
        assertThat(ab.dominates(a)).isTrue();
        assertThat(ab.dominates(labels.get(1))).isTrue();
        assertThat(abc.dominates(a)).isTrue();
    }

    /// Strictness spelled out part by part, without use of combine.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dominanceMeansAtLeastAsStrictInEveryPart(long seed) {
        var random = Seeds.random(seed);
        var a = RandomLabels.label(random);
        var b = random.nextBoolean() ? RandomLabels.label(random) : a.combine(RandomLabels.label(random));
        assertThat(b.dominates(a)).isEqualTo(atLeastAsStrict(b, a));
    }

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource(delimiter = '|', textBlock = """
        SECRET//REL TO JPN, USA      | CONFIDENTIAL//REL TO AUS, USA  | SECRET//REL TO USA
        SECRET//REL TO JPN, USA      | SECRET                         | SECRET
        SECRET//REL TO JPN           | SECRET//REL TO USA             | SECRET
        UNCLASSIFIED//PUBLIC         | SECRET//REL TO USA             | SECRET//REL TO USA
        UNCLASSIFIED//PUBLIC         | UNCLASSIFIED                   | UNCLASSIFIED
        UNCLASSIFIED//PUBLIC         | UNCLASSIFIED//PUBLIC           | UNCLASSIFIED//PUBLIC
        UNCLASSIFIED//PUBLIC         | //NATO UNCLASSIFIED//PUBLIC    | //MIXED UNCLASSIFIED//PUBLIC
        UNCLASSIFIED//REL TO FVEY    | UNCLASSIFIED//REL TO USA       | UNCLASSIFIED
        TOP SECRET//CRYPTO           | RESTRICTED//BOHEMIA            | TOP SECRET//BOHEMIA/CRYPTO
        SECRET//EYES ONLY            | SECRET//REL TO USA             | SECRET//EYES ONLY
        SECRET//EYES ONLY            | UNCLASSIFIED//PUBLIC           | SECRET//EYES ONLY
        SECRET//ORCON//REL TO USA    | SECRET//REL TO USA             | SECRET//ORCON//REL TO USA
        SECRET//FGI USA              | SECRET//FGI AUS                | SECRET//FGI AUS, USA
        SECRET//FOR ACSA             | SECRET//FOR RELIEF             | SECRET//FOR ACSA, RELIEF
        SECRET//EXERCISE             | SECRET                         | SECRET//EXERCISE
        //NATO SECRET                | SECRET                         | //MIXED SECRET
        """)
    void theWholeIsLabelledFromItsParts(String one, String other, String whole) {
        assertThat(Label.parse(one).combine(Label.parse(other)).text()).isEqualTo(whole);
        assertThat(Label.parse(other).combine(Label.parse(one)).text()).isEqualTo(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void publicIsTheIdentityOfIntersectionAndNobodyAbsorbsIt(long seed) {
        var release = RandomLabels.label(Seeds.random(seed)).releasability();
        assertThat(release.intersect(Releasability.PUBLIC)).isEqualTo(release);
        assertThat(Releasability.PUBLIC.intersect(release)).isEqualTo(release);
        assertThat(release.intersect(Releasability.ORIGIN_ONLY).isOriginOnly()).isTrue();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
        SECRET//REL TO AUS, JPN, USA         | USA | SECRET//REL TO JPN, USA
        SECRET//CRYPTO//REL TO FVEY//FGI GBR | USA | SECRET//CRYPTO//REL TO JPN, USA//FGI GBR
        SECRET                               | USA | SECRET
        SECRET//EYES ONLY                    | USA | SECRET//EYES ONLY
        UNCLASSIFIED//PUBLIC//FOR RELIEF     | USA | UNCLASSIFIED//PUBLIC//FOR RELIEF
        """)
    void showsAPartyNobodyElseWhoWasAddressed(String label, String party, String shown) {
        assertThat(Label.parse(label).addressedTo(Set.of("JPN", party)).text()).isEqualTo(shown);
    }

    @Test
    void wordsOfALabelCannotBeChangedFromOutside() {
        var label = Label.parse("SECRET//CRYPTO//REL TO USA//FGI AUS//FOR ACSA");
        assertThatThrownBy(() -> label.caveats().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> label.foreign().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> label.purposes().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> named(label).add("PHL")).isInstanceOf(UnsupportedOperationException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static boolean atLeastAsStrict(Label strict, Label open) {
        return (strict.policy().equals(open.policy()) || strict.policy().equals("MIXED"))
                && strict.classification().level() >= open.classification().level()
                && strict.caveats().containsAll(open.caveats())
                && (strict.originatorControlled() || !open.originatorControlled())
                && (strict.eyesOnly() || !open.eyesOnly())
                && (isPublic(open) || !isPublic(strict) && named(open).containsAll(named(strict)))
                && strict.foreign().containsAll(open.foreign())
                && strict.purposes().containsAll(open.purposes())
                && (strict.exercise() || !open.exercise());
    }

    private static boolean isPublic(Label label) {
        return label.releasability() instanceof Releasability.Everyone;
    }

    private static Set<String> named(Label label) {
        return label.releasability() instanceof Releasability.To(var codes) ? codes : new HashSet<>();
    }
}
