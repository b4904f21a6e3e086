package org.renkei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;

/// The partner nodes of this node, each with its verified and pinned card. One node a party.
public final class Partners {
    private final List<Partner> all;

    /// A partner's card and what the settings say about it.
    public record Partner(NodeCard card, NodeSettings.Partner settings) {
        public NodeId node() {
            return card.node();
        }

        public String party() {
            return card.node().party();
        }

        /// Where to call it: the settings' word before the card's.
        public NodeSettings.Endpoint address() {
            var dial = settings.dial();
            if (dial != null) {
                return dial;
            }
            var colon = card.address().lastIndexOf(':');
            var port = card.address().substring(colon + 1);
            return colon > 0 && port.matches("[0-9]{1,5}")
                    ? new NodeSettings.Endpoint(card.address().substring(0, colon), Integer.parseInt(port))
                    : new NodeSettings.Endpoint(card.address(), 0);
        }
    }

    public Partners(List<Partner> all) {
        this.all = List.copyOf(all);
    }

    /// @throws IllegalArgumentException naming every card that cannot be relied on
    public static Partners open(NodeSettings settings) {
        var partners = new ArrayList<Partner>();
        var mistakes = new ArrayList<String>();
        var parties = new HashSet<String>();
        for (var partner : settings.partners()) {
            try {
                var card = NodeCard.parse(Files.readString(partner.card()));
                if (!card.hasFingerprint(partner.fingerprint())) {
                    mistakes.add(partner.card() + ": the card's fingerprint is " + card.fingerprint()
                            + ", the settings say " + partner.fingerprint()
                            + ". Compare it with the partner by telephone before you change either");
                }
                if (!parties.add(card.node().party()) || card.node().equals(settings.node())) {
                    mistakes.add(
                            partner.card() + ": " + card.node() + " is this node itself or its party is there twice");
                }
                partners.add(new Partner(card, partner));
            } catch (IOException | IllegalArgumentException e) {
                mistakes.add(partner.card() + ": " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n  ", mistakes));
        }
        return new Partners(partners);
    }

    public List<Partner> list() {
        return all;
    }

    public Optional<Partner> find(String party) {
        return all.stream().filter(partner -> partner.party().equals(party)).findFirst();
    }
}
