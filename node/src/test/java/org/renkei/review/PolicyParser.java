package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;

/// Reads a release policy that somebody wrote as YAML.
public final class PolicyParser {
    static final Set<String> PARTIES = Set.of("USA", "AUS", "GBR");

    private PolicyParser() {}

    /// What is read is written as YAML that says the same.
    public static void read(String yaml) {
        var policy = PolicyYaml.read(yaml, PARTIES);
        assertThat(PolicyYaml.read(PolicyYaml.write(policy), PARTIES)).isEqualTo(policy);
    }

    public static List<String> samples() {
        var rules = List.of(
                new PolicyRule(
                        "first",
                        PolicyRule.Act.REVIEW,
                        Cause.FIRST_OF_KIND,
                        Set.of("USA", "AUS"),
                        Set.of("situation-report"),
                        Classification.SECRET,
                        2,
                        24),
                new PolicyRule("none", PolicyRule.Act.WITHHOLD, Cause.ALWAYS, Set.of("GBR"), Set.of(), null, 1, 1));
        return List.of(PolicyYaml.write(new ReleasePolicy(0, LocalDate.of(2026, 4, 1), 50, 24, rules)), """
                # what a person writes
                from: 2026-04-01
                many: 50
                rules:
                  - {id: a, act: review, cause: many, parties: [], kinds: [note, alert], persons: 1, hours: 4}
                  - id: b
                    act: withhold
                    cause: always
                    parties:
                      - USA
                    kinds: []
                    persons: 1
                    hours: 1
                """);
    }
}
