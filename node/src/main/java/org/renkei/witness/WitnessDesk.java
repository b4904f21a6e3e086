package org.renkei.witness;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditOrigins;
import org.renkei.audit.Cosignature;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleProofs;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.keys.Partners.Partner;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// This node as a witness of its partners' audit logs: it cosigns a checkpoint that goes on from the one it
/// cosigned last, and nothing else. One that does not is told to both sides and waits for an officer.
@Service
public class WitnessDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessDesk.class);
    private static final int MAX_REASON = 1_000;

    private final WitnessedLogs logs;
    private final Partners partners;
    private final OwnKeys keys;
    private final AuditLog audit;
    private final String self;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    WitnessDesk(
            WitnessedLogs logs,
            Partners partners,
            OwnKeys keys,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.logs = logs;
        this.partners = partners;
        this.keys = keys;
        this.audit = audit;
        this.self = settings.node().toString();
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What is answered, before it is padded.
    private record Answer(CosigningCode code, String text) {}

    /// What a partner is to be told of the checkpoint it sent.
    public synchronized LinkFrame.Cosigned witness(Partner partner, LinkFrame.Audited audited) {
        var origin = AuditOrigins.claimed(partner.node().toString(), audited.checkpoint());
        var answer = switch (partner.card().verifier().verify(audited.checkpoint(), origin)) {
            case CheckpointVerdict.Refused(var reason) -> {
                LOG.warn("a checkpoint of the audit log of {} cannot be relied on: {}", partner.node(), reason);
                yield new Answer(CosigningCode.REFUSED, "");
            }
            case CheckpointVerdict.Verified(var checkpoint) ->
                transaction.execute(status -> answer(partner, audited, checkpoint));
        };
        return new LinkFrame.Cosigned(answer.code().code(), answer.text(), new byte[0]).padded(this::filling);
    }

    private Answer answer(Partner partner, LinkFrame.Audited audited, Checkpoint sent) {
        var known = logs.find(partner.node());
        var branch = known.map(LogState::branch).orElse(1);
        var held = logs.newest(partner.node(), branch, Long.MAX_VALUE);
        var heldSize = held.map(Cosignature::size).orElse(0L);
        var goneBack = held.isPresent() && (sent.size() < heldSize || audited.restored() > 0);
        if (audited.from() == heldSize && sent.size() >= heldSize) {
            if (goesOn(held, audited, sent)) {
                return cosign(partner, branch, known, audited, sent);
            } else if (!goneBack) {
                return alarm(partner, branch, known, CosigningCode.INCONSISTENT, 0, audited, held);
            }
        }
        if (!goneBack) {
            return new Answer(CosigningCode.FROM, held.map(Cosignature::text).orElse(""));
        }
        var limit = audited.restored() > 0 ? Math.min(audited.restored(), sent.size()) : sent.size();
        var older = logs.newest(partner.node(), branch, limit);
        var olderSize = older.map(Cosignature::size).orElse(0L);
        if (audited.from() != olderSize) {
            return new Answer(CosigningCode.FROM, older.map(Cosignature::text).orElse(""));
        }
        var code = goesOn(older, audited, sent) ? CosigningCode.WENT_BACK : CosigningCode.INCONSISTENT;
        return alarm(partner, branch, known, code, olderSize, audited, held);
    }

    private static boolean goesOn(Optional<Cosignature> from, LinkFrame.Audited audited, Checkpoint sent) {
        return MerkleProofs.verifyConsistency(
                from.map(Cosignature::size).orElse(0L),
                sent.size(),
                from.map(Cosignature::root).orElseGet(Hash::ofEmptyTree),
                sent.root(),
                audited.proof());
    }

    private Answer cosign(
            Partner partner, int branch, Optional<LogState> known, LinkFrame.Audited audited, Checkpoint sent) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var text = keys.cosign(audited.checkpoint(), now.getEpochSecond());
        logs.insert(branch, new Cosignature(partner.node(), sent.size(), sent.root(), now, text));
        var before = known.map(LogState::state).orElse(CosigningCode.REFUSED);
        var unchanged = before == CosigningCode.COSIGNED;
        logs.put(new LogState(
                partner.node(),
                branch,
                CosigningCode.COSIGNED,
                unchanged ? known.map(LogState::since).orElse(now) : now,
                now,
                0,
                null));
        if (known.isEmpty()) {
            tell(self, "witness-began", partner, Map.of("size", sent.size()));
        } else if (!unchanged) {
            tell(self, "witness-cleared", partner, Map.of("size", sent.size()));
        }
        return new Answer(CosigningCode.COSIGNED, text);
    }

    private Answer alarm(
            Partner partner,
            int branch,
            Optional<LogState> known,
            CosigningCode code,
            long backTo,
            LinkFrame.Audited audited,
            Optional<Cosignature> held) {
        var now = clock.instant();
        var same = known.filter(one -> one.state() == code);
        logs.put(new LogState(
                partner.node(),
                branch,
                code,
                same.map(LogState::since).orElse(now),
                now,
                backTo,
                audited.checkpoint()));
        var size = Checkpoint.parse(body(audited.checkpoint())).size();
        var cosigned = held.map(Cosignature::size).orElse(0L);
        if (same.isEmpty()) {
            LOG.error("the audit log of {} is not the one cosigned at {}: {}", partner.node(), cosigned, code.code());
            tell(
                    self,
                    "witness-alarm",
                    partner,
                    Map.of("state", code.code(), "cosigned", cosigned, "offered", size, "backTo", backTo));
        }
        return new Answer(code, held.map(Cosignature::text).orElse(""));
    }

    /// An officer has asked the partner, and from now on this node witnesses the log as it was offered.
    public synchronized void accept(String key, String reason, String actor) {
        var partner = partners.find(key).orElseThrow(() -> notFound(key));
        var state = logs.find(partner.node()).orElseThrow(() -> notFound(key));
        var offered = state.offered();
        if (offered == null || state.state() == CosigningCode.COSIGNED) {
            throw new Problem(
                    Category.CONFLICT,
                    "the audit log of " + key + " goes on from what was cosigned: there is nothing to accept",
                    key + " の監査記録は連署済みの内容から継続しており、受け入れる対象はありません");
        }
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "say in up to " + MAX_REASON + " characters whom you asked and what they answered",
                    "誰に照会しどのような回答を得たかを " + MAX_REASON + " 文字以内で記入してください");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var checkpoint = Checkpoint.parse(body(offered));
        transaction.executeWithoutResult(status -> {
            var text = keys.cosign(offered, now.getEpochSecond());
            var branch = state.branch() + 1;
            logs.insert(branch, new Cosignature(partner.node(), checkpoint.size(), checkpoint.root(), now, text));
            logs.put(new LogState(partner.node(), branch, CosigningCode.COSIGNED, now, state.heard(), 0, null));
            tell(
                    actor,
                    "witness-accepted",
                    partner,
                    Map.of("reason", reason, "state", state.state().code(), "size", checkpoint.size()));
        });
    }

    private static Problem notFound(String key) {
        return new Problem(
                Category.NOT_FOUND, "no audit log of '" + key + "' is witnessed here", key + " の監査記録は連署していません");
    }

    private void tell(String actor, String event, Partner partner, Map<String, Object> details) {
        audit.record(new AuditEvent(actor, event, null, partner.key(), details));
    }

    private static String body(String signed) {
        return signed.substring(0, signed.indexOf("\n\n") + 1);
    }

    private byte[] filling(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
