package org.renkei.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditSeals;
import org.renkei.identity.Caller;
import org.renkei.identity.FreshProof;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.CardHistory;
import org.renkei.keys.CardHistory.How;
import org.renkei.keys.KeysChanged;
import org.renkei.keys.NodeCard;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.PartnerCards;
import org.renkei.keys.Partners;
import org.renkei.keys.Partners.Partner;
import org.renkei.ledger.Ledgers;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What an administrator does with keys: exchanges the node's own, takes and revokes cards of partners. Each
/// only shortly after having proven who they are.
@Service
public class KeyDesk {
    private static final int MAX_REASON = 500;

    private final NodeSettings settings;
    private final OwnKeys keys;
    private final Partners partners;
    private final PartnerCards cards;
    private final KeyNews news;
    private final Links links;
    private final Relays relays;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final AuditSeals seals;
    private final AuditLog audit;
    private final FreshProof proof;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    KeyDesk(
            NodeSettings settings,
            OwnKeys keys,
            Partners partners,
            PartnerCards cards,
            KeyNews news,
            Links links,
            Relays relays,
            Ledgers ledgers,
            Inbox inbox,
            AuditSeals seals,
            AuditLog audit,
            FreshProof proof,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.keys = keys;
        this.partners = partners;
        this.cards = cards;
        this.news = news;
        this.links = links;
        this.relays = relays;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.seals = seals;
        this.audit = audit;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /// Before the links open: what is kept of the partners' cards, and what the settings say newly.
    public void open() {
        news.readSettings(partners.list());
        keys.forget(clock.instant());
    }

    /// New keys that the old ones vouch for; partners are told of them over their links.
    public void rotate(String reason, Caller caller) {
        exchange(reason, caller, false);
    }

    /// New keys because somebody else may have the old ones; partners compare the new card again.
    public void withdraw(String reason, Caller caller) {
        exchange(reason, caller, true);
    }

    private synchronized void exchange(String reason, Caller caller, boolean withdrawn) {
        proof.demand(caller);
        var said = requireReason(reason);
        if (withdrawn) {
            links.endAll(LinkProblem.KEYS_WITHDRAWN, "this node has given up its keys");
        }
        seals.atRest(size -> ledgers.atRest(() -> keys.rotate(
                size,
                givenOut(),
                withdrawn,
                clock.instant(),
                next -> audit.record(new AuditEvent(
                        caller.getName(),
                        withdrawn ? "keys-withdrawn" : "keys-rotated",
                        null,
                        null,
                        Map.of("fingerprint", next.fingerprint(), "reason", said))))));
        relays.keysChanged();
        links.endAll(LinkProblem.STOPPED, "this node has new keys");
        events.publishEvent(new KeysChanged(caller.getName()));
    }

    private Map<NodeId, Long> givenOut() {
        var sizes = new LinkedHashMap<NodeId, Long>();
        partners.list()
                .forEach(partner ->
                        sizes.put(partner.node(), ledgers.state(partner.key()).signed()));
        return sizes;
    }

    /// Somebody has brought a partner the newest card, which cannot be told of it by link.
    public void handedOver(String key, Caller caller) {
        proof.demand(caller);
        var partner = get(key);
        keys.knows(partner.node(), keys.card().keyId());
        audit.record(new AuditEvent(
                caller.getName(),
                "card-handed-over",
                null,
                key,
                Map.of("fingerprint", keys.card().fingerprint())));
        links.end(key, LinkProblem.STOPPED, "the partner has the new card");
    }

    /// From now on nothing is sent to that partner or taken from it, until a new card is taken.
    public synchronized void revoke(String key, String reason, Caller caller) {
        proof.demand(caller);
        var said = requireReason(reason);
        var partner = get(key);
        if (partner.isRevoked()) {
            throw new Problem(Category.CONFLICT, "the card of " + key + " is revoked already", key + " のカードは既に失効しています");
        }
        news.revoke(partner, new CardHistory.Revoked(clock.instant(), caller.getName(), said));
        links.end(key, LinkProblem.CARD_REVOKED, "revoked here: " + said);
        relays.keysChanged();
    }

    /// Reads a card that somebody was given, so that it can be compared before it is taken.
    public NodeCard check(String key, String text) {
        var partner = get(key);
        NodeCard card;
        try {
            card = NodeCard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "this is no node card that can be relied on: " + e.getMessage() + ". Ask for the file again",
                    "このノードカードは使えません（破損または改変）。もう一度ファイルを受け取ってください");
        }
        if (!card.node().equals(partner.node())) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "this is the card of " + card.node() + ", not of " + partner.node() + ": choose the right file",
                    "これは " + card.node() + " のカードです。" + partner.node() + " のカードを選んでください");
        }
        if (partner.history().has(card.keyId())) {
            throw new Problem(
                    Category.CONFLICT,
                    "this card has keys that " + partner.node() + " had before: ask for its newest card",
                    "このカードの鍵は " + partner.node() + " が以前から使っているものです。最新のカードを受け取ってください");
        }
        return card;
    }

    /// Takes a partner's new card, compared by telephone.
    ///
    /// @param fingerprint what was compared
    public synchronized void accept(String key, String text, String fingerprint, Caller caller) {
        proof.demand(caller);
        var partner = get(key);
        var card = check(key, text);
        if (!card.hasFingerprint(fingerprint)) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "the fingerprint of this card is another one: compare again before you take it",
                    "カードの指紋が一致しません。もう一度照合してください");
        }
        transaction.executeWithoutResult(status -> {
            var held = inbox.find(partner.node()).map(Inbox.Cursor::size).orElse(0L);
            cards.follow(partner, partner.history().followedBy(card, How.ACCEPTED, 0, held, clock.instant()));
            audit.append(List.of(new AuditEvent(
                    caller.getName(), "partner-card-accepted", null, key, Map.of("fingerprint", card.fingerprint()))));
        });
        links.end(key, LinkProblem.STOPPED, "a new card was taken");
    }

    /// How old the keys may become, by the settings.
    public Duration maxAge() {
        return Duration.ofDays(settings.keyAgeDays());
    }

    public Instant now() {
        return clock.instant();
    }

    public List<Partner> listPartners() {
        return partners.list();
    }

    private Partner get(String key) {
        return partners.find(key)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "'" + key + "' is no partner of this node", key + " はこのノードの相手ではありません"));
    }

    private static String requireReason(String reason) {
        var said = reason.strip();
        if (said.isEmpty() || said.length() > MAX_REASON) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "say why, in at most " + MAX_REASON + " characters; it stands in the audit log",
                    "理由を " + MAX_REASON + " 字以内で記入してください（監査記録に残ります）");
        }
        return said;
    }
}
