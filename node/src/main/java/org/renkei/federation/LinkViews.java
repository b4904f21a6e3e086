package org.renkei.federation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.renkei.federation.LinkDesk.Bytes;
import org.renkei.federation.LinkDesk.Lanes;
import org.renkei.federation.LinkDesk.LedgerSize;
import org.renkei.federation.LinkDesk.LinkState;
import org.renkei.federation.LinkDesk.Waiting;
import org.renkei.identity.Caller;
import org.renkei.identity.Role;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;

/// Links and ledgers as a caller sees them. How much goes to a partner is for those who are cleared for all
/// that may go there, and for those who keep the node and its proofs; a liaison sees no links at all.
@Service
public class LinkViews {
    private static final Set<Role> KEEPERS = Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.SECURITY_OFFICER);

    private final LinkDesk links;
    private final Sights sights;

    LinkViews(LinkDesk links, Sights sights) {
        this.links = links;
        this.sights = sights;
    }

    public List<LinkState> listLinks(Caller caller, Locale language) {
        return sights.isLiaison(caller)
                ? List.of()
                : links.listLinks(language).stream()
                        .map(link -> seen(link, caller))
                        .toList();
    }

    public Optional<LinkState> findLink(String party, Caller caller, Locale language) {
        return sights.isLiaison(caller)
                ? Optional.empty()
                : links.findLink(party, language).map(link -> seen(link, caller));
    }

    public LinkDesk.LedgerView ledger(String party, Caller caller) {
        var ledger = links.ledger(party);
        requireAmounts(party, caller);
        return ledger;
    }

    public LinkDesk.ProofView proof(String party, long position, Caller caller) {
        var proof = links.proof(party, position);
        requireAmounts(party, caller);
        return proof;
    }

    private void requireAmounts(String party, Caller caller) {
        if (!seesAmounts(party, caller)) {
            throw new Problem(
                    Category.FORBIDDEN,
                    "your clearance does not cover all that may go to " + party + ": its ledger is not shown",
                    party + " に開示され得るものすべてには適格性が及ばないため、その台帳は表示されません");
        }
    }

    private boolean seesAmounts(String party, Caller caller) {
        return caller.hasRole(KEEPERS) || sights.coversAllFor(caller, party);
    }

    private LinkState seen(LinkState link, Caller caller) {
        if (seesAmounts(link.party(), caller)) {
            return link;
        }
        var nothing = new Waiting(0, null);
        return new LinkState(
                link.party(),
                link.node(),
                link.name(),
                link.state(),
                link.since(),
                null,
                0,
                new Bytes(0, 0),
                new LedgerSize(0, 0),
                0,
                link.lastHeard(),
                link.roundTripMillis(),
                link.problem(),
                link.forked(),
                null,
                new Lanes(nothing, nothing),
                null,
                null,
                link.ways());
    }
}
