package org.renkei.federation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerMarks;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes this node's own parcels: signs what they hold, seals it for each hop and lays it out for the first.
@Component
class ParcelMakers {
    private final NodeSettings settings;
    private final Partners partners;
    private final Links links;
    private final ParcelStore store;
    private final LedgerMarks marks;
    private final OwnKeys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ParcelMakers(
            NodeSettings settings,
            Partners partners,
            Links links,
            ParcelStore store,
            LedgerMarks marks,
            OwnKeys keys,
            Clock clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.partners = partners;
        this.links = links;
        this.store = store;
        this.marks = marks;
        this.keys = keys;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// For one partner for whom others carry.
    ParcelMaker of(Partners.Partner partner) {
        return new ParcelMaker() {
            @Override
            public boolean isOpen() {
                return !partner.isRevoked()
                        && links.isUp(partner.settings().via().getFirst());
            }

            @Override
            public boolean withdraw() {
                return store.withdraw(partner.key());
            }

            @Override
            public long waiting() {
                return store.countFor(partner.key());
            }

            @Override
            public boolean post(byte[] frames, boolean urgent, LedgerMarks.@Nullable Mark mark) {
                return layOut(draft(partner, frames, urgent), mark);
            }
        };
    }

    private ParcelStore.Draft draft(Partners.Partner partner, byte[] frames, boolean urgent) {
        var way = new ArrayList<Partners.Partner>();
        partner.settings().via().forEach(hop -> way.add(partners.find(hop).orElseThrow()));
        way.add(partner);
        var content = ParcelContent.sign(settings.node(), partner.node(), frames, keys);
        var id = new byte[LinkFrame.Parcel.ID_BYTES];
        random.nextBytes(id);
        var wrapped = ParcelSeal.wrap(way, content.encode());
        if (wrapped.length > LinkFrame.Parcel.MAX_BYTES) {
            throw new IllegalStateException("an entry for " + partner.key() + " is too large to be carried by others");
        }
        return new ParcelStore.Draft(id, settings.node(), way.getFirst().node(), partner.key(), urgent, wrapped);
    }

    /// False when what the parcel holds may have been recalled since the mark; then nothing is laid out.
    private boolean layOut(ParcelStore.Draft draft, LedgerMarks.@Nullable Mark mark) {
        var isLaidOut = Objects.requireNonNull(transaction.execute(status -> {
            var stands = mark == null || marks.stands(mark);
            if (stands) {
                store.insert(draft, clock.instant());
            }
            return stands;
        }));
        if (isLaidOut) {
            partners.findNode(draft.nextHop()).ifPresent(first -> links.parcelsWait(first.key()));
        }
        return isLaidOut;
    }
}
