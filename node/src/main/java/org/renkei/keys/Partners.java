package org.renkei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;

/// The partner nodes of this node, each with its verified and pinned card.
///
/// What is kept and shown for a partner goes by its *key*: the party for the first node of another party, the
/// node's name for a site of the own nation and for further nodes of one party.
public final class Partners {
    private static final int MAX_HOPS = 4;

    private final List<Partner> all;

    /// A partner's key, its cards and what the settings say about it.
    public static final class Partner {
        private final String key;
        private final NodeId node;
        private final NodeSettings.Partner settings;
        private volatile CardHistory history;

        public Partner(String key, NodeCard card, NodeSettings.Partner settings) {
            this.key = key;
            this.node = card.node();
            this.settings = settings;
            this.history = CardHistory.of(card, Instant.EPOCH);
        }

        public String key() {
            return key;
        }

        public NodeSettings.Partner settings() {
            return settings;
        }

        public NodeId node() {
            return node;
        }

        /// The card in force.
        public NodeCard card() {
            return history.head().card();
        }

        public CardHistory history() {
            return history;
        }

        /// True while nothing may be sent to it or taken from it.
        public boolean isRevoked() {
            return history.isRevoked();
        }

        void become(CardHistory changed) {
            history = changed;
        }

        /// True when what is for it is carried by others.
        public boolean isRelayed() {
            return !settings.via().isEmpty();
        }

        public String party() {
            return node.party();
        }

        /// Where to call it: the settings' word before the card's.
        public NodeSettings.Endpoint address() {
            var dial = settings.dial();
            if (dial != null) {
                return dial;
            }
            var address = card().address();
            var colon = address.lastIndexOf(':');
            var port = address.substring(colon + 1);
            return colon > 0 && port.matches("[0-9]{1,5}")
                    ? new NodeSettings.Endpoint(address.substring(0, colon), Integer.parseInt(port))
                    : new NodeSettings.Endpoint(address, 0);
        }
    }

    public Partners(List<Partner> all) {
        this.all = List.copyOf(all);
    }

    /// @throws IllegalArgumentException naming every card that cannot be relied on
    public static Partners open(NodeSettings settings) {
        var partners = new ArrayList<Partner>();
        var mistakes = new ArrayList<String>();
        var nodes = new HashSet<NodeId>();
        var keys = new HashSet<String>();
        keys.add(settings.node().party());
        for (var partner : settings.partners()) {
            try {
                var card = NodeCard.parse(Files.readString(partner.card()));
                if (!card.hasFingerprint(partner.fingerprint())) {
                    mistakes.add(partner.card() + ": the card's fingerprint is " + card.fingerprint()
                            + ", the settings say " + partner.fingerprint()
                            + ". Compare it with the partner by telephone before you change either");
                }
                if (!nodes.add(card.node()) || card.node().equals(settings.node())) {
                    mistakes.add(partner.card() + ": " + card.node() + " is this node itself or is there twice");
                }
                var isFirst = keys.add(card.node().party());
                var key = isFirst ? card.node().party() : card.node().toString();
                partners.add(new Partner(key, card, partner));
            } catch (IOException | IllegalArgumentException e) {
                mistakes.add(partner.card() + ": " + e.getMessage());
            }
        }
        checkWays(partners, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n  ", mistakes));
        }
        return new Partners(partners);
    }

    /// Each hop of a way is a partner with a card to seal to, and the first has a link of its own.
    private static void checkWays(List<Partner> partners, List<String> mistakes) {
        var known = new Partners(partners);
        for (var partner : partners) {
            var way = partner.settings().via();
            var what = partner.settings().card() + ": via " + way;
            if (new HashSet<>(way).size() < way.size() || way.contains(partner.key()) || way.size() > MAX_HOPS) {
                mistakes.add(what + ": at most " + MAX_HOPS + " others, each once");
            }
            for (var hop : way) {
                if (known.find(hop).isEmpty()) {
                    mistakes.add(what + ": '" + hop + "' is no partner of this node; known are "
                            + partners.stream().map(Partner::key).toList());
                }
            }
            if (!way.isEmpty()
                    && known.find(way.getFirst()).filter(Partner::isRelayed).isPresent()) {
                mistakes.add(what + ": there is no link of our own to '" + way.getFirst() + "'");
            }
            Stream.concat(
                            way.stream().flatMap(hop -> known.find(hop).stream()),
                            way.isEmpty() ? Stream.empty() : Stream.of(partner))
                    .filter(one -> one.card().sealing().length != Sealing.PUBLIC_KEY)
                    .forEach(one -> mistakes.add(
                            what + ": the card of " + one.node() + " has no key to seal with: ask for a new card"));
        }
    }

    public List<Partner> list() {
        return all;
    }

    public Optional<Partner> find(String key) {
        return all.stream().filter(partner -> partner.key().equals(key)).findFirst();
    }

    public Optional<Partner> findNode(NodeId node) {
        return all.stream().filter(partner -> partner.node().equals(node)).findFirst();
    }

    /// A key as it stands in a path, where a slash would divide: `JPN~kumamoto-jcp`.
    public static String keyInPath(String text) {
        return text.replace('~', '/');
    }
}
