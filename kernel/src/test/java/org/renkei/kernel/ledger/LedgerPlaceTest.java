package org.renkei.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerPlaceTest {
    @Test
    void whatIsPrintedIsReadAgain() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var leaf = new byte[Hash.LENGTH];
            random.nextBytes(leaf);
            var place = new LedgerPlace(
                    "JPN/ichigaya/ledger/USA/site-" + seed, 1 + random.nextLong(1_000_000_000_000L), Hash.of(leaf));
            assertThat(LedgerPlace.parse(place.text())).as("seed %d", seed).contains(place);
        }
    }

    @Test
    void lineEndsOfAPageArePassedOver() {
        var place = new LedgerPlace("JPN/ichigaya/ledger/USA/yokota", 17, Hash.ofEmptyTree());
        var broken = place.text().replace("ledger/", "ledger/ \n").replace(":17:", ":17:\r\n");
        assertThat(LedgerPlace.parse(broken)).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RENKEI:LEDGER:JPN/ichigaya/ledger/USA/yokota:0:",
                "RENKEI:LEDGER:JPN/ichigaya/ledger/USA/yokota:17:abc",
                "RENKEI:LEDGER:JPN/ichigaya/ledger/USA/yokota:99999999999999999999:"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "ledger:JPN/ichigaya/ledger/USA/yokota:17:"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void nothingElseIsOne(String text) {
        assertThat(LedgerPlace.parse(text)).isEmpty();
    }
}
