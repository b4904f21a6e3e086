package org.renkei.federation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.fingerprint.FingerprintWords;
import org.renkei.keys.CardHistory;
import org.renkei.keys.NodeCard;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.OwnTerm;
import org.renkei.keys.PartnerCards;
import org.renkei.keys.Partners.Partner;
import org.springframework.stereotype.Component;

/// What people may know of keys. Nothing of it is secret.
@Component
public class KeyViews {
    private final KeyDesk desk;
    private final OwnKeys keys;
    private final PartnerCards cards;

    KeyViews(KeyDesk desk, OwnKeys keys, PartnerCards cards) {
        this.desk = desk;
        this.keys = keys;
        this.cards = cards;
    }

    /// A card as it is compared. The words stand for the first sixteen bytes of the fingerprint.
    public record CardView(String node, String fingerprint, Map<String, List<String>> words, String text) {
        public static CardView of(NodeCard card) {
            FingerprintWords words = card.words();
            return new CardView(
                    card.node().toString(),
                    card.fingerprint(),
                    Map.of("en", words.english(), "ja", words.japanese()),
                    card.text());
        }
    }

    /// Keys of this node whose term is over.
    public record FormerView(String fingerprint, String ended, boolean withdrawn, long audit) {
        static FormerView of(OwnTerm term) {
            return new FormerView(term.card().fingerprint(), term.ended().toString(), term.withdrawn(), term.audit());
        }
    }

    /// The keys of this node. `overdue` when they are older than the settings recommend.
    public record OwnView(CardView card, String made, long maxAgeDays, boolean overdue, List<FormerView> former) {}

    public record RevokedView(String at, String by, String reason) {}

    /// One card of a partner and its term.
    @JsonInclude
    public record HeldView(
            CardView card,
            String how,
            String taken,
            @Nullable Long until,
            @Nullable String ended,
            @Nullable RevokedView revoked) {
        static HeldView of(CardHistory.Held held) {
            var revoked = held.revoked();
            return new HeldView(
                    CardView.of(held.card()),
                    held.how().code(),
                    held.taken().toString(),
                    held.until(),
                    text(held.ended()),
                    revoked == null ? null : new RevokedView(revoked.at().toString(), revoked.by(), revoked.reason()));
        }
    }

    public record RefusedView(String fault, String detail, String first, String last, long times) {}

    /// One partner: by which of our keys it goes, and by which cards it has gone, the newest first.
    ///
    /// @param knowsNewest whether it goes by our newest key
    /// @param told whether it is told of it by itself; otherwise the card has to be brought
    public record PartnerView(
            String party,
            String node,
            Map<String, String> name,
            boolean knowsNewest,
            boolean told,
            boolean revoked,
            List<HeldView> cards,
            List<RefusedView> refused) {}

    public record KeysView(OwnView own, List<PartnerView> partners) {}

    public KeysView all() {
        var made = keys.made();
        var own = new OwnView(
                CardView.of(keys.card()),
                made.toString(),
                desk.maxAge().toDays(),
                made.plus(desk.maxAge()).isBefore(desk.now()),
                keys.terms().reversed().stream().map(FormerView::of).toList());
        return new KeysView(own, desk.listPartners().stream().map(this::partner).toList());
    }

    private PartnerView partner(Partner partner) {
        var node = partner.node();
        return new PartnerView(
                partner.key(),
                node.toString(),
                Map.of("en", partner.card().nameEn(), "ja", partner.card().nameJa()),
                keys.knownTo(node).keyId().equals(keys.card().keyId()),
                !keys.statementsFor(node).isEmpty(),
                partner.isRevoked(),
                partner.history().cards().reversed().stream().map(HeldView::of).toList(),
                cards.listRefused(node).stream()
                        .map(one -> new RefusedView(
                                one.fault(),
                                one.detail(),
                                one.first().toString(),
                                one.last().toString(),
                                one.times()))
                        .toList());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : Objects.toString(at);
    }
}
