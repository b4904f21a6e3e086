package org.renkei.witness;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditOrigins;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.Cosignature;
import org.renkei.audit.Cosignatures;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CosignatureVerdict;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.keys.Partners.Partner;
import org.renkei.problem.Problem;
import org.renkei.verification.Verification;
import org.renkei.witness.WitnessedLogs.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Has partners cosign this node's audit log, each at most once an hour: how long the log is tells a
/// partner how much is done here, and more often than that it need not be known. What a partner answers is
/// kept; an answer that the log is not the one it cosigned is proof by this node's own signature, and has
/// everything looked through.
@Service
public class CosigningDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CosigningDesk.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int ROUNDS = 5;

    private final AuditSeals seals;
    private final Cosignatures cosignatures;
    private final WitnessedLogs logs;
    private final Partners partners;
    private final OwnKeys keys;
    private final AuditLog audit;
    private final Verification verification;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<NodeId> wanted = ConcurrentHashMap.newKeySet();
    private final Map<NodeId, Integer> rounds = new ConcurrentHashMap<>();
    /// Partners that are being told that this log came back from a backup, and with how many entries.
    private final Map<NodeId, Long> claimed = new ConcurrentHashMap<>();

    CosigningDesk(
            AuditSeals seals,
            Cosignatures cosignatures,
            WitnessedLogs logs,
            Partners partners,
            OwnKeys keys,
            AuditLog audit,
            Verification verification,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seals = seals;
        this.cosignatures = cosignatures;
        this.logs = logs;
        this.partners = partners;
        this.keys = keys;
        this.audit = audit;
        this.verification = verification;
        this.events = events;
        this.clock = clock;
    }

    /// Asks every partner whose link stands, whether an hour has passed or not.
    public void askNow() {
        partners.list().forEach(partner -> wanted.add(partner.node()));
        events.publishEvent(new CosigningWanted());
    }

    /// What is to be sent to a partner now; empty when it is not yet time, or nothing can be signed.
    public Optional<LinkFrame.Audited> due(Partner partner) {
        var last = logs.said(partner.node()).map(Said::at).orElse(Instant.MIN);
        if (!wanted.contains(partner.node()) && last.isAfter(clock.instant().minus(EVERY))) {
            return Optional.empty();
        }
        try {
            wanted.remove(partner.node());
            rounds.put(partner.node(), 0);
            var newest = cosignatures.newest(partner.node());
            var from = newest.map(Cosignature::size).orElse(0L);
            return seals.continuation(from)
                    .map(next -> frame(from, 0, next))
                    .or(() -> seals.continuation(0).map(next -> frame(0, 0, next)));
        } catch (Problem changed) {
            LOG.warn("{} is not asked to cosign: {}", partner.node(), changed.getMessage());
            return Optional.empty();
        }
    }

    /// Keeps what a partner said; answers what it asks for in addition.
    public Optional<LinkFrame.Audited> answered(Partner partner, LinkFrame.Cosigned cosigned) {
        var code = CosigningCode.parse(cosigned.code());
        var theirs = read(partner, cosigned.checkpoint());
        return switch (code) {
            case COSIGNED -> {
                say(partner, theirs.isPresent() ? keep(partner, theirs.get()) : CosigningCode.REFUSED, theirs);
                yield Optional.empty();
            }
            case FROM ->
                rounds.merge(partner.node(), 1, Integer::sum) > ROUNDS
                        ? Optional.empty()
                        : proofFrom(partner, theirs, cosigned.checkpoint().isEmpty());
            case WENT_BACK, INCONSISTENT -> {
                theirs.ifPresent(one -> contradicted(code, one));
                say(partner, code, theirs);
                yield Optional.empty();
            }
            case REFUSED -> {
                say(partner, code, theirs);
                yield Optional.empty();
            }
        };
    }

    /// A cosignature over anything but this log is worth nothing.
    private CosigningCode keep(Partner partner, Cosignature theirs) {
        var ours = seals.continuation(theirs.size());
        if (ours.filter(one -> one.firstRoot().equals(theirs.root())).isEmpty()) {
            LOG.warn("{} cosigned what it was not sent", partner.node());
            return CosigningCode.REFUSED;
        }
        cosignatures.insert(theirs, false);
        return CosigningCode.COSIGNED;
    }

    /// The log of a node that came back from a backup does not go on from what was cosigned after it, and
    /// says so.
    private Optional<LinkFrame.Audited> proofFrom(Partner partner, Optional<Cosignature> theirs, boolean fromNothing) {
        if (theirs.isEmpty() && !fromNothing) {
            LOG.warn("{} asks for a proof from what this node never signed", partner.node());
            return Optional.empty();
        }
        var from = theirs.map(Cosignature::size).orElse(0L);
        var ours = seals.continuation(from);
        var root = theirs.map(Cosignature::root);
        var fits = ours.filter(one -> root.isEmpty() || one.firstRoot().equals(root.get()))
                .isPresent();
        var restored = fits && claimed.getOrDefault(partner.node(), 0L) == 0 ? 0 : audit.restoredTo();
        claimed.put(partner.node(), restored);
        return ours.map(next -> frame(from, restored, next))
                .or(() -> seals.continuation(0).map(next -> frame(0, restored, next)));
    }

    private LinkFrame.Audited frame(long from, long restored, AuditSeals.Continuation next) {
        return new LinkFrame.Audited(next.signed().text(), from, restored, next.path(), new byte[0])
                .padded(this::filling);
    }

    /// What the partner shows, if this node signed it and the partner did.
    private Optional<Cosignature> read(Partner partner, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var own = keys.verify(text, AuditOrigins.claimed(keys.card().node().toString(), text));
        var theirs = partner.history().cosignature(text);
        return own instanceof CheckpointVerdict.Verified
                        && theirs instanceof CosignatureVerdict.Cosigned(Checkpoint checkpoint, Instant at)
                ? Optional.of(new Cosignature(partner.node(), checkpoint.size(), checkpoint.root(), at, text))
                : Optional.empty();
    }

    /// After a restore it is known that the log is another one; otherwise it is evidence that it was
    /// changed.
    private void contradicted(CosigningCode code, Cosignature theirs) {
        var restored = code == CosigningCode.WENT_BACK && audit.restoredTo() > 0;
        cosignatures.insert(theirs, restored);
        if (!restored) {
            verification.begin(keys.card().node().toString());
        }
    }

    private void say(Partner partner, CosigningCode code, Optional<Cosignature> theirs) {
        claimed.remove(partner.node());
        var now = clock.instant();
        var before = logs.said(partner.node());
        var same = before.filter(one -> one.state() == code);
        logs.put(new Said(partner.node(), code, same.map(Said::since).orElse(now), now));
        if (same.isEmpty() && code != CosigningCode.COSIGNED) {
            LOG.error("{} did not cosign the audit log of this node: {}", partner.node(), code.code());
            audit.record(new AuditEvent(
                    keys.card().node().toString(),
                    "cosigning-refused",
                    null,
                    partner.key(),
                    Map.of(
                            "state",
                            code.code(),
                            "cosigned",
                            theirs.map(Cosignature::size).orElse(0L))));
        } else if (same.isEmpty()) {
            audit.record(new AuditEvent(
                    keys.card().node().toString(),
                    "cosigning-began",
                    null,
                    partner.key(),
                    Map.of("size", theirs.map(Cosignature::size).orElse(0L))));
        }
    }

    private byte[] filling(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
