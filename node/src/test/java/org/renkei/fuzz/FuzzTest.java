package org.renkei.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes from outside, a parser answers with a result or with what it says it throws, within a second and
/// within its memory. `renkei fuzz` runs the same for longer.
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("renkei.fuzz.inputs", 1_500);
    private static final long SEED = 20_160_414;

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("parsers")
    void answersWhateverComes(String name) {
        var target = target(name);
        var kept = Corpus.of(target).files().stream().map(Inputs::file).toList();
        var session = new Session(target, kept, SEED);
        var findings = new ArrayList<>(session.begin());
        for (var i = 0; i < INPUTS; i++) {
            findings.addAll(session.step());
        }
        assertThat(findings)
                .as(session.summary())
                .extracting(finding ->
                        finding.what() + ", kept as " + Corpus.of(target).keep("found", finding.input()))
                .isEmpty();
    }

    static List<String> parsers() {
        return Targets.all().stream().map(Target::name).toList();
    }

    private static Target target(String name) {
        return Targets.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
