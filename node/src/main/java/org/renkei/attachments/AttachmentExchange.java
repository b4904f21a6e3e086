package org.renkei.attachments;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.renkei.attachments.Content.State;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.NodeId;
import org.renkei.ledger.Ledgers;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What partners get of our contents and what we get of theirs, whatever carries it.
@Service
public class AttachmentExchange {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentExchange.class);

    private final Contents contents;
    private final Listings listings;
    private final Ledgers ledgers;
    private final Sources sources;
    private final RefusedAttachments refusals;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final String self;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate reading;

    AttachmentExchange(
            Contents contents,
            Listings listings,
            Ledgers ledgers,
            Sources sources,
            RefusedAttachments refusals,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.contents = contents;
        this.listings = listings;
        this.ledgers = ledgers;
        this.sources = sources;
        this.refusals = refusals;
        this.audit = audit;
        this.settings = settings;
        this.self = settings.node().toString();
        this.clock = clock;
        this.events = events;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// How a content travels: over a link of its own or on a medium, or in parcels that others carry.
    public enum Way {
        OWN,
        OTHERS
    }

    /// What a partner is given of a content.
    public sealed interface Given {
        /// Bytes from the place asked for; `record` is one that is released to the partner and lists the content.
        record Piece(long total, byte[] bytes, UUID record) implements Given {}

        /// @param code one of those of [Fetching]
        record Refused(String code) implements Given {}
    }

    /// Bytes of an own content, if a form that is released to the partner of this key at this moment lists it. Whatever
    /// stands in the way, also a failure, is answered alike, so that nobody learns from the answer what is here.
    public Given read(String party, Hash digest, long from, int maxBytes, Way way) {
        try {
            // A statement that fails lets the transaction fail once more at its end: both are caught here.
            return reading.execute(status -> given(party, digest, from, maxBytes, way));
        } catch (RuntimeException e) {
            LOG.error("whether {} may have an attachment cannot be decided, so it may not", party, e);
            return new Given.Refused(Fetching.NOT_AVAILABLE);
        }
    }

    private Given given(String party, Hash digest, long from, int maxBytes, Way way) {
        var record = released(party, digest);
        var content = contents.find(self, digest).filter(one -> one.state() == State.HERE);
        if (record.isEmpty() || content.isEmpty() || from >= content.get().size()) {
            return new Given.Refused(Fetching.NOT_AVAILABLE);
        }
        if (content.get().size() > settings.attachmentBytes()) {
            return new Given.Refused(Fetching.TOO_LARGE);
        }
        if (way == Way.OTHERS && content.get().size() > settings.relayedAttachmentBytes()) {
            return new Given.Refused(Fetching.TOO_LARGE_TO_RELAY);
        }
        var bytes = contents.read(self, digest, from, maxBytes);
        return bytes.length == 0
                ? new Given.Refused(Fetching.NOT_AVAILABLE)
                : new Given.Piece(content.get().size(), bytes, record.get());
    }

    /// A record of which the party holds, by the newest entry of its ledger, a form that lists the content.
    private Optional<UUID> released(String party, Hash digest) {
        var records = listings.ownRecords(digest);
        if (records.isEmpty()) {
            return Optional.empty();
        }
        return ledgers.newest(party, records).entrySet().stream()
                .filter(one -> isReleased(party, one.getValue(), digest))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isReleased(String party, Ledgers.Newest newest, Hash digest) {
        var release = newest.release();
        return release != null
                && release.position() == newest.position()
                && !hasEnded(release)
                && lists(release, digest)
                && !ledgers.isHeld(party, release.position());
    }

    private boolean hasEnded(LedgerEntry.Release release) {
        var until = release.form().until();
        return until != null && !until.isAfter(clock.instant());
    }

    private static boolean lists(LedgerEntry.Release release, Hash digest) {
        return Attachment.listIn(release.form().body()).stream().anyMatch(one -> {
            var preview = one.preview();
            return one.digest().equals(digest)
                    || preview != null && preview.digest().equals(digest);
        });
    }

    /// Puts on record that a partner is given a content. What cannot be put on record is not given.
    @Transactional
    public void noteSent(String party, Hash digest, UUID record, String by) {
        audit.append(List.of(
                new AuditEvent(self, "attachment-sent", record, party, Map.of("digest", digest.hex(), "by", by))));
    }

    /// Puts on record that a partner was refused a content: the first few of an hour each, the others by their number.
    @Transactional
    public void noteRefused(String party, Hash digest, String code) {
        refusals.note(party, digest, code);
    }

    /// Puts on record how many refusals more there were in hours that are over.
    @Transactional
    public void sumUpRefusals() {
        refusals.sumUp();
    }

    /// What to fetch from a node next, at most so many.
    @Transactional
    public List<Fetching.Wanted> next(NodeId source, int most, Way way) {
        var node = source.toString();
        contents.tooLarge(node, settings.attachmentBytes());
        var limit = way == Way.OTHERS ? settings.relayedAttachmentBytes() : settings.attachmentBytes();
        return contents.next(node, clock.instant(), limit, most).stream()
                .map(one -> new Fetching.Wanted(one.digest(), one.held(), one.size()))
                .toList();
    }

    /// Stores what follows on what is held of a content that a record of the node lists, without what is here already;
    /// after the last byte the whole is verified. Answers whether it was kept, or was here before.
    ///
    /// @param asked false for what a medium brings without anybody's asking
    @Transactional
    public boolean store(NodeId source, Hash digest, long from, long total, byte[] bytes, boolean asked) {
        var node = source.toString();
        var content = contents.findForUpdate(node, digest).orElse(null);
        if (content == null || content.state() == State.HERE && !asked) {
            return content != null;
        }
        var held = content.held();
        if (asked && content.state() != State.WANTED || from > held || bytes.length == 0) {
            return false;
        }
        if (from + bytes.length <= held) {
            return true;
        }
        if (total != content.size() || bytes.length > total - from) {
            drop(source, content);
            return false;
        }
        if (total > settings.attachmentBytes()) {
            contents.become(node, digest, State.TOO_LARGE, null, clock.instant());
            return false;
        }
        if (content.state() != State.WANTED) {
            contents.become(node, digest, State.OFFERED, null, clock.instant());
        }
        contents.addChunk(node, digest, held, Arrays.copyOfRange(bytes, (int) (held - from), bytes.length));
        contents.held(node, digest, from + bytes.length);
        return from + bytes.length < total || finish(source, content);
    }

    private boolean finish(NodeId source, Content content) {
        var node = source.toString();
        if (!digest(node, content.digest(), content.size()).equals(content.digest())) {
            drop(source, content);
            return false;
        }
        contents.become(node, content.digest(), State.HERE, null, clock.instant());
        note(source, "attachment-received", content.digest(), Map.of("size", content.size()));
        events.publishEvent(new AttachmentArrived(listings.records(node, content.digest())));
        return true;
    }

    private Hash digest(String node, Hash digest, long size) {
        var sum = Sha256.begin();
        for (var at = 0L; at < size; ) {
            var piece = contents.read(node, digest, at, Fetching.MOST_CHUNK);
            if (piece.length == 0) {
                break;
            }
            sum.update(piece);
            at += piece.length;
        }
        return Hash.of(sum.digest());
    }

    private void drop(NodeId source, Content content) {
        contents.empty(source.toString(), content.digest());
        contents.become(source.toString(), content.digest(), State.DAMAGED, null, clock.instant());
        note(source, "attachment-damaged", content.digest(), Map.of());
    }

    /// The node did not give a content that was wanted of it.
    @Transactional
    public void lacking(NodeId source, Hash digest, String code) {
        var node = source.toString();
        var content = contents.findForUpdate(node, digest).orElse(null);
        if (content == null || content.state() != State.WANTED) {
            return;
        }
        switch (code) {
            case Fetching.DAMAGED -> drop(source, content);
            case Fetching.TOO_LARGE ->
                contents.become(node, digest, State.TOO_LARGE, Fetching.TOO_LARGE, clock.instant());
            case Fetching.TOO_LARGE_TO_RELAY ->
                contents.become(node, digest, State.OFFERED, Fetching.TOO_LARGE_TO_RELAY, clock.instant());
            default -> {
                var why = code.equals(Fetching.NOT_RELAYED) ? code : Fetching.NOT_AVAILABLE;
                if (contents.postpone(node, digest, why, clock.instant()) == 1) {
                    note(source, "attachment-lacking", digest, Map.of());
                }
            }
        }
    }

    private void note(NodeId source, String event, Hash digest, Map<String, Object> more) {
        var details = new TreeMap<String, Object>(more);
        details.put("digest", digest.hex());
        audit.append(List.of(new AuditEvent(source.toString(), event, null, sources.key(source), details)));
    }
}
