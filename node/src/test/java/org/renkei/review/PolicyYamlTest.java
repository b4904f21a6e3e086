package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.problem.Problem;

/// A policy as YAML: what is written reads as the same, every mistake has its line, and what is no policy is refused.
class PolicyYamlTest {
    private static final List<String> KINDS = List.of("note", "true", "null", "1", "a: b", "#x", "報告", "- y", "~");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenReadsAsTheSame(long seed) {
        var policy = draw(new Random(seed));
        assertThat(PolicyYaml.read(PolicyYaml.write(policy), PolicyParser.PARTIES))
                .isEqualTo(policy);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static ReleasePolicy draw(Random random) {
        var rules = new ArrayList<PolicyRule>();
        for (var count = random.nextInt(6); count > 0; count--) {
            var withholds = random.nextInt(3) == 0;
            var causes = List.of(Cause.ALWAYS, Cause.FIRST_OF_KIND, Cause.DOWNGRADE, Cause.EXERCISE_MIX, Cause.MANY);
            rules.add(new PolicyRule(
                    List.of("rule-", "2026-", "null-", "0x", "1e").get(random.nextInt(5)) + count,
                    withholds ? PolicyRule.Act.WITHHOLD : PolicyRule.Act.REVIEW,
                    withholds ? Cause.ALWAYS : causes.get(random.nextInt(causes.size())),
                    some(PolicyParser.PARTIES, random),
                    some(KINDS, random),
                    random.nextBoolean()
                            ? null
                            : Classification.values()[random.nextInt(Classification.values().length)],
                    1 + random.nextInt(2),
                    1 + random.nextInt(720)));
        }
        var from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
        return new ReleasePolicy(0, from, 1 + random.nextInt(5000), 1 + random.nextInt(720), rules);
    }

    private static Set<String> some(Iterable<String> of, Random random) {
        var some = new HashSet<String>();
        of.forEach(one -> {
            if (random.nextInt(3) == 0) {
                some.add(one);
            }
        });
        return some;
    }

    @Test
    void whatAPersonWritesIsReadWithItsUsualHours() {
        var policy = PolicyYaml.read(PolicyParser.samples().getLast(), PolicyParser.PARTIES);
        assertThat(policy.manyHours()).isEqualTo(1);
        assertThat(policy.rules()).extracting(PolicyRule::id).containsExactly("a", "b");
    }

    @Test
    void everyMistakeHasItsLineAndSaysWhatToDoInBothLanguages() {
        var wrong = """
                from: tomorrow
                many: 0
                manyHour: 2
                rules:
                  - id: A!
                    act: ask
                    cause: always
                    parties: [USA, XXX]
                    kinds: note
                    persons: 1
                    hours: 4
                  - id: b
                    act: withhold
                    cause: many
                    parties: []
                    kinds: []
                    persons: one
                    persons: 1
                """;
        assertThat(mistakes(wrong, Locale.ENGLISH))
                .containsExactlyInAnyOrder(
                        "/yaml/1 line 1: a day is expected: YYYY-MM-DD",
                        "/yaml/2 line 2: a whole number from 1 to 1000000",
                        "/yaml/3 line 3: there is no field 'manyHour'; there are from, many, manyHours, rules",
                        "/yaml/5 line 5: the name of a rule has small letters, digits and hyphens, at most 40",
                        "/yaml/6 line 6: one of these is expected: review, withhold",
                        "/yaml/8 line 8: 'XXX' is no party this node knows",
                        "/yaml/9 line 9: a list is expected, empty for all: [ ]",
                        "/yaml/14 line 14: what is withheld is withheld always, whatever the cause: always, or another act",
                        "/yaml/18 line 18: 'persons' stands here twice: take one away",
                        "/yaml/12 line 12: a whole number from 1 to 720");
        assertThat(mistakes(wrong, Locale.JAPANESE)).allMatch(one -> one.contains(" 行目："));
        assertThat(mistakes("from: [1", Locale.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("/yaml/1 line 1: this is no YAML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a",
                "from: &a 2026-04-01\nmany: 1\nrules: [*a]",
                "from: 2026-04-01\nmany: 1\nrules: &r []\n",
                "from: 2026-04-01\nmany: *a\nrules: []",
                "from: !!str 2026-04-01\nmany: 1\nrules: []",
                "from: 2026-04-01\nmany: !!java.lang.Runtime 1\nrules: []",
                "from: 2026-04-01\nmany: 1\nrules: []\n---\nfrom: 2026-04-02",
                "from: 2026-04-01\nmany: 1\nrules: [[[[[[1]]]]]]",
                "from: 2026-04-01\nmany: 99999999999\nrules: []",
                "<<: {many: 1}\nfrom: 2026-04-01\nmany: 1\nrules: []"
            })
    void whatIsNoPolicyIsRefused(String yaml) {
        assertThat(mistakes(yaml, Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void whatIsTooLongOrLaughsIsRefusedAtOnce() {
        assertThat(mistakes("#".repeat(70_000), Locale.ENGLISH))
                .singleElement()
                .asString()
                .contains("at most 32768");
        var laughs = new StringBuilder("a0: &a0 [1, 1]\n");
        for (var n = 1; n < 40; n++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(n, n, n - 1, n - 1));
        }
        assertThat(mistakes(laughs.toString(), Locale.ENGLISH)).anyMatch(one -> one.contains("anchors and aliases"));
        assertThatThrownBy(() -> PolicyYaml.read("[".repeat(60_000), Set.of())).isInstanceOf(Problem.class);
    }

    private static List<String> mistakes(String yaml, Locale language) {
        try {
            PolicyYaml.read(yaml, PolicyParser.PARTIES);
            return List.of();
        } catch (Problem refused) {
            return refused.errors().stream()
                    .map(one -> one.at() + " " + one.message(language))
                    .toList();
        }
    }
}
