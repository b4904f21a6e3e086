package org.renkei.federation;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.Refusals;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.kernel.link.ParcelLayer;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The relay part of this node: takes parcels in from neighbours and hands them on. Of a parcel that is carried for
/// others this node learns where it came from and where it goes next; it can neither read nor change it.
@Service
public class ParcelOffice implements ParcelPost {
    private static final Logger LOG = LoggerFactory.getLogger(ParcelOffice.class);
    private static final Duration OFFERED_AGAIN_AFTER = Duration.ofSeconds(20);
    private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);

    private final NodeSettings settings;
    private final Partners partners;
    private final ParcelStore store;
    private final OwnKeys keys;
    private final Relays relays;
    private final Links links;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Refusals<ParcelCode> refusals = new Refusals<>(1);
    private Instant expired = Instant.EPOCH;
    private final SecureRandom random = new SecureRandom();

    ParcelOffice(
            NodeSettings settings,
            Partners partners,
            ParcelStore store,
            OwnKeys keys,
            Relays relays,
            Links links,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.partners = partners;
        this.store = store;
        this.keys = keys;
        this.relays = relays;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes ready to take parcels; to be done before the links open.
    public void open() {
        relays.open();
    }

    /// Begins to make and to carry parcels.
    public void start() {
        relays.start(this::lookAfter);
    }

    public void stop() {
        relays.stop();
        refusals.all().forEach(this::record);
    }

    @Override
    public List<LinkFrame.Parcel> read(Partners.Partner hop, int urgent, int routine, List<String> underWay) {
        var now = clock.instant();
        var found = new ArrayList<>(store.read(hop.node(), true, urgent, underWay, now));
        found.addAll(store.read(hop.node(), false, routine, underWay, now));
        return found;
    }

    @Override
    public ParcelCode receive(Partners.Partner from, LinkFrame.Parcel parcel) {
        ParcelLayer layer;
        try {
            layer = ParcelSeal.open(keys, parcel.bytes());
        } catch (IOException e) {
            return refuse(from, ParcelCode.MALFORMED, String.valueOf(e.getMessage()));
        }
        return layer.isForUs()
                ? takeIn(from, layer.content())
                : carry(
                        from,
                        layer,
                        new ParcelStore.Draft(
                                newId(), from.node(), settings.node(), null, parcel.urgent(), layer.content()),
                        parcel.id());
    }

    private ParcelCode takeIn(Partners.Partner from, byte[] content) {
        try {
            return relays.takeIn(from, content);
        } catch (IllegalArgumentException e) {
            return refuse(from, ParcelCode.MALFORMED, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            LOG.error("a parcel that came from {} could not be taken in; it is kept there", from.node(), e);
            return ParcelCode.LATER;
        }
    }

    private ParcelCode carry(Partners.Partner from, ParcelLayer layer, ParcelStore.Draft draft, byte[] id) {
        var agreed = from.settings().carries();
        if (agreed == null) {
            return refuse(from, ParcelCode.NOT_CARRIED, "this node has not agreed to carry for it");
        }
        var next = partners.list().stream()
                .filter(one -> one.node().toString().equals(layer.next()) && !one.isRelayed() && !one.equals(from))
                .findFirst();
        if (next.isEmpty()) {
            return refuse(from, ParcelCode.NO_SUCH_HOP, "there is no link from here to where it is to go next");
        }
        if (store.bytesFrom(from.node()) + draft.bytes().length > agreed.bytes()) {
            return ParcelCode.LATER;
        }
        transaction.executeWithoutResult(status -> keep(from, next.get(), draft, id));
        links.parcelsWait(next.get().key());
        return ParcelCode.STORED;
    }

    private void keep(Partners.Partner from, Partners.Partner next, ParcelStore.Draft draft, byte[] id) {
        var now = clock.instant();
        if (!store.noteSeen(from.node(), id, now)) {
            return;
        }
        store.insert(
                new ParcelStore.Draft(draft.id(), from.node(), next.node(), null, draft.urgent(), draft.bytes()), now);
        audit.append(List.of(new AuditEvent(
                from.node().toString(),
                "parcel-carried",
                null,
                from.key(),
                Map.of("next", next.key(), "bytes", draft.bytes().length, "urgent", draft.urgent()))));
    }

    private ParcelCode refuse(Partners.Partner from, ParcelCode code, String why) {
        refusals.note(from.key(), code, why, clock.instant()).ifPresent(this::record);
        relays.refused(from, code);
        return code;
    }

    private void record(Refusals.Noted<ParcelCode> refused) {
        LOG.warn(
                "parcels that came from {} were refused ({}), {} since the last note: {}",
                refused.sender(),
                refused.code().code(),
                refused.count(),
                refused.why());
        audit.record(new AuditEvent(
                settings.node().toString(),
                "parcel-refused",
                null,
                refused.sender(),
                Map.of("code", refused.code().code(), "why", refused.why(), "count", refused.count())));
    }

    @Override
    public void taken(Partners.Partner hop, byte[] id, ParcelCode code) {
        var lying = store.find(id);
        if (lying.isEmpty()) {
            return;
        }
        if (code.isTriedAgain()) {
            store.offerAgain(id, clock.instant().plus(OFFERED_AGAIN_AFTER));
        } else {
            store.delete(id);
        }
        if (code != ParcelCode.STORED && !code.isTriedAgain()) {
            audit.record(new AuditEvent(
                    settings.node().toString(),
                    "parcel-returned",
                    null,
                    hop.key(),
                    Map.of("code", code.code(), "from", key(lying.get().from()))));
        }
        var target = lying.get().target();
        if (target != null) {
            relays.told(target, hop, code);
        }
    }

    /// Notes what was refused, offers again what waits, and drops what nobody fetched for 30 days.
    private void lookAfter() {
        var now = clock.instant();
        refusals.due(now).forEach(this::record);
        var dropped = 0;
        if (now.isAfter(expired.plus(EXPIRE_EVERY))) {
            expired = now;
            dropped = store.expire(now, KEPT);
            keys.forget(now);
        }
        if (dropped > 0) {
            LOG.warn("{} parcels were not fetched for {} days and are dropped", dropped, KEPT.toDays());
            audit.record(new AuditEvent(
                    settings.node().toString(), "parcels-dropped", null, null, Map.of("count", dropped)));
        }
        store.nextHops().stream()
                .map(NodeId::parse)
                .flatMap(node -> partners.findNode(node).stream())
                .forEach(partner -> links.parcelsWait(partner.key()));
    }

    private String key(NodeId node) {
        return partners.findNode(node).map(Partners.Partner::key).orElse(Objects.toString(node));
    }

    private byte[] newId() {
        var id = new byte[LinkFrame.Parcel.ID_BYTES];
        random.nextBytes(id);
        return id;
    }
}
