package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// Parcels are handed on urgent first, a few at a time, and behind our own entries.
class ParcelsTest {
    private static final NodeId JPN = NodeId.parse("JPN/ichigaya");
    private static final NodeId USA = NodeId.parse("USA/yokota");

    private final MerkleTree outbox = new MerkleTree();
    private LinkSession session;

    @BeforeEach
    void open() {
        session = session(0);
    }

    @Test
    void asksForParcelsOnceTheSessionStandsAndNotBefore() {
        var fresh = new LinkSession(terms(0));
        assertThat(fresh.opened(0)).noneMatch(LinkEffect.ReadParcels.class::isInstance);
        assertThat(fresh.parcelsWait()).isEmpty();
        assertThat(Sessions.receive(fresh, greeting(), 1)).contains(new LinkEffect.ReadParcels(4, 4, List.of()));
    }

    @Test
    void sendsAFewAndTheNextWhenOneIsAcknowledged() {
        var sent = session.parcelsRead(List.of(parcel(1, false), parcel(2, false), parcel(3, false), parcel(4, false)));
        assertThat(sends(sent)).hasSize(4);
        assertThat(session.parcelsWait())
                .anyMatch(one -> one instanceof LinkEffect.ReadParcels(var urgent, var routine, var ids)
                        && routine == 0
                        && ids.containsAll(keys(sent)));
        assertThat(session.parcelsRead(List.of())).isEmpty();
        var more = Sessions.receive(session, new LinkFrame.ParcelAck(id(2), "stored"), 3);
        assertThat(more.stream().filter(LinkEffect.ParcelTaken.class::isInstance))
                .singleElement()
                .satisfies(one -> {
                    var taken = (LinkEffect.ParcelTaken) one;
                    assertThat(taken.id()).isEqualTo(id(2));
                    assertThat(taken.code()).isEqualTo(ParcelCode.STORED);
                });
        assertThat(more)
                .anyMatch(one -> one instanceof LinkEffect.ReadParcels(var urgent, var routine, var underWay)
                        && routine == 1
                        && underWay.size() == 3);
    }

    @Test
    void urgentOnesGoWhileOurOwnEntriesAreUnderWayAndOthersDoNot() {
        Entries.of(JPN, 3).forEach(outbox::append);
        session = session(3);
        assertThat(session.parcelsRead(List.of())).isEmpty();
        assertThat(session.parcelsWait()).containsExactly(new LinkEffect.ReadParcels(4, 0, List.of()));
        assertThat(sends(session.parcelsRead(List.of(parcel(9, true))))).hasSize(1);
        var checkpoint = LinkKeys.checkpoint(JPN, LinkSession.ledgerName(JPN, USA), 3, outbox.root());
        session.parcelsRead(List.of());
        assertThat(session.urgentRead(List.of())).anyMatch(LinkEffect.ReadOutbox.class::isInstance);
        session.outboxRead(1, Sessions.whole(Entries.of(JPN, 3)), checkpoint);
        assertThat(session.tick(5)).noneMatch(LinkEffect.ReadParcels.class::isInstance);
        assertThat(Sessions.receive(session, new LinkFrame.Ack(3, outbox.root(3)), 6))
                .anyMatch(one ->
                        one instanceof LinkEffect.ReadParcels(var urgent, var routine, var underWay) && routine == 4);
    }

    @Test
    void anUrgentParcelTakesTheUrgentLane() {
        session.urgentLaneOpened();
        var sent = session.parcelsRead(List.of(parcel(1, true), parcel(2, false)));
        assertThat(sent.stream().filter(LinkEffect.Send.class::isInstance).map(one -> ((LinkEffect.Send) one).lane()))
                .containsExactly(Lane.URGENT, Lane.BULK);
    }

    @Test
    void acknowledgesWhatTheHostHasStoredAndWithWhatCode() {
        var asked = Sessions.receive(session, parcel(5, false), 2);
        assertThat(asked).anyMatch(LinkEffect.StoreParcel.class::isInstance);
        assertThat(sends(asked)).noneMatch(LinkFrame.ParcelAck.class::isInstance);
        assertThat(sends(session.parcelStored(id(5), ParcelCode.NOT_CARRIED)))
                .singleElement()
                .satisfies(frame ->
                        assertThat(((LinkFrame.ParcelAck) frame).code()).isEqualTo("not-carried"));
    }

