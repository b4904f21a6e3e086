package org.renkei.federation;

import java.util.List;
import java.util.function.Supplier;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.keys.Partners.Partner;

/// Carries out what a session asks for in matters of parcels, and says what the session is to be told afterwards.
record ParcelSteps(Partner partner, ParcelPost post, LinkSession session) {
    Supplier<List<LinkEffect>> store(LinkFrame.Parcel parcel) {
        var code = post.receive(partner, parcel);
        return () -> session.parcelStored(parcel.id(), code);
    }

    Supplier<List<LinkEffect>> read(LinkEffect.ReadParcels wanted) {
        var parcels = post.read(partner, wanted.urgent(), wanted.routine(), wanted.underWay());
        return () -> session.parcelsRead(parcels);
    }

    Supplier<List<LinkEffect>> taken(byte[] id, ParcelCode code) {
        post.taken(partner, id, code);
        return List::of;
    }
}
