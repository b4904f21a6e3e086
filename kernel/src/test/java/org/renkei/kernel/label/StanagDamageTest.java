package org.renkei.kernel.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

/// Damaged XML is refused as a label and as nothing else, and what is still readable has lost no restriction. A name
/// that changed into another name cannot be noticed here: that is what signatures are for.
class StanagDamageTest {
    private static final Label LABEL =
            Label.parse("SECRET//BOHEMIA/CRYPTO//ORCON//REL TO AUS, JPN, USA//FGI GBR, PHL//FOR BMD, RELIEF//EXERCISE");
    private static final String XML =
            new StanagLabel(LABEL, Instant.parse("2016-04-15T16:25:06Z"), "JPN/ichigaya").xml();

    @Test
    void truncationsAreRefused() {
        for (var end = 0; end < XML.length(); end += 3) {
            var cut = XML.substring(0, end);
            assertThatThrownBy(() -> StanagLabel.parse(cut)).as("first %d", end).isInstanceOf(LabelException.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aChangedCharacterIsRefusedOrTakesNoRestrictionAway(long seed) {
        var random = Seeds.random(seed);
        for (var at = (int) (seed % 7); at < XML.length(); at += 7) {
            var damaged = new StringBuilder(XML);
            var other = (char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95));
            damaged.setCharAt(at, other);
            assertRefusedOrAsStrict(damaged.toString());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageIsRefusedAndNothingElse(long seed) {
        var random = Seeds.random(seed);
        for (var i = 0; i < 20; i++) {
            var damaged = new StringBuilder(XML);
            for (var changes = 1 + random.nextInt(4); changes > 0; changes--) {
                var from = random.nextInt(damaged.length());
                var to = Math.min(damaged.length(), from + random.nextInt(60));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.delete(from, to);
                    case 1 -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(from, to));
                    default -> damaged.insert(from, "<&;>\u0000\ud800'\"]]>".charAt(random.nextInt(11)));
                }
            }
            try {
                assertThat(StanagLabel.parse(damaged.toString()).label()).isNotNull();
            } catch (LabelException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 35);
    }

    private static void assertRefusedOrAsStrict(String xml) {
        try {
            var read = StanagLabel.parse(xml).label();
            assertThat(read.classification()).isEqualTo(LABEL.classification());
            assertThat(read.originatorControlled()).isTrue();
            assertThat(read.caveats()).hasSize(2);
            assertThat(read.foreign()).hasSize(2);
            assertThat(read.purposes()).hasSize(2);
            assertThat(read.releasability())
                    .isInstanceOfSatisfying(
                            Releasability.To.class, to -> assertThat(to.codes()).hasSizeLessThanOrEqualTo(3));
        } catch (LabelException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