    @Test
    void anAcknowledgementOfSomethingElseChangesNothing() {
        assertThat(Sessions.receive(session, new LinkFrame.ParcelAck(id(7), "stored"), 2))
                .noneMatch(LinkEffect.ParcelTaken.class::isInstance);
    }

    @Test
    void refusesAFloodAndWhatIsNoParcel() {
        for (var count = 1; count <= 2 * Parcels.MAX_UNDER_WAY; count++) {
            assertThat(Sessions.receive(session, parcel(count, false), 2))
                    .noneMatch(LinkEffect.Close.class::isInstance);
        }
        assertThat(Sessions.receive(session, parcel(99, false), 2)).anyMatch(LinkEffect.Close.class::isInstance);
        assertThat(Sessions.receive(session(0), new LinkFrame.Parcel(new byte[3], false, new byte[1]), 2))
                .anyMatch(LinkEffect.Close.class::isInstance);
    }

    @Test
    void keepsFewParcelsThatComeBeforeTheGreetingAndNoneTooLarge() {
        var early = new LinkSession(terms(0));
        early.opened(0);
        for (var count = 1; count <= Parcels.MAX_TAKEN; count++) {
            assertThat(Sessions.receive(early, parcel(count, true), 1)).noneMatch(LinkEffect.Close.class::isInstance);
        }
        assertThat(Sessions.receive(early, greeting(), 2).stream().filter(LinkEffect.StoreParcel.class::isInstance))
                .hasSize(Parcels.MAX_TAKEN);

        var flooded = new LinkSession(terms(0));
        flooded.opened(0);
        for (var count = 1; count <= Parcels.MAX_TAKEN; count++) {
            Sessions.receive(flooded, parcel(count, true), 1);
        }
        assertThat(Sessions.receive(flooded, parcel(99, true), 1)).anyMatch(LinkEffect.Close.class::isInstance);

        var swamped = new LinkSession(terms(0));
        swamped.opened(0);
        var large = new LinkFrame.Parcel(id(1), true, new byte[LinkFrame.Parcel.MAX_BYTES + 1]);
        assertThat(Sessions.receive(swamped, large, 1)).anyMatch(LinkEffect.Close.class::isInstance);
    }

    @Test
    void anUnknownCodeOfANewerNodeIsARefusal() {
        assertThat(ParcelCode.parse("something-new")).isEqualTo(ParcelCode.NOT_CARRIED);
        for (var code : ParcelCode.values()) {
            assertThat(ParcelCode.parse(code.code())).isEqualTo(code);
        }
    }

    private LinkSession session(int size) {
        var opened = new LinkSession(terms(size));
        opened.opened(0);
        Sessions.receive(opened, greeting(), 1);
        opened.parcelsRead(List.of());
        return opened;
    }

    private LinkTerms terms(int size) {
        return Sessions.terms(
                JPN, USA, List.of(1, 2), new MerkleTree(), Map.of(), size, size, outbox::root, outbox::leaf);
    }

    private static LinkFrame.Hello greeting() {
        return new LinkFrame.Hello(
                List.of(1, 2), USA.toString(), JPN.toString(), 0, Hash.ofEmptyTree(), "", new byte[] {1}, 0);
    }

    private static LinkFrame.Parcel parcel(int number, boolean urgent) {
        return new LinkFrame.Parcel(id(number), urgent, new byte[] {1, 2, 3});
    }

    private static byte[] id(int number) {
        var id = new byte[LinkFrame.Parcel.ID_BYTES];
        id[0] = (byte) number;
        return id;
    }

    private static List<LinkFrame> sends(List<LinkEffect> effects) {
        var frames = new ArrayList<LinkFrame>();
        for (var effect : effects) {
            if (effect instanceof LinkEffect.Send(var lane, var frame)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static List<String> keys(List<LinkEffect> effects) {
        return sends(effects).stream()
                .filter(LinkFrame.Parcel.class::isInstance)
                .map(frame -> ((LinkFrame.Parcel) frame).key())
                .toList();
    }
}
