package org.renkei.federation;

import java.util.List;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.keys.Partners;

/// Where a conversation gets the parcels for its partner, and what takes those that come.
interface ParcelPost {
    /// At most so many urgent and so many other parcels for a node, but for those under way.
    List<LinkFrame.Parcel> read(Partners.Partner hop, int urgent, int routine, List<String> underWay);

    /// Takes a parcel; once it answers, what the answer says is durable.
    ParcelCode receive(Partners.Partner from, LinkFrame.Parcel parcel);

    /// The next node has said what became of a parcel.
    void taken(Partners.Partner hop, byte[] id, ParcelCode code);
}
