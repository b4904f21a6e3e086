package org.renkei.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every parser answers its seeds and all that is kept for it within its second and its memory, at every test run. New
/// inputs are made by `renkei fuzz` and [FuzzTest].
class CorpusTest {
    private static final List<Target> TARGETS = Targets.all();

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void answersWhatIsKept(Target target) {
        var kept = Corpus.of(target).files().stream().map(Inputs::file).toList();
        assertThat(kept).as("inputs in the repository").isNotEmpty();
        var session = new Session(target, kept, 0);
        assertThat(session.begin())
                .as(session.summary())
                .extracting(Session.Finding::what)
                .isEmpty();
        assertThat(target.seeds()).isNotEmpty();
    }

    static List<Target> targets() {
        return TARGETS;
    }
}
