package org.renkei.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.link.Lane;

class LinkDictionaryTest {

    /// `-Ddictionary.write=true` makes it anew; see [DictionaryTraining] for when that may be done.
    @BeforeAll
    static void makeAnew() throws IOException {
        if (Boolean.getBoolean("dictionary.write")) {
            DictionaryTraining.write();
        }
    }

    @Test
    void isSmallAndHasAnId() {
        var dictionary = LinkDictionary.read();
        assertThat(dictionary.bytes()).hasSizeBetween(8 * 1024, DictionaryTraining.MAX_BYTES);
        assertThat(dictionary.id()).isPositive();
    }

    /// A report in words that stand nowhere else, as it may be the only frame of a quiet hour.
    @Test
    void makesOneUnknownRecordSmaller() {
        var frame = DictionaryTraining.frames(7, SampleRecords.unseen()).getFirst();
        try (var compression = new ZstdCompressions().open(Lane.URGENT)) {
            var packed = compression.compress(frame).length;
            assertThat(packed).isLessThan(Zstd.compress(frame, 3).length * 7 / 10);
        }
    }

    @Test
    void holdsNoSecretOfTheScenario() throws IOException {
        var bytes = new String(LinkDictionary.read().bytes(), ISO_8859_1);
        var secrets = DictionaryTraining.secrets(DictionaryTraining.scenario());
        assertThat(secrets).isNotEmpty();
        for (var secret : secrets) {
            assertThat(bytes).doesNotContain(secret);
        }
    }

    /// Records that it was not trained on: to a third of what they take without.
    @Test
    void makesTheFirstRecordsSmall() {
        var samples = new SampleRecords(99);
        long alone = 0;
        long known = 0;
        for (var i = 0; i < 200; i++) {
            var frame = DictionaryTraining.frames(i + 1, samples.next()).getFirst();
            alone += Zstd.compress(frame, 3).length;
            try (var compression = new ZstdCompressions().open(Lane.URGENT)) {
                known += compression.compress(frame).length;
            }
        }
        assertThat(known).isLessThan(alone * 2 / 5);
    }
}
