package org.renkei.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes from outside, a parser answers with a result or with what it says it throws, within a second and
/// within its memory. `renkei fuzz` runs the same for longer.
@EnabledIfSystemProperty(
        named = "fuzz",
        matches = "true",
        disabledReason = "measures memory: runs alone, by -Dfuzz=true -Dtest=FuzzTest or renkei fuzz")
class FuzzTest {
    private static final int FIRST = 3;
    private static final int INPUTS = 2_000;
    /// Slow parsers get as many as fit.
    private static final Duration MOST = Duration.ofSeconds(3);

    private static final List<Target> TARGETS = Targets.all();
    private static final long SEED = 20_160_414;

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("parsers")
    void answersWhateverComes(String name) {
        var target = target(name);
        var kept = Corpus.of(target).files().stream().map(Inputs::file).toList();
        var session = new Session(target, kept, SEED);
        var findings = new ArrayList<>(session.begin());
        var end = System.nanoTime() + MOST.toNanos();
        for (var i = 0; i < INPUTS && System.nanoTime() < end; i++) {
            findings.addAll(session.step());
        }
        assertThat(findings.stream().limit(FIRST).toList())
                .as(session.summary())
                .extracting(finding ->
                        finding.what() + ", kept as " + Corpus.of(target).keep("found", finding.input()))
                .isEmpty();
    }

    static List<String> parsers() {
        return TARGETS.stream().map(Target::name).toList();
    }

    private static Target target(String name) {
        return TARGETS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
