package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackIdsTest {
    private static final TrackIdentity SHIP = TrackIdentity.parse("mmsi:431000123");

    @Test
    void givesTheSameIdForEver() {
        assertThat(ids(1).of(SHIP)).isEqualTo(ids(1).of(SHIP)).hasToString("eb3e1ae1-8904-8a4d-8113-5c66fe551cdc");
        assertThat(ids(1).of(SHIP).version()).isEqualTo(8);
        assertThat(ids(1).of(SHIP).variant()).isEqualTo(2);
    }

    @Test
    void givesAnotherIdAtAnotherNodeAndToAnotherPartyAndWhenTheIdentityIsWithheld() {
        assertThat(List.of(
                        ids(1).of(SHIP),
                        ids(2).of(SHIP),
                        ids(1).of(TrackIdentity.parse("mmsi:431000124")),
                        ids(1).withheld(SHIP, "USA"),
                        ids(1).withheld(SHIP, "AUS")))
                .doesNotHaveDuplicates();
    }

    @Test
    void takesNoShortSecret() {
        assertThatThrownBy(() -> new TrackIds(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAndWritesIdentities() {
        var radar = TrackIdentity.parse("radar:STATION:2/12");
        assertThat(radar.value()).isEqualTo("STATION:2/12");
        assertThat(TrackIdentity.parse(radar.toString())).isEqualTo(radar);
        for (var wrong : new String[] {"431000123", "MMSI:1", "mmsi:", ":1", "2x:1", "m i:1"}) {
            assertThatThrownBy(() -> TrackIdentity.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static TrackIds ids(int node) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) node);
        return new TrackIds(secret);
    }
}
