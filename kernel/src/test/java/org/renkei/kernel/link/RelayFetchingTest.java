package org.renkei.kernel.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching.Wanted;

class RelayFetchingTest {
    private static final Hash ONE = Hash.ofContent("one".getBytes(UTF_8));
    private static final Hash TWO = Hash.ofContent("two".getBytes(UTF_8));
    private static final int PARCEL = RelayFetching.PARCEL_BYTES;

    private final RelayFetching fetching = new RelayFetching();

    @Test
    void asksForSeveralSmallContentsAtOnceInTheirOrder() {
        var wants = fetching.ask(List.of(new Wanted(TWO, 0, 900), new Wanted(ONE, 100, 10_000_000)), 0);
        assertThat(wants)
                .containsExactly(new LinkFrame.Want(TWO, 0, 900), new LinkFrame.Want(ONE, 100, 100 + PARCEL - 900));
    }

    @Test
    void asksForTwiceAsMuchEachTimeAllHasComeUpToEightParcels() {
        var sizes = List.of(1, 2, 4, 8, 8);
        var held = 0L;
        for (var parcels : sizes) {
            assertThat(fetching.isDue(0)).isTrue();
            var want =
                    fetching.ask(List.of(new Wanted(ONE, held, 100_000_000)), 0).getFirst();
            assertThat(want.upTo() - want.from()).isEqualTo((long) parcels * PARCEL);
            for (var count = 0; count < parcels; count++) {
                assertThat(fetching.isDue(0)).isFalse();
                fetching.came(ONE, held, held + PARCEL, 500, 0);
                held += PARCEL;
            }
        }
    }

    @Test
    void asksAgainForWhatIsMissingEverMoreRarelyAndForOneParcel() {
        fetching.ask(List.of(new Wanted(ONE, 0, PARCEL)), 0);
        fetching.came(ONE, 0, PARCEL, 500, 0);
        fetching.ask(List.of(new Wanted(TWO, 0, 1_000_000)), 0);
        assertThat(fetching.isDue(RelayPace.LEAST_WAIT - 1)).isFalse();
        fetching.came(TWO, 0, PARCEL, 20_000, 1_000);
        assertThat(fetching.isDue(1_000 + 79_999)).isFalse();
        assertThat(fetching.isDue(1_000 + 80_000)).isTrue();
        var again = fetching.ask(List.of(new Wanted(TWO, PARCEL, 1_000_000)), 81_000);
        assertThat(again).containsExactly(new LinkFrame.Want(TWO, PARCEL, 2 * PARCEL));
        assertThat(fetching.isDue(81_000 + 80_000)).isTrue();
        fetching.ask(List.of(new Wanted(TWO, PARCEL, 1_000_000)), 161_000);
        assertThat(fetching.isDue(161_000 + 80_000)).isFalse();
        assertThat(fetching.isDue(161_000 + 160_000)).isTrue();
    }

    @Test
    void aGapOrACopyIsNoProgress() {
        fetching.ask(List.of(new Wanted(ONE, 1_000, 5_000)), 0);
        fetching.came(ONE, 2_000, 3_000, 500, 10_000);
        fetching.came(ONE, 0, 1_000, 500, 10_000);
        assertThat(fetching.isDue(RelayPace.LEAST_WAIT)).isTrue();
    }

    @Test
    void looksForMoreWhenWhatIsLeftIsRefusedAndLaterWhenNothingIsWanted() {
        fetching.ask(List.of(new Wanted(ONE, 0, 5)), 0);
        fetching.grew(0);
        assertThat(fetching.isDue(0)).isFalse();
        fetching.gaveUp(ONE, 0);
        assertThat(fetching.isDue(0)).isTrue();
        assertThat(fetching.ask(List.of(), 0)).isEmpty();
        assertThat(fetching.isDue(RelayFetching.LOOK_AGAIN - 1)).isFalse();
        assertThat(fetching.isDue(RelayFetching.LOOK_AGAIN)).isTrue();
        fetching.grew(5);
        assertThat(fetching.isDue(5)).isTrue();
    }
}
