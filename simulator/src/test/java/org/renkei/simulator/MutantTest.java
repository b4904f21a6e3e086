package org.renkei.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every planted fault is found, and in which history first. Where a number grew much, the simulator sees less.
class MutantTest {

    @ParameterizedTest(name = "{0} by seed {1}")
    @CsvSource(textBlock = """
            CURSOR_FIRST, 0
            SERIAL_CURSOR, 0
            SIGNATURE_UNCHECKED, 6
            RECALL_LOST, 9
            GAP_IN_POSITIONS, 0
            LABEL_LOST, 0
            ADVANCE_OVER_LATER, 0
            NO_BLANKS, 0
            ACK_BEFORE_DURABLE, 0
            NO_RECOVERY, 166
            MEDIUM_TWICE, 25
            END_IGNORED, 14
            NOT_DECIDED_AGAIN, 3
            NOT_HELD, 293
            WRONG_FORM, 0
            ROOT_UNCHECKED, 74
            REDACTION_FORGOTTEN, 0
            RECALL_IGNORED, 1
            TAIL_DROPPED, 166
            AHEAD_FORGOTTEN, 189
            CONTENT_TO_ANYBODY, 3
            CONTENT_WHILE_HELD, 455
            CONTENT_KEPT, 9
            CONTENT_UNVERIFIED, 183
            CONTENT_CURSOR_FIRST, 28
            PARCEL_READABLE, 0
            LAYER_TELLS_MORE, 0
            PARCEL_ACK_EARLY, 0
            PARCEL_NOT_WITHDRAWN, 36
            OLD_KEY_COUNTS, 216
            SUCCESSION_UNCHECKED, 18
            """)
    void isFound(Mutant mutant, long seed) {
        assertThat(Played.seed(seed, mutant).failure()).isNotNull();
    }

    @Test
    void everyOneIsInTheTable() throws NoSuchMethodException {
        var table = MutantTest.class
                .getDeclaredMethod("isFound", Mutant.class, long.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        for (var mutant : Mutant.values()) {
            assertThat(table).contains(mutant.name());
        }
    }
}
