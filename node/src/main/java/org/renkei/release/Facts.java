package org.renkei.release;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renkei.kernel.ledger.Hash;
import org.renkei.party.PartyRegister;

/// Everything but the marking that decides what a party gets on a day, as one digest: the party's rights by the
/// settings, policies, parties, and the agreements with it as they stand that day.
final class Facts {
    private Facts() {}

    static Hash digest(PartyRegister register, Gatekeeper gatekeeper, String party) {
        var text = new StringBuilder();
        var recipient = register.recipient(party);
        text.append(recipient.clearance())
                .append(new TreeSet<>(recipient.caveats()))
                .append(new TreeSet<>(recipient.purposes()))
                .append('\n');
        var parties = new TreeSet<String>();
        register.listParties().forEach(one -> parties.add(one.code()));
        text.append(parties).append('\n');
        register.listPolicies().forEach(policy -> text.append(policy).append('\n'));
        var agreements = new TreeMap<String, String>();
        register.listAgreements().stream()
                .filter(agreement -> agreement.parties().contains(recipient.party()))
                .forEach(agreement -> agreements.put(
                        agreement.id(),
                        agreement.version() + " " + agreement.stateOn(register.today()) + " " + agreement.ceiling()));
        text.append(agreements);
        text.append(gatekeeper.facts(party));
        return Hash.ofContent(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
