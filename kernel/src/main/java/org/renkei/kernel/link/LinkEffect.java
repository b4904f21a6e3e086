package org.renkei.kernel.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Precedence;

/// What the session asks its host to do, in order.
public sealed interface LinkEffect {

    /// Put this frame on a lane ([FrameWriter]). Bulk is to be paced ([Pacer]); as long as there is no urgent lane,
    /// its frames come on the bulk lane.
    record Send(Lane lane, LinkFrame frame) implements LinkEffect {}

    /// Both sides have said who they are. The caller opens the urgent lane with the token when the transport needs
    /// a connection of its own for it; the token is empty before version 2. `packed`: frames are compressed from
    /// here on.
    record Established(int version, boolean packed, byte[] token) implements LinkEffect {}

    /// What has to do with what is kept durably, and so may take a while.
    sealed interface OfStore extends LinkEffect {}

    /// Read entries of our ledger for the partner from this position on, of about so many bytes, and answer with
    /// [LinkSession#outboxRead].
    record ReadOutbox(long from, int maxBytes) implements OfStore {}

    /// Read FLASH and IMMEDIATE entries after these positions, FLASH first, and answer with
    /// [LinkSession#urgentRead].
    record ReadUrgent(long flashAfter, long immediateAfter, int maxBytes) implements OfStore {}

    /// An urgent entry that was read.
    record Urgent(long position, Precedence precedence, byte[] bytes) {}

    /// Store these verified entries and the cursor in one transaction, then call [LinkSession#stored] or
    /// [LinkSession#notStored].
    record Store(List<Received> entries, long size, Hash root, String checkpoint) implements OfStore {}

    /// Store these entries, which are ahead of their turn and under no checkpoint yet, then call
    /// [LinkSession#advancedStored]. Each takes effect at once, unless a later position of its record did.
    record StoreAdvanced(List<Received> entries) implements OfStore {}

    /// One entry of the partner's ledger. `entry` and `bytes` are null when only its leaf hash came: the record
    /// was recalled since, or the entry is held already from the urgent lane. `seal` comes with entries ahead
    /// of their turn, and is to be kept with them.
    record Received(
            long position, Hash leaf, @Nullable LedgerEntry entry, byte @Nullable [] bytes, byte @Nullable [] seal) {

        public Received(long position, Hash leaf, @Nullable LedgerEntry entry, byte @Nullable [] bytes) {
            this(position, leaf, entry, bytes, null);
        }

        Received withSeal(byte[] ours) {
            return new Received(position, leaf, entry, bytes, ours);
        }
    }

    /// The partner holds so much of our ledger durably.
    record Confirmed(long size, Hash root) implements OfStore {}

    /// The partner has received so many bytes of the bulk lane: for the [Pacer].
    record Receipted(long bytes) implements LinkEffect {}

    /// Read what is held of the partner's ledger from this position on, with the last of it what is held ahead of
    /// its turn, and answer with [LinkSession#inboxRead]: the partner has lost it.
    record ReadInbox(long from, int maxBytes) implements OfStore {}

    /// This node is older than what it has signed: take these entries, which the partner kept, as the end of our
    /// ledger up to `size`; move what was written since and never signed behind them; then call
    /// [LinkSession#adopted].
    record Adopt(List<Received> entries, long size, Hash root) implements OfStore {}

    /// What has to do with attachments; all of it is answered through [LinkSession#attachments].
    sealed interface OfAttachment extends OfStore {}

    /// Which attachment is to be fetched from the partner next? Answer with [Fetching#wanted].
    record NextWanted() implements OfAttachment {}

    /// Store these bytes if the attachment is still wanted, verify the whole after the last, and answer with
    /// [Fetching#chunkStored].
    record StoreChunk(Hash digest, long from, long total, byte[] bytes) implements OfAttachment {}

    /// The partner does not give this attachment; answer with [Fetching#lackingNoted].
    record NoteLacking(Hash digest, String code) implements OfAttachment {}

    /// Read bytes of an attachment if a form released to the partner lists it now, and answer with [Fetching#read]
    /// or [Fetching#lacks].
    record ReadAttachment(Hash digest, long from, int maxBytes) implements OfAttachment {}

    /// Store this parcel durably, or take in what it holds for this node, then call [LinkSession#parcelStored].
    record StoreParcel(LinkFrame.Parcel parcel) implements OfStore {}

    /// Read at most so many urgent and so many other parcels for the partner, oldest first, but for those under way,
    /// and answer with [LinkSession#parcelsRead].
    record ReadParcels(int urgent, int routine, List<String> underWay) implements OfStore {}

    /// The partner said what became of a parcel: unless it is to be tried again, it need not be kept any longer.
    record ParcelTaken(byte[] id, ParcelCode code) implements OfStore {}

    /// Look whether the partner's audit log goes on from what was cosigned before, and answer with
    /// [LinkSession#witnessed].
    record Witness(LinkFrame.Audited audited) implements LinkEffect {}

    /// Keep what the partner said of our audit log; should it ask for another proof, give it by [LinkSession#audited].
    record TakeCosigned(LinkFrame.Cosigned cosigned) implements LinkEffect {}

    /// The partner says where its entries up to this position come from; worth nothing but for traces.
    record Traced(long upTo, String context) implements LinkEffect {}

    /// End the connection after what was sent before. `detail` is for the origin's log, never for the partner.
    record Close(LinkProblem problem, String detail) implements LinkEffect {}
}
