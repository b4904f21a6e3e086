package org.renkei.kernel.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The part of a session that hands sealed parcels to the partner and takes them from it: some of ours or of others,
/// which the partner carries on. Urgent ones go at once; the others only while none of our own entries is under way,
/// a few at a time.
final class Parcels {
    static final int MAX_UNDER_WAY = 4;
    /// So many of the partner's may be here without an answer, urgent and others.
    static final int MAX_TAKEN = 2 * MAX_UNDER_WAY;

    private final Effects effects;
    private final Map<String, Boolean> underWay = new HashMap<>();
    private int storing;
    private boolean ready;
    private boolean urgentWaits = true;
    private boolean routineWaits = true;
    private boolean reading;

    Parcels(Effects effects) {
        this.effects = effects;
    }

    /// The session stands.
    void begin() {
        ready = true;
    }

    /// There may be parcels for the partner.
    void waiting() {
        urgentWaits = true;
        routineWaits = true;
    }

    void read(List<LinkFrame.Parcel> parcels) {
        reading = false;
        for (var parcel : parcels) {
            if (underWay.putIfAbsent(parcel.key(), parcel.urgent()) == null) {
                effects.send(parcel);
                urgentWaits |= parcel.urgent();
                routineWaits |= !parcel.urgent();
            }
        }
    }

    void acknowledged(LinkFrame.ParcelAck ack) {
        if (underWay.remove(LinkFrame.Parcel.key(ack.id())) != null) {
            effects.add(new LinkEffect.ParcelTaken(ack.id(), ParcelCode.parse(ack.code())));
        }
    }

    void take(LinkFrame.Parcel parcel) {
        check(parcel);
        storing++;
        if (storing > MAX_TAKEN) {
            throw new IllegalArgumentException("too many parcels that are not acknowledged");
        }
        effects.add(new LinkEffect.StoreParcel(parcel));
    }

    /// @throws IllegalArgumentException when it cannot be one
    static void check(LinkFrame.Parcel parcel) {
        if (parcel.id().length != LinkFrame.Parcel.ID_BYTES || parcel.bytes().length > LinkFrame.Parcel.MAX_BYTES) {
            throw new IllegalArgumentException("a parcel has an id of 16 bytes and at most 7 MiB");
        }
    }

    void stored(byte[] id, ParcelCode code) {
        storing--;
        if (!effects.isClosed()) {
            effects.send(new LinkFrame.ParcelAck(id, code.code()));
        }
    }

    /// Asks for what may be sent now.
    ///
    /// @param busy while entries of our own are being read or are under way
    void pump(boolean busy) {
        var urgent = MAX_UNDER_WAY - underWay(true);
        var routine = busy ? 0 : MAX_UNDER_WAY - underWay(false);
        var wanted = urgentWaits && urgent > 0 || routineWaits && routine > 0;
        if (ready && wanted && !reading && !effects.isClosed()) {
            reading = true;
            urgentWaits &= urgent == 0;
            routineWaits &= routine == 0;
            effects.add(new LinkEffect.ReadParcels(urgent, routine, List.copyOf(underWay.keySet())));
        }
    }

    private int underWay(boolean urgent) {
        return (int) underWay.values().stream().filter(one -> one == urgent).count();
    }
}
